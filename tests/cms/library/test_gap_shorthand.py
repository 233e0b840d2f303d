"""Gaps written the short way: what they turn into, and that nothing is lost on the way."""

from __future__ import annotations

import copy
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.library.blocks.exercise import ExerciseBlock
from cms.library.gap_shorthand import Answer, expand_gaps, read_answers
from cms.library.mapping.exercise_write import write_item_of
from cms.library.mapping.links import Links, Outward
from cms.library.mapping.stream import raw
from exercises.checks import check_items
from exercises.model import Accepted, Gap, GapField, GapSelect, KnownError, MarkWords
from exercises.template import gap_names
from tests.cms.editing.sets import block_of, set_form

VERB = GapField("verb", (Accepted("bor"),), (KnownError("bo", "Presens."),), hint="å bo")


def gap(text: str, *gaps: GapField) -> Gap:
    return Gap(id="a", instruction="Skriv.", text=text, gaps=gaps)


def expanded(text: str, *gaps: GapField) -> Gap:
    stored = block_of(gap(text, *gaps))
    expand_gaps(stored)
    item = write_item_of(stored, Outward(Links()), {})
    assert isinstance(item, Gap)
    return item


@pytest.mark.parametrize(
    ("between", "answers"),
    [
        ("bor", (Answer("bor"),)),
        ("boka|boken: Også riktig.", (Answer("boka"), Answer("boken", "Også riktig."))),
        (" i | !på: «på» brukes om øyer ", (Answer("i"), Answer("på", "«på» brukes om øyer", True))),
        ("! bo |bor|", (Answer("bo", "", True), Answer("bor"))),
        ("10:30", (Answer("10:30"),)),
        (" | ! |", ()),
    ],
)
def test_answers_are_read_with_their_notes_and_reasons(between: str, answers: tuple[Answer, ...]) -> None:
    assert read_answers(between) == answers


@pytest.mark.parametrize(
    ("text", "now", "gaps"),
    [
        ("Jeg {bor} i Oslo.", "Jeg {bor} i Oslo.", (GapField("bor", (Accepted("bor"),)),)),
        (
            "Jeg {Går du|!gå: Presens.} nå?",
            "Jeg {gar-du} nå?",
            (GapField("gar-du", (Accepted("Går du"),), (KnownError("gå", "Presens."),)),),
        ),
        (
            "{er} og {er}",
            "{er} og {er-2}",
            (GapField("er", (Accepted("er"),)), GapField("er-2", (Accepted("er"),))),
        ),
        ("{？}", "{gap}", (GapField("gap", (Accepted("？"),)),)),
        ("Ingen {!bo} svar {}", "Ingen {!bo} svar {}", ()),
        ("{a{bor}", "{a{bor}", (GapField("bor", (Accepted("bor"),)),)),
    ],
)
def test_what_stands_in_braces_becomes_a_gap(text: str, now: str, gaps: tuple[GapField, ...]) -> None:
    made = expanded(text)
    assert (made.text, made.gaps) == (now, gaps)


def test_a_gap_that_is_there_keeps_its_name_and_its_answers() -> None:
    made = expanded("Jeg { verb } i {Oslo}.", VERB)
    assert (made.text, made.gaps[0]) == ("Jeg {verb} i {oslo}.", VERB)


def test_a_wrong_answer_may_be_added_where_the_gap_stands() -> None:
    bor = GapField("bor", (Accepted("bor"),), (KnownError("bo", "Presens."), KnownError("bodde")))
    made = expanded("Jeg {bor|!bur: Dialekt.|!bo: Nei.|!bodde: Nå, ikke før.}.", bor)
    assert made.text == "Jeg {bor}."
    assert made.gaps == (
        GapField(
            "bor",
            (Accepted("bor"),),
            (
                *(KnownError("bo", "Presens."), KnownError("bodde", "Nå, ikke før.")),
                *(KnownError("bur", "Dialekt."), KnownError("bo", "Nei.")),
            ),
        ),
    )
    assert "E05" in {finding.code for finding in check_items([made])}  # Two reasons for "bo": the author chooses.


