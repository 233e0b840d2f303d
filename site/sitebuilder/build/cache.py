"""Languages built before, kept so that one in which nothing has changed is not built again."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

import exercises
import scenarios
from sitebuilder.contract.document import Kind
from sitebuilder.contract.tree import copy_tree
from sitebuilder.places import SITE
from sitebuilder.views import SiteView

_ENGINES = ("mkdocs", "mkdocs-material", "markdown", "jinja2", "pagefind")


def fingerprint(*parts: object) -> str:
    """A hash of what makes the pages besides the content: our code, the theme, the engines, and ``parts``."""
    found = hashlib.sha256(repr((parts, [version(name) for name in _ENGINES])).encode())
    for folder in (SITE, *(Path(room.__file__ or "").parent for room in (scenarios, exercises))):
        for file in sorted(folder.rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                stat = file.stat()
                found.update(f"{file.relative_to(folder)}:{stat.st_mtime_ns}:{stat.st_size}\n".encode())
    return found.hexdigest()


def language_key(view: SiteView, texts: Mapping[str, str], base: str, lexicon: frozenset[str] = frozenset()) -> str:
    """A hash of everything a reader of the language can see: its texts, and what its lists say of the others.

    ``texts`` holds the text of each file by its path under ``content/``. An exercise knows the words of all others,
    the ``lexicon``.
    """
    found = hashlib.sha256(base.encode())
    shelf, code = view.shelf, view.language.code
    for document in view.documents():
        found.update(texts[document.path].encode())
        # The text of an original is seen in another language by one mark only: that the translation is older.
        found.update(repr(shelf.works[document.front.type.section, document.slug].is_older(document)).encode())
    if any(document.front.type is Kind.EXERCISE for document in view.documents()):
        found.update(repr(sorted(lexicon)).encode())
    series = [(id, [text.path for text in shelf.series(id, code)]) for id in shelf.series_ids]
    # Which lists there are, and in which order, follows from the texts of all languages, not only from the cards.
    found.update(repr((view.cards, shelf.surroundings, shelf.used_topics, shelf.used_phases, series)).encode())
    return found.hexdigest()


class LanguageCache:
    """A folder with the last build of each language and the key it was built under."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def restore(self, code: str, key: str, output: Path) -> bool:
        """Links the kept build into ``output``; false where there is none under this key."""
        kept = self._folder / f"{code}-{key[:32]}"
        if not kept.is_dir():
            return False
        copy_tree(kept, output)
        os.utime(kept)
        return True

    def save(self, code: str, key: str, output: Path) -> None:
        """Keeps ``output``, and no other build of the language."""
        self._folder.mkdir(parents=True, exist_ok=True)
        kept = self._folder / f"{code}-{key[:32]}"
        made = self._folder / f".{code}-{os.getpid()}"
        shutil.rmtree(made, ignore_errors=True)
        copy_tree(output, made)
        for old in self._folder.glob(f"{code}-*"):
            shutil.rmtree(old, ignore_errors=True)
        made.rename(kept)
