"""A site with one language more: a file of words from ``tests/site/languages/`` beside two of ours, no more."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sitebuilder import languages as all_languages
from sitebuilder.build import build_site
from sitebuilder.build import site as site_module
from sitebuilder.build.site import Address
from sitebuilder.contract import checks
from sitebuilder.contract.document import Kind, Library
from sitebuilder.contract.tree import write_library
from sitebuilder.language_heads import read_heads
from sitebuilder.places import LANGUAGES

from tests.site.sample_library import TOPICS, document, help_box, translated

DRAFTS = Path(__file__).parent / "languages"
"""Whole files of words, tried here and not offered to readers: no one who speaks them has read them through."""

CODES = ("pl", "ps")

_GUIDE = document("det-forste-motet", help=("alarm",))
_EXERCISE = document("hils", kind=Kind.EXERCISE)
_STARTED = Library((_GUIDE, document("kort-cv"), _EXERCISE), (help_box("alarm"),), TOPICS)


@contextmanager
def languages(folder: Path, *codes: str) -> Iterator[Path]:
    """The site's languages are Norwegian, English, and those of ``codes``, as if only their files were there."""
    folder.mkdir(parents=True)
    for name in ("nb", "en"):
        shutil.copy(LANGUAGES / f"{name}.yml", folder)
    for code in codes:
        shutil.copy(DRAFTS / f"{code}.yml", folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(site_module, "LANGUAGES", folder)
        patch.setattr(all_languages, "LANGUAGES", folder)
        patch.setattr(checks, "ORDER", tuple(head.code for head in read_heads(folder)))
        all_languages.site_languages.cache_clear()
        yield folder
    all_languages.site_languages.cache_clear()


def build_with(folder: Path, code: str, *, texts: bool = True) -> Path:
    """The site with the language ``code``; with ``texts``, its first guide and its first exercises."""
    own = (translated(_GUIDE, code), translated(_EXERCISE, code)) if texts else ()
    library = Library((*_STARTED.documents, *own), _STARTED.help_boxes, TOPICS)
    write_library(library, folder / "content")
    with languages(folder / "languages", code):
        build_site(folder / "content", folder / "public", address=Address("https://toolbox.example"))
    return folder / "public"
