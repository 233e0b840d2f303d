"""A build that keeps the languages in which nothing changed gives the very site a build of everything gives.

This guards `sitebuilder.build.cache.language_key`: each change below touches another way in which a page of one
language can show what stands in another. Three languages are enough, and all have texts.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sitebuilder.build import build_site
from sitebuilder.build import site as site_module
from sitebuilder.build.cache import language_key
from sitebuilder.build.site import Address
from sitebuilder.contract.document import Kind, Library, Series
from sitebuilder.contract.tree import write_library

from tests.site.sample_library import ALL_LANGUAGES, TOPICS, document, help_box, translated, views

ADDRESS = Address("https://toolbox.example")
FIRST = document("forst", help=("ring",), series=Series("cv", 1))
LIBRARY = Library(
    (
        FIRST,
        replace(translated(FIRST, "en"), front=replace(translated(FIRST, "en").front, help=("ring",))),
        translated(FIRST, "uk"),
        document("andre", series=Series("cv", 2)),
        document("tredje", "en", phase="before"),
    ),
    (help_box("ring"),),
    TOPICS,
)


@pytest.fixture(autouse=True)
def _three_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_module, "load_languages", lambda folder: ALL_LANGUAGES[:3])


def _edit(path: str, old: str, new: str) -> Callable[[Path], None]:
    def change(content: Path) -> None:
        file = content / path
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")

    return change


def _copy(path: str, to: str, *words: tuple[str, str]) -> Callable[[Path], None]:
    def change(content: Path) -> None:
        text = (content / path).read_text("utf-8")
        for old, new in words:
            assert old in text
            text = text.replace(old, new)
        (content / to).write_text(text, "utf-8")

    return change


NEW_ID = (document("andre").front.id, "00000000-0000-4000-8000-000000000001")
TRANSLATION = (
    "translation: source",
    "translation:\n  from: nb\n  of: 'aaaaaaaaaaaaaaaa'\n  state: draft\n  method: person",
)
CHANGES: dict[str, Callable[[Path], None]] = {
    "a text": _edit("nb/guides/forst.md", "Noen ord.", "Andre ord."),
    "a new document": _copy("nb/guides/andre.md", "nb/guides/ny.md", NEW_ID, ("  order: 2", "  order: 3")),
    "a translation gone": lambda content: (content / "uk/guides/forst.md").unlink(),
    "a new translation": _copy("nb/guides/andre.md", "uk/guides/andre.md", TRANSLATION),
    "a title": _edit("en/guides/tredje.md", "title: tredje", "title: third"),
    "a phase of a translation": _edit("en/guides/forst.md", "minutes:", "phase: ending\nminutes:"),
    "a topic of an original": _edit("nb/guides/forst.md", "- trust", "- trust\n- cv"),
    "the name of a topic": _edit("topics.yml", "en: Trust", "en: Confidence"),
    "a help box": _edit("nb/help/ring.md", "Noen ord.", "Ring 116 117."),
    "a text that becomes sensitive": _edit("nb/guides/forst.md", "published_on:", "sensitive: true\npublished_on:"),
    "the place in a series": _edit("nb/guides/ny.md", "  order: 3", "  order: 9"),
}


def _files(folder: Path) -> dict[str, bytes]:
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file()}


def test_a_build_that_keeps_languages_is_the_same_as_one_that_does_not(tmp_path: Path) -> None:
    content, cache = tmp_path / "content", tmp_path / "cache"
    write_library(LIBRARY, content)
    build_site(content, tmp_path / "first", cache=cache, address=ADDRESS)
    for number, (what, change) in enumerate(CHANGES.items()):
        change(content)
        kept, new = tmp_path / f"kept-{number}", tmp_path / f"new-{number}"
        report = build_site(content, kept, cache=cache, address=ADDRESS)
        build_site(content, new, address=ADDRESS)
        assert report.built, f"{what} is seen nowhere"
        found, wanted = _files(kept), _files(new)
        assert [p for p in wanted.keys() | found.keys() if wanted.get(p) != found.get(p)] == [], f"after {what}"
        shutil.rmtree(new)
        shutil.rmtree(kept)


def test_where_nothing_changed_nothing_is_built(tmp_path: Path) -> None:
    content, cache = tmp_path / "content", tmp_path / "cache"
    write_library(LIBRARY, content)
    first = build_site(content, tmp_path / "first", cache=cache, address=ADDRESS)
    again = build_site(content, tmp_path / "again", cache=cache, address=ADDRESS)
    assert (first.built, first.kept) == (("nb", "en", "uk"), ())
    assert (again.built, again.kept, again.pages) == ((), ("nb", "en", "uk"), 0)
    assert _files(tmp_path / "again") == _files(tmp_path / "first")


def test_a_language_with_exercises_follows_the_words_of_all_exercises() -> None:
    """They tell which answers are never a slip, whatever language a set is in."""
    pages = views(document("sett", kind=Kind.EXERCISE), document("guide", "en"))
    texts = {"nb/exercises/sett.md": "", "en/guides/guide.md": ""}

    def key(language: str, *words: str) -> str:
        return language_key(pages[language], texts, "", frozenset(words))

    assert key("nb", "bør") != key("nb", "bør", "bår")
    assert key("en", "bør") == key("en", "bør", "bår")
