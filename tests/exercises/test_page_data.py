"""What a page's script is told of an item fits the controls that are shown."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.answer_keys import answer_keys
from exercises.html import STRINGS, render
from exercises.model import (
    Accepted,
    Audio,
    Choice,
    Decoy,
    Dictation,
    Flashcard,
    Gap,
    GapField,
    Item,
    KnownError,
    Line,
    MarkWords,
    MatchPairs,
    Option,
    Order,
    OrderLines,
    OrderWords,
    Pair,
    Part,
    Write,
)
from exercises.model import Dialogue as Talk

WORDS = {key: f"[{key}]" for key in STRINGS} | {"exercise.gap": "Ord {number}"}


def shown(item: Item) -> Element:
    return render(item, strings=WORDS, language="nb", keys=answer_keys(item, frozenset({"bør"})))


def told(item: Item) -> Any:
    return json.loads(shown(item).get("data-key", "null"))


ERROR = KnownError("bo", "Husk -r.")
GAP = Gap(
    id="g",
    instruction="Skriv.",
    text="Jeg {v}.",
    gaps=(GapField("v", (Accepted("bor"),), (ERROR,)),),
)
TOLD: list[tuple[Item, object]] = [
    (
        Choice(
            id="c",
            instruction="Velg.",
            stem="Hvem?",
            options=(Option("x", "hun", True), Option("y", "han", feedback="Nei."), Option("z", "det")),
        ),
        {"right": ["x"], "feedback": {"y": "Nei."}},
    ),
    (GAP, {"v": {"accept": [["bor", ""]], "errors": [["bo", "Husk -r."]], "forms": ["bør"]}}),
    (
        OrderWords(id="o", instruction="Ordne.", tokens=("I dag", "jobber", "jeg", "."), fixed=(4,)),
        {"orders": [[3, 2, 1, 4]], "late": ["i dag jeg jobber"]},
    ),
    (OrderLines(id="l", instruction="Ordne.", lines=("Hei!", "Ha det!")), {"orders": [[2, 1]]}),
    (
        MatchPairs(id="p", instruction="Finn.", pairs=(Pair("a", "1"), Pair("b", answer="2")), decoys=(Decoy("3"),)),
        {"pairs": ["3", "1"]},
    ),
    (
        MarkWords(
            id="m",
            instruction="Merk.",
            text="Jeg [bor] her.",
            errors=(KnownError("Her", "Et sted."), KnownError("jeg")),
        ),
        {"right": ["2"], "feedback": {"3": "Et sted."}},
    ),
    (Dictation(id="d", instruction="Skriv.", sentence="Vi ses!"), {"sentence": {"accept": [["Vi ses!", ""]]}}),
    (Flashcard(id="k", instruction="Les.", front="hus"), None),
    (Write(id="w", instruction="Skriv.", prompt="Fortell."), None),
    (Talk(id="t", instruction="Les.", parts=(Part("a", "Ali"),), lines=(Line("a", "Hei!"),)), None),
]


@pytest.mark.parametrize(("item", "data"), TOLD, ids=lambda one: getattr(one, "type", ""))
def test_the_page_is_told_what_is_right_and_what_there_is_to_say(item: Item, data: object) -> None:
    assert told(item) == data


def test_an_item_without_keys_tells_its_page_nothing() -> None:
    section = render(GAP, strings=WORDS, language="nb")
    assert not [name for name in section.attrib if name.startswith("data-")]


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (Dictation(id="d", instruction="Skriv.", sentence="Vi ses!"), "Vi ses!"),
        (
            Dictation(id="d", instruction="Skriv.", sentence="Vi ses!", audio=Audio("a.mp3", transcript="Vi ses.")),
            "Vi ses.",
        ),
        (Flashcard(id="k", instruction="Les.", front="et hus"), "et hus"),
        (GAP, None),
    ],
)
def test_what_there_is_to_hear_is_told_apart(item: Item, said: str | None) -> None:
    assert shown(item).get("data-said") == said


PIECES = st.lists(st.sampled_from(["jeg", "bor", "du", "Å", "<b>", "&amp;", "."]), min_size=1, max_size=7).map(tuple)


@st.composite
def orders(draw: st.DrawFn) -> Order:
    """Words that are often alike, some of them fixed, with orders of which some are none."""
    pieces = draw(PIECES)
    places = range(1, len(pieces) + 1)
    more = st.permutations(places).map(tuple) | st.lists(st.sampled_from(places), max_size=8).map(tuple)
    values: Mapping[str, Any] = {
        "id": "o",
        "instruction": "Ordne.",
        "orders": tuple(draw(st.lists(more, max_size=3))),
        "fixed": tuple(draw(st.sets(st.sampled_from(places)))),
    }
    return draw(st.sampled_from([OrderWords(tokens=pieces, **values), OrderLines(lines=pieces, **values)]))


@given(orders())
def test_the_rows_in_a_told_order_read_as_the_author_wrote_it(item: Order) -> None:
    section = shown(item)
    rows = [label.text for label in section.iter("label")]
    wanted = [
        order for order in [tuple(range(1, len(rows) + 1)), *item.orders] if sorted(order) == [*range(1, len(rows) + 1)]
    ]
    found = json.loads(section.get("data-key", ""))["orders"]
    assert [[rows[row - 1] for row in order] for order in found] == [
        [item.pieces[place - 1] for place in order] for order in wanted
    ]
    assert all(sorted(order) == [*range(1, len(rows) + 1)] for order in found)


@given(
    st.lists(st.tuples(PIECES, PIECES).map(lambda two: (" ".join(two[0]), " ".join(two[1]))), min_size=1, max_size=6)
)
def test_the_value_told_for_a_row_is_that_of_its_partner(sides: list[tuple[str, str]]) -> None:
    item = MatchPairs(id="p", instruction="Finn.", pairs=tuple(Pair(left, answer=right) for left, right in sides))
    section = shown(item)
    options = {option.get("value"): option.text for option in section.iter("option")}
    assert [options[value] for value in told(item)["pairs"]] == [right for _, right in sides]


@given(st.text(st.sampled_from("ab [].-'é")))
def test_the_values_told_to_be_right_are_those_of_the_marked_words(text: str) -> None:
    item = MarkWords(id="m", instruction="Merk.", text=text)
    section = shown(item)
    right = told(item)["right"]
    labels = [label for label in section.iter("label") if label.get("class") == "item-mark"]
    words = [span.text for label in labels for span in label.iter("span")]
    boxes = [box.get("value") for label in labels for box in label.iter("input")]
    assert [words[boxes.index(value)] for value in right] == _marked(text)


def _marked(text: str) -> list[str]:
    """What stands between brackets that belong together, read from left to right."""
    found, at = [], 0
    while (start := text.find("[", at)) >= 0:
        end = text.find("]", start)
        inner = text[start + 1 : end]
        if end > start + 1 and "[" not in inner:
            found.append(inner)
            at = end + 1
        else:
            at = start + 1
    return found
