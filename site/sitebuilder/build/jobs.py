"""What each language is built from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from exercises.lexicon import lexicon_of
from sitebuilder.build.contexts import Finder, help_renderer
from sitebuilder.build.engine import LanguageJob
from sitebuilder.contract.document import ExerciseSet, Library
from sitebuilder.languages import Language
from sitebuilder.markdown.context import Context, Picture
from sitebuilder.views import build_views
from sitebuilder.views.assets import Assets


def make_jobs(
    library: Library,
    languages: tuple[Language, ...],
    output: Path,
    assets: Assets,
    pictures: Mapping[str, Picture],
    url: str,
) -> dict[str, LanguageJob]:
    """A job for each language, by its code. ``pictures`` are found by their path under ``content/``."""
    by_code = {language.code: language for language in languages}
    find = Finder(library)
    sets = (document.body for document in library.documents if isinstance(document.body, ExerciseSet))
    lexicon = lexicon_of(item for body in sets for item in body.items)
    contexts = {
        code: Context(language, by_code, find.for_language(code), pictures, lexicon)
        for code, language in by_code.items()
    }
    views = build_views(library, languages, help_renderer(contexts), assets)
    return {code: LanguageJob(view, contexts[code], output / code, f"{url}/{code}/") for code, view in views.items()}
