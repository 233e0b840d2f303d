"""The board's own rules, without a database: what stands first, what is shown, what a line of the file says."""

from __future__ import annotations

import csv
from io import StringIO
from uuid import UUID

import pytest

from cms.languages.board.csv_file import COLUMNS, csv_of
from cms.languages.board.order import helps_most_first
from cms.languages.board.rows import Cell, Row, Sum, sums
from cms.languages.board.wanted import STATES, Wanted
from cms.languages.standing import Work

LANGUAGES = ["nb", "en", "ar"]
MISSING = {"work": Work.MISSING}
PUBLISHED = {"work": Work.PUBLISHED, "page": 2, "is_live": True, "done": 4, "total": 4}
STARTED = {"work": Work.IN_TRANSLATION, "page": 2, "done": 1, "total": 4}


def row(title: str, *, live: bool = True, sensitive: bool = False, kind: str = "guide", **cells: dict) -> Row:
    original = Cell("nb", Work.PUBLISHED if live else Work.IN_TRANSLATION, 1, is_original=True, is_live=live)
    said = {code: Cell(code, **{"total": 4, **facts}) for code, facts in cells.items()}
    return Row(UUID(int=1), 1, title, "nb", kind, ("work", "goals"), sensitive, {"nb": original, **said})


def titles(rows: list[Row]) -> list[str]:
    return [each.title for each in rows]


ORDERED = [
    row("is about something difficult", sensitive=True, en=PUBLISHED, ar=MISSING),
    row("lacks in two languages", en=MISSING, ar=MISSING),
    row("lacks in one and is older in the other", en={**PUBLISHED, "is_older": True}, ar=MISSING),
    row("lacks in one, begun", en=PUBLISHED, ar=STARTED),
    row("lacks in one, not begun", en=PUBLISHED, ar=MISSING),
    row("is older in two", en={**PUBLISHED, "is_older": True}, ar={**PUBLISHED, "is_older": True}),
    row("is older in one", en=PUBLISHED, ar={**PUBLISHED, "is_older": True}),
    row("is made by a machine", en=PUBLISHED, ar={**PUBLISHED, "is_machine_made": True}),
    row("is a draft", live=False, sensitive=True, en=MISSING, ar=MISSING),
    row("a: everything is done", en=PUBLISHED, ar=PUBLISHED),
    row("b: everything is done", en=PUBLISHED, ar=PUBLISHED),
]


def test_what_helps_most_readers_stands_first() -> None:
    assert titles(helps_most_first(reversed(ORDERED), LANGUAGES)) == titles(ORDERED)


def test_only_the_languages_that_are_shown_decide_the_order() -> None:
    lacks_english, lacks_arabic = row("a", en=MISSING, ar=PUBLISHED), row("b", en=PUBLISHED, ar=MISSING)

    assert titles(helps_most_first([lacks_english, lacks_arabic], ["ar"])) == ["b", "a"]


@pytest.mark.parametrize(
    ("state", "facts"),
    [
        ("missing", MISSING),
        ("in-translation", STARTED),
        ("awaiting-review", {**STARTED, "work": Work.AWAITING_REVIEW}),
        ("published", PUBLISHED),
        ("older", {**STARTED, "is_older": True}),
        ("machine-made", {**STARTED, "is_machine_made": True}),
    ],
)
def test_a_state_is_asked_of_translations_in_the_languages_that_are_shown(state: str, facts: dict) -> None:
    other = next(each for each in (PUBLISHED, MISSING) if not STATES[state](Cell("en", **each)))
    rows = [row("so", en=other, ar=facts), row("otherwise", en=other, ar=other)]

    assert titles(Wanted(state=state).of(rows, LANGUAGES)) == ["so"]
    assert titles(Wanted(state=state, language="ar").of(rows, LANGUAGES)) == ["so"]
    assert titles(Wanted(state=state, language="en").of(rows, LANGUAGES)) == []


@pytest.mark.parametrize(
    ("wanted", "is_meant"),
    [
        (Wanted(), True),
        (Wanted(kind="guide", topic="goals", words="MØTET første"), True),
        (Wanted(kind="case"), False),
        (Wanted(topic="trust"), False),
        (Wanted(words="første gang"), False),
    ],
)
def test_a_document_is_found_by_kind_topic_and_all_words_of_the_title(wanted: Wanted, is_meant: bool) -> None:
    assert wanted.is_about(row("Det første møtet")) is is_meant


def test_a_language_is_summed_up_by_what_its_readers_have() -> None:
    rows = [
        row("a", ar={**STARTED, "is_live": True, "is_older": True}),
        row("b", live=False, ar={**STARTED, "is_older": True}),
        row("c"),
    ]

    assert sums(rows, ["nb", "ar"]) == [Sum("nb", 2, 0), Sum("ar", 1, 1)]


def lines(rows: list[Row], wanted: Wanted) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(csv_of(rows, LANGUAGES, wanted).removeprefix("\ufeff"))))


def test_the_file_has_a_line_for_each_document_and_language() -> None:
    told = csv_of([row("Møtet, og «veien»", en=STARTED, ar=MISSING)], LANGUAGES, Wanted())

    assert told.startswith("\ufeff" + ",".join(COLUMNS) + "\r\n")
    assert told.splitlines()[2] == (
        '00000000-0000-0000-0000-000000000001,guide,"Møtet, og «veien»",work goals,false,nb,'
        "en,in-translation,false,false,false,false,false,1,4,2"
    )
    assert [each["language"] for each in lines([row("a", en=STARTED, ar=MISSING)], Wanted())] == LANGUAGES


def test_the_file_keeps_to_the_filters() -> None:
    some = [row("a", en=STARTED, ar=MISSING)]

    assert [each["language"] for each in lines(some, Wanted(language="en"))] == ["en"]
    assert [each["language"] for each in lines(some, Wanted(state="missing"))] == ["ar"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_title_is_taken_for_a_formula(start: str) -> None:
    (line, *_) = lines([row(f"{start}1+1", en=MISSING)], Wanted())

    assert line["title"] == f"'{start}1+1"
