"""H5P: four content types become items, and a set of ours comes back as it was."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from exercises.exchange.draft import Draft, Part, Prose
from exercises.exchange.h5p_questions import question_of
from exercises.exchange.h5p_reader import read_h5p
from exercises.exchange.h5p_writer import write_h5p, write_package
from exercises.model import (
    Accepted,
    Choice,
    Gap,
    GapField,
    GapSelect,
    Item,
    KnownError,
    MarkWords,
    Match,
    Option,
)
from exercises.normal import normal
from tests.exercises.exchange.samples import COVER, GAPS, SETS, WORDS, bare, refusal, said
from tests.exercises.test_item_fence import ITEMS


def _read(content: Any) -> Draft:
    return read_h5p(json.dumps(content).encode(), WORDS)


def _one(content: Any) -> Item:
    (item,) = _read(content).items
    return item


CHOICE = {
    "question": "<p>Les.</p><p>Hva <strong>er</strong> 1 &lt; 2?</p>\n",
    "answers": [
        {"correct": True, "text": "<div>Sant&nbsp;nok</div>", "tipsAndFeedback": {"chosenFeedback": "<div>Ja!</div>"}},
        {"correct": False, "text": "<div>Nei</div>\n"},
    ],
}


def test_a_multiple_choice_keeps_what_is_said_of_each_answer() -> None:
    assert _one(CHOICE) == Choice(
        id="choice",
        instruction="Les.",
        stem="Hva er 1 < 2?",
        options=(Option("sant-nok", "Sant\u00a0nok", True, "Ja!"), Option("nei", "Nei")),
    )


def test_blanks_have_several_answers_a_tip_and_a_rule_for_capitals() -> None:
    content = {
        "text": "<p>Fyll inn.</p>",
        "questions": ["<p>Jeg *bor/er:å bo* i *Oslo* **.</p>", "<p>*Hei*!</p>"],
        "behaviour": {"caseSensitive": True},
    }
    first, second = _read(content).items
    assert first == Gap(
        id="gap-1",
        instruction="Fyll inn.",
        text="Jeg {ord-1} i {ord-2} *.",
        gaps=(
            GapField("ord-1", (Accepted("bor"), Accepted("er")), hint="å bo"),
            GapField("ord-2", (Accepted("Oslo"),)),
        ),
        match=Match(strict_case=True),
    )
    assert (second.id, second.text) == ("gap-2", "{ord}!")  # type: ignore[attr-defined]


def test_words_to_drag_are_a_bank_with_decoys() -> None:
    content = {
        "taskDescription": "<p>Dra.</p>",
        "textField": "Jeg *bor:å bo\\+Ja.\\-Nei.* i\n*Oslo* &amp; du.",
        "distractors": "*bo* *by\\-x*",
    }
    draft = _read(content)
    assert draft.items == (
        GapSelect(
            id="gap-select",
            instruction="Dra.",
            text="Jeg {ord-1} i {ord-2} & du.",
            gaps=(GapField("ord-1", (Accepted("bor", "Ja."),), hint="å bo"), GapField("ord-2", (Accepted("Oslo"),))),
            bank=("bor", "Oslo", "bo", "by"),
        ),
    )
    assert said(draft.remarks) == [("X83", 0)]


def test_words_to_mark_keep_the_sign_behind_them() -> None:
    content = {"taskDescription": "<p>Finn verbene.</p>", "textField": "<p>Jeg *bor* her,</p><p>og *jobber*. 2**3</p>"}
    assert _one(content) == MarkWords(
        id="mark-words", instruction="Finn verbene.", text="Jeg [bor] her, og [jobber]. 2*3"
    )


def test_a_column_is_read_for_what_has_a_form_here_and_the_rest_is_told() -> None:
    questions = [
        {"library": "H5P.MultiChoice 1.16", "params": CHOICE, "metadata": {"title": "Ja?"}},
        {"library": "H5P.Video 1.6", "params": {}, "metadata": {"title": "Film"}},
        {"library": "H5P.Blanks 1.14", "params": {"questions": ["uten"]}, "metadata": {"title": "Tom"}},
    ]
    draft = _read({"content": [{"content": one} for one in questions]})
    assert [item.id for item in draft.items] == ["ja"]
    assert said(draft.remarks) == [("X84", 0), ("X72", 0)]
    assert "Film" in draft.remarks[0].say("nb")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ([1], [("X84", 0), ("X12.none", 0)]),
        ({"branchingScenario": {}}, [("X84", 0), ("X12.none", 0)]),
        ({"questions": ["*a* *b"]}, [("X12.star", 0)]),
        ({"questions": [f"*{'a' * 60_000}*"]}, [("X11.long", 0)]),
        ({"questions": ["*a* <script>b</script>"]}, [("X11.script", 0)]),
        ({"questions": [{}] * 1_001}, [("X11.many", 0)]),
        ({"questions": ["*a*" * 101]}, [("X11.answers", 0)]),
        ({"question": "a", "answers": [{"text": "b"}] * 101}, [("X11.answers", 0)]),
        ({"questions": ["*a\u0000*"]}, [("X03.control", 0)]),
        ({"questions": ["*\ud800*"]}, [("X03.half", 0)]),
        ({"questions": [1, "x"]}, [("X12.none", 0)]),
    ],
)
def test_what_cannot_be_read_refuses_the_file(content: Any, expected: object) -> None:
    assert refusal(lambda: _read(content)) == expected


def test_a_package_tells_which_type_its_content_is() -> None:
    item = MarkWords(id="verb", instruction="Finn verbet.", text="Jeg [bor] her.")
    text, _ = write_h5p(COVER, [item])
    package = write_package(text, COVER)
    assert read_h5p(package, WORDS).parts == (item,)


DRAG = GapSelect(
    id="velg",
    instruction="Velg.",
    text="Bussen {verb} nå.",
    gaps=(GapField("verb", (Accepted("går", "Ja."), Accepted("kjører")), (KnownError("gå", "Presens."),)),),
    bank=("går", "kjører", "gikk"),
)


def test_a_right_word_is_never_written_as_a_wrong_one() -> None:
    question = question_of(DRAG)
    assert question
    assert question.params["textField"] == "Bussen *går* nå."
    assert question.params["distractors"] == "*gikk* *gå*"
    assert said(write_h5p(COVER, [DRAG])[1]) == [("X76", 0)]


@pytest.mark.parametrize(
    "item",
    [
        replace(DRAG, text="Bussen * {verb} nå."),
        replace(DRAG, bank=("går", "a:b")),
        Gap(id="a", instruction="b", text="{x}", gaps=(GapField("x", (Accepted("og/eller"),)),)),
        MarkWords(id="a", instruction="b", text="Vi ses [i dag] her."),
        MarkWords(id="a", instruction="b", text="«[Hei]» sa hun."),
    ],
)
def test_what_h5p_would_read_as_something_else_is_not_written_for_it(item: Item) -> None:
    assert question_of(item) is None


@settings(max_examples=40, deadline=None)
@given(SETS)
def test_any_set_comes_back_whole_or_says_that_it_cannot_go(items: list[Item]) -> None:
    parts: list[Part] = [Prose("Hei.\n\n- a"), *items]
    if not any(map(question_of, items)):
        assert refusal(lambda: write_h5p(COVER, parts))[-1] == ("X14", 0)
        return
    text, lost = write_h5p(COVER, parts)
    draft = read_h5p(text.encode(), WORDS)
    assert (draft.cover, draft.parts, draft.remarks) == (COVER, tuple(parts), ())
    assert {one.where for one in lost if one.code == "X75"} == {"", *(i.id for i in items if not question_of(i))}


@settings(max_examples=60, deadline=None)
@given(ITEMS.map(normal) | GAPS)
def test_what_h5p_shows_of_an_item_is_read_without_our_notes(item: Item) -> None:
    shown = bare(item)
    question = question_of(shown)
    if not question:
        return
    (found,) = _read({"questions": [{"library": question.library[0], "params": question.params}]}).items
    assert (type(found), found.instruction) == (type(shown), shown.instruction)
    match shown, found:
        case Choice(), Choice():
            assert found.stem == shown.stem
            assert [replace(o, id="") for o in found.options] == [replace(o, id="") for o in shown.options]
        case GapSelect(), GapSelect():
            assert [g.accept[0].text for g in found.gaps] == [g.accept[0].text for g in _in_order(shown)]
        case Gap(), Gap():
            assert re.sub(r"\{[\w-]+\}", "_", found.text) == re.sub(r"\{\w+\}", "_", shown.text)
            texts = [[a.text for a in gap.accept] for gap in found.gaps]
            assert texts == [[a.text for a in gap.accept] for gap in _in_order(shown)]
        case MarkWords(), MarkWords():
            assert found.text.split() == shown.text.split()


def _in_order(item: Gap) -> list[GapField]:
    return sorted(item.gaps, key=lambda gap: item.text.index(f"{{{gap.name}}}"))


def test_a_question_that_was_changed_in_h5p_is_read_anew_with_what_was_not_shown() -> None:
    item = Gap(
        id="bor",
        instruction="Skriv ordet.",
        text="Jeg {verb} her.",
        gaps=(GapField("verb", (Accepted("bor"),), (KnownError("bo", "Presens."),)),),
        gloss="I live here.",
    )
    text, _ = write_h5p(COVER, [item])
    changed = json.loads(text)
    changed["questions"][0]["params"]["questions"] = ["<p>Jeg *bor/er* her.</p>"]
    changed["questions"][0]["params"]["checkAnswer"] = "Sjekk"
    draft = _read(changed)
    assert said(draft.remarks) == [("X81", 0)]
    (found,) = draft.items
    assert isinstance(found, Gap)
    assert (found.id, found.gloss, found.gaps[0].accept[-1]) == ("bor", "I live here.", Accepted("er"))


def test_what_h5p_adds_to_a_question_changes_nothing() -> None:
    text, _ = write_h5p(COVER, [DRAG])
    changed = json.loads(text)
    changed["questions"][0]["params"] |= {"checkAnswer": "Sjekk", "overallFeedback": [{"from": 0, "to": 100}]}
    changed["questions"][0]["params"]["taskDescription"] = "<p>Velg.</p>\n"
    draft = _read(changed)
    assert (draft.parts, draft.remarks) == ((DRAG,), ())
