"""Words go to translators and come back; nothing but words can change."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exchange.csv_strings import read_csv, write_csv
from exchange.po_strings import read_po, write_po
from exchange.strings import Sent, Text, words_of
from scenarios.exchange.strings import FORM, texts_of, with_words
from scenarios.model import Story
from scenarios.translation import check_same_structure
from tests.scenarios.exchange.taking import refusal
from tests.scenarios.test_story_round_trip import stories

ID = "5f0c7a52-3a54-4f0e-8b4c-6f0a6a3d1c11"
TEXTS = (Text("a.title", "Stille"), Text("a.text", "Hun\n\nsier.", many=True))
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(lambda words: bool(words.strip()))
Write = Callable[[str, list[Text], dict[str, str]], str]


def _po(story: str, texts: list[Text], words: dict[str, str]) -> str:
    return write_po(FORM, story, "uk", texts, words)


@pytest.mark.parametrize(
    ("write", "read"), [(_po, partial(read_po, FORM)), (partial(write_csv, FORM), partial(read_csv, FORM))]
)
def test_the_words_of_any_story_come_back_and_only_words_change(write: Write, read: Callable[[str], Sent]) -> None:
    @settings(max_examples=30, deadline=None)
    @given(stories(), st.lists(WORDS, min_size=1))
    def check(story: Story, new: list[str]) -> None:
        texts = {text.key: text for text in texts_of(story)}
        asked = [text for text in texts.values() if text.words]
        said = {text.key: new[n % len(new)].strip(" \t\n") or "x" for n, text in enumerate(asked)}
        found = words_of(read(write(ID, asked, said)), ID if asked else "", asked, {}) if asked else {}
        assert found == said
        assert check_same_structure(story, with_words(story, found)) == ()

    check()


@pytest.mark.parametrize("words", ["=1+1", "@SUM(A1)", "+47", "- ja", "'", "'=", 'a "b", c', "a\nb"])
def test_a_cell_a_spreadsheet_would_compute_is_written_as_text_and_read_as_it_was(words: str) -> None:
    text = write_csv(FORM, ID, [Text("a.text", words, many=True)], {"a.text": words})
    assert not any(cell.startswith(("=", "@", "+", "-")) for cell in text.split(","))
    assert [(row.source, row.words) for row in read_csv(FORM, text).rows] == [(words, words)]


@pytest.mark.parametrize("words", ["Hei;=1+1", "Hei\n=1+1", "a;-1", "a;'=1", "a;''=1", "a\n+1", "kr 5,-", "a\n- ja"])
def test_a_sheet_that_divides_at_semicolons_computes_nothing_either(words: str) -> None:
    text = write_csv(FORM, ID, [Text("a.text", words, many=True)], {"a.text": words})
    assert not any(cell.startswith(("=", "@", "+", "-1")) for cell in re.split(r"[;\n]", text))
    assert [(row.source, row.words) for row in read_csv(FORM, text).rows] == [(words, words)]


@pytest.mark.parametrize("between", [";", "\t"])
def test_what_a_spreadsheet_saves_with_other_signs_between_cells_is_read(between: str) -> None:
    text = between.join(["story", "key", "source", "translation"]) + "\n" + between.join([ID, "a", "b", "c"]) + "\n"
    assert [(row.key, row.source, row.words, row.line) for row in read_csv(FORM, text).rows] == [("a", "b", "c", 2)]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (("Stille,", "Stilla,"), [("X08.older", 2)]),
        (("a.title", "b.title"), [("X08.unknown", 2), ("X08.missing", 0)]),
        (("Still\n", "\n"), [("X08.missing", 2)]),
        (("Still\n", '"St\nill"\n'), [("X08.lines", 2)]),
        ((",Still\n", "\n"), [("X08.broken", 2)]),
        (("Still\n", "Still,mer\n"), [("X08.broken", 2)]),
        ((f"{ID},a.title", "x,a.title"), [("X08.other", 3)]),
        ((ID, "x"), [("X08.other", 1)]),
        (("story", "historie"), [("X08.broken", 1)]),
    ],
)
def test_a_translation_that_does_not_fit_is_refused_with_its_line(changed: tuple[str, str], said: object) -> None:
    text = write_csv(FORM, ID, TEXTS, {"a.title": "Still", "a.text": "Ho seier."})
    assert refusal(lambda: words_of(read_csv(FORM, text.replace(*changed)), ID, TEXTS, {})) == said


def test_words_of_an_earlier_translation_are_kept_where_none_came_back() -> None:
    sent = read_csv(FORM, write_csv(FORM, ID, TEXTS, {"a.title": "Still"}))
    assert words_of(sent, ID, TEXTS, {"a.text": "Før.", "a.title": "Gammel"}) == {"a.title": "Still", "a.text": "Før."}


def test_a_fuzzy_translation_is_not_taken_for_a_finished_one() -> None:
    text = write_po(FORM, ID, "uk", TEXTS, {"a.title": "Тихо", "a.text": "Вона."})
    fuzzy = text.replace('msgctxt "a.title"', '#, fuzzy\nmsgctxt "a.title"')
    assert [wording for wording, _ in refusal(lambda: words_of(read_po(FORM, fuzzy), ID, TEXTS, {}))] == ["X08.fuzzy"]


def test_a_po_file_whose_text_is_the_name_of_another_file_opens_nothing() -> None:
    assert refusal(lambda: read_po(FORM, __file__)) == [("X08.broken", 1)]
