"""One document as its page, through the same engine, theme and Markdown as the site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from sitebuilder.build.assets import read_assets
from sitebuilder.build.engine import build_language
from sitebuilder.build.jobs import make_jobs
from sitebuilder.build.report import BuildError
from sitebuilder.build.site import Address
from sitebuilder.contract.document import Document, Library
from sitebuilder.languages import load_languages
from sitebuilder.markdown.context import Picture
from sitebuilder.places import LANGUAGES


def render_document(
    document: Document, around: Library | None = None, pictures: Mapping[str, Picture] | None = None
) -> str:
    """The page's HTML. ``around`` are the documents it may link to and the topics and help boxes it names.

    Nothing is checked: a draft is shown as far as it goes. Raises `BuildError` where it cannot be shown at all.
    """
    languages = load_languages(LANGUAGES)
    codes = [language.code for language in languages]
    if document.language not in codes:
        raise BuildError(f"There are no words for this language: site/languages/{document.language}.yml is missing.")
    library = around or Library()
    others = tuple(other for other in library.documents if other.path != document.path and other.language in codes)
    library = replace(library, documents=(*others, document))
    with TemporaryDirectory(prefix="preview-") as folder:
        url = Address.from_environment().url
        jobs = make_jobs(library, languages, Path(folder), read_assets(), pictures or {}, url)
        name = document.path.partition("/")[2]
        build_language(jobs[document.language], only=name)
        return (Path(folder) / document.url.strip("/") / "index.html").read_text("utf-8")
