"""The editors' handbook says what the screen says, in both languages, and shows pictures that exist."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from tests.interface_words import norwegian

DOCS = Path(__file__).resolve().parents[2] / "docs" / "editors"
LANGUAGES = ("nb", "en")
FILES = sorted(file.name for file in (DOCS / "nb").glob("*.md"))
LARGEST = 60_000

BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)#]+)\)")
HEADING = re.compile(r"^(#+) ", re.MULTILINE)

ELSEWHERE = frozenset({("fet skrift", "bold"), ("galt.", "wrong.")})
"""Bold and in no catalogue: what is said of bold words themselves, and verdicts (``exercises/verdict_words.toml``)."""


def _text(language: str, name: str) -> str:
    return (DOCS / language / name).read_text("utf-8")


def _plain(words: str) -> str:
    """Without the case of the first letter, which Django and Wagtail change, and without a colon that forms add."""
    words = " ".join(words.split()).removesuffix(":")
    return words[:1].lower() + words[1:]


def test_both_languages_have_the_same_files() -> None:
    assert FILES
    assert sorted(file.name for file in (DOCS / "en").glob("*.md")) == FILES


@pytest.mark.parametrize("name", FILES)
def test_both_languages_have_the_same_headings_pictures_and_steps(name: str) -> None:
    def shape(language: str) -> tuple[list[str], list[str], int]:
        text = _text(language, name)
        pictures = [Path(path).name for _alt, path in PICTURE.findall(text)]
        return HEADING.findall(text), pictures, len(re.findall(r"^\d+\. ", text, re.MULTILINE))

    assert shape("nb") == shape("en")


@pytest.mark.parametrize("name", FILES)
def test_every_bold_word_stands_on_the_screen_and_is_the_same_one_in_both_languages(name: str) -> None:
    """A button that gets another name has to get it here too: its words are looked up in the catalogues."""
    nb, en = ({_plain(bold) for bold in BOLD.findall(_text(language, name))} for language in LANGUAGES)
    pairs = [pair for pair in _screen() if pair[0] in nb and pair[1] in en]
    assert nb - {norwegian_words for norwegian_words, _of_english in pairs} == set()
    assert en - {of_english for _norwegian_words, of_english in pairs} == set()


@cache
def _screen() -> frozenset[tuple[str, str]]:
    """What stands on the screen, Norwegian beside English."""
    said = norwegian().items()
    return ELSEWHERE | {(_plain(words), _plain(english)) for english, all_words in said for words in all_words}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_there_described_small_and_used(language: str) -> None:
    there = {file for file in (DOCS / "images" / language).iterdir()}
    named = set()
    for name in FILES:
        for alt, path in PICTURE.findall(_text(language, name)):
            assert alt, path
            named.add((DOCS / language / path).resolve())
    assert named == there
    assert [file.name for file in there if file.stat().st_size > LARGEST] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_somewhere(language: str) -> None:
    links = [link for name in FILES for link in LINK.findall(_text(language, name)) if "://" not in link]
    assert links
    assert [link for link in links if not (DOCS / language / link).exists()] == []