names = st.sampled_from(["verb", "bor", "er", "er-2", "Ord"])
fields = st.builds(
    GapField,
    names,
    st.lists(st.builds(Accepted, st.sampled_from(["bor", "er", "å"]), st.sampled_from(["", "n"])), max_size=2).map(
        tuple
    ),
    st.lists(st.builds(KnownError, st.sampled_from(["bo", "er"]), st.sampled_from(["", "f"])), max_size=2).map(tuple),
)
some_gaps = st.lists(fields, max_size=3, unique_by=lambda field: field.name)
words = st.sampled_from(
    ["bor", "er", "{", "}", "|", "!", ": ", "å", "verb", " ", "Jeg", "{bor}", "{er|!bo: f}", "{verb}"]
)
texts = st.one_of(st.lists(words, max_size=14).map("".join), st.text("{}|!: aå-2", max_size=25))


def stored_gaps(stored: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {item["id"]: item["value"] for item in stored["value"]["gaps"]}


def is_kept(before: list[Any], after: list[Any]) -> bool:
    """Each answer is there in its place; words may have been given to one that had none."""
    pairs = [(old["value"], new["value"]) for old, new in zip(before, after, strict=False)]
    return len(before) <= len(after) and all(
        all(new[name] == said for name, said in old.items() if said) for old, new in pairs
    )


@given(texts, some_gaps)
def test_nothing_written_is_lost_and_doing_it_twice_changes_nothing(text: str, gaps: list[GapField]) -> None:
    stored = block_of(gap(text, *gaps))
    before = copy.deepcopy(stored)
    expand_gaps(stored)
    now = stored_gaps(stored)
    for id, old in stored_gaps(before).items():
        new = now[id]
        assert all(new[name] == old[name] for name in ("name", "hint", "confusable"))
        assert all(is_kept(old[name], new[name]) for name in ("accept", "errors"))
    between = re.compile(r"\{[^{}]*\}")
    assert between.split(stored["value"]["text"]) == between.split(before["value"]["text"])
    lists = [stored["value"]["gaps"], *(value[name] for value in now.values() for name in ("accept", "errors"))]
    assert all(len({item["id"] for item in items}) == len(items) for items in lists)
    again = copy.deepcopy(stored)
    assert not expand_gaps(again)
    assert again == stored


@given(st.lists(st.sampled_from(["bor", "Går du", "å", "？", "er"]), max_size=5))
def test_every_gap_written_the_short_way_has_its_answer(answers: list[str]) -> None:
    made = expanded("–".join(f"{{{answer}|!feil: f}}" for answer in answers))
    found = {field.name: field for field in made.gaps}
    assert [found[name].accept[0].text for name in gap_names(made.text)] == answers
    assert len(found) == len(answers)


@pytest.mark.parametrize("kind", [Gap, GapSelect])
def test_a_form_is_read_with_its_gaps_and_the_same_ids_every_time(kind: type[Gap]) -> None:
    form = set_form(kind(id="a", instruction="Skriv.", text="Jeg {bor|!bo: Presens.} i {Oslo}.", gaps=()))
    first, second = (raw(ExerciseBlock().value_from_datadict(form, {}, "parts")) for _ in range(2))
    assert first == second
    assert first[0]["value"]["text"] == "Jeg {bor} i {oslo}."
    assert [item["value"]["name"] for item in first[0]["value"]["gaps"]] == ["bor", "oslo"]


def test_an_item_of_another_kind_keeps_its_braces() -> None:
    form = set_form(MarkWords(id="a", instruction="Finn.", text="Jeg {bor}."))
    assert raw(ExerciseBlock().value_from_datadict(form, {}, "parts"))[0]["value"]["text"] == "Jeg {bor}."
