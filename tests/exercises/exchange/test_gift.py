"""GIFT: what Moodle's teachers write becomes items, and a set of ours comes back as it was."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings

from exchange.cover import Cover
from exercises.exchange.draft import Draft, Part, Prose
from exercises.exchange.gift_reader import read_gift
from exercises.exchange.gift_writer import questions_of, write_gift
from exercises.model import (
    Accepted,
    Choice,
    Decoy,
    Flashcard,
    Gap,
    GapField,
    GapSelect,
    Item,
    KnownError,
    MatchPairs,
    Option,
    Pair,
    Write,
)
from exercises.normal import normal
from tests.exercises.exchange.samples import COVER, GAPS, SETS, WORDS, bare, refusal, said
from tests.exercises.test_item_fence import ITEMS


def _read(text: str) -> Draft:
    return read_gift(text, WORDS)


def _one(text: str) -> Item:
    (item,) = _read(text).items
    return item


def test_a_choice_keeps_what_is_said_of_each_answer() -> None:
    assert _one("::q1::Hvem?{~Grant#Nei. =ingen#Ja. ~%50%Jefferson#Nesten.####Et kjent ordspill.}") == Choice(
        id="q1",
        instruction="choice?",
        stem="Hvem?",
        options=(
            Option("grant", "Grant", False, "Nei."),
            Option("ingen", "ingen", True, "Ja."),
            Option("jefferson", "Jefferson", False, "Nesten."),
        ),
        explanation="Et kjent ordspill.",
    )


def test_several_answers_that_make_a_whole_are_all_right() -> None:
    item = _one("Hvilke?{~%50%bor ~%50%er ~%-100%hus}")
    assert isinstance(item, Choice)
    assert [option.correct for option in item.options] == [True, True, False]


def test_an_answer_that_gives_a_part_of_the_points_is_a_known_error_and_said_so() -> None:
    draft = _read("::by::Hva heter byen?{=Oslo#Ja. =%50%Olso#Nesten: bokstavene har byttet plass. =%100%Christiania}")
    assert draft.items == (
        Gap(
            id="by",
            instruction="gap?",
            text="Hva heter byen? {ord}",
            gaps=(
                GapField(
                    "ord",
                    (Accepted("Oslo", "Ja."), Accepted("Christiania")),
                    (KnownError("Olso", "Nesten: bokstavene har byttet plass."),),
                ),
            ),
        ),
    )
    assert said(draft.remarks) == [("X74", 1)]
    assert "wrong answer with a reason" in draft.remarks[0].say("en")


@pytest.mark.parametrize("answers", ["~%50%bor ~bo", "~%99.5%bor =er", "~%75%bor ~%75%er ~bo", "~%100%er ~%50%bor"])
def test_no_part_of_the_points_makes_an_answer_right(answers: str) -> None:
    draft = _read(f"Hva? {{{answers}}}")
    (item,) = draft.items
    assert isinstance(item, Choice)
    assert [option.correct for option in item.options if option.text == "bor"] == [False]
    assert "X74" in [remark.code for remark in draft.remarks]


def test_a_missing_word_is_a_gap_where_it_is_missing() -> None:
    gap = GapField("ord", (Accepted("bor"),), (KnownError("bo", "Presens."),))
    assert _one("Jeg {=bor ~bo#Presens.} i Oslo.") == GapSelect(
        id="gap-select", instruction="gap-select?", text="Jeg {ord} i Oslo.", gaps=(gap,)
    )
    assert _one("Jeg ____ i Oslo. {=bor =%0%bo#Presens.}") == Gap(
        id="gap", instruction="gap?", text="Jeg {ord} i Oslo.", gaps=(gap,)
    )


def test_true_and_false_are_two_answers_with_what_is_said_of_each() -> None:
    item = _one("Oslo er i Norge.{TRUE#Jo, det er det.#Riktig!}")
    assert isinstance(item, Choice)
    assert item.options == (Option("sant", "Sant", True, "Riktig!"), Option("usant", "Usant", False, "Jo, det er det."))
    assert [o.correct for o in _one("Oslo er i Sverige.{F}").options] == [False, True]  # type: ignore[attr-defined]


def test_pairs_and_what_belongs_to_nothing_are_matched() -> None:
    item = _one("Finn hovedstaden. {=Norge -> Oslo =Sverige -> Stockholm = -> Bergen}")
    assert item == MatchPairs(
        id="match",
        instruction="Finn hovedstaden.",
        pairs=(Pair("Norge", right="Oslo"), Pair("Sverige", right="Stockholm")),
        decoys=(Decoy(right="Bergen"),),
    )


def test_an_essay_is_something_to_write() -> None:
    assert _one("Skriv om deg selv. {}") == Write(id="write", instruction="write?", prompt="Skriv om deg selv.")


def test_signs_are_escaped_and_html_is_read_for_its_words() -> None:
    item = _one(r"::a\:b::[html]<p>Hva er <b>2 \= 2</b> &amp; \{3\}?</p><img src\=x>{=\~ja\# \\ ~nei\nnei}")
    assert isinstance(item, Choice)
    assert item.id == "a-b"
    assert item.stem == "Hva er 2 = 2 & {3}?"
    assert [option.text for option in item.options] == ["~ja# \\", "nei nei"]


def test_the_category_is_the_title_and_a_second_one_is_told() -> None:
    draft = _read("$CATEGORY: $course$/top/På bussen\n\nA?{=a ~b}\n\n$CATEGORY: tom/annet\n\nB?{=a ~b}\n")
    assert draft.cover.title == "På bussen"
    assert said(draft.remarks) == [("X78", 5)]


def test_what_cannot_be_carried_is_told_with_its_line() -> None:
    draft = _read(
        "// min kommentar\nA?{\n=a\n=%0%*#Alt annet\n}\n\nBare tekst.\n\n"
        "Når?{#1822:5}\n\n[html]<video>B</video>?{=1 ~2}\n\n{=a ~b}"
    )
    assert said(draft.remarks) == [("X80", 1), ("X73", 4), ("X72", 7), ("X71", 9), ("X79", 11), ("X72.empty", 13)]
    assert len(draft.items) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A?{=a ~b", [("X11.brace", 1)]),
        ("A?=a}", [("X11.brace", 1)]),
        ("A?{=a ~b}\n\n\nB?{=a {x} ~b}", [("X11.brace", 4)]),
        ("A {=a ~b} B {=c ~d}", [("X11.several", 1)]),
        ("A {=a -> b =c}", [("X11.pair", 1)]),
        ("[html]A<script>x</script>{=a ~b}", [("X11.script", 1)]),
        ("Bare tekst.", [("X72", 1), ("X11.none", 1)]),
        ("A?{=" + "a" * 60_000 + "}", [("X11.long", 1)]),
        ("A?{" + "=a" * 101 + "}", [("X11.answers", 1)]),
        ("A?{=a ~b}\n\n" * 1_001, [("X11.many", 2001)]),
    ],
)
def test_a_question_that_cannot_be_read_refuses_the_file_with_its_line(text: str, expected: object) -> None:
    assert refusal(lambda: _read(text)) == expected


def test_a_comment_inside_a_question_does_not_move_the_lines_of_its_answers() -> None:
    assert said(_read("A?{\n=a\n// hm\n=%50%b\n}").remarks) == [("X80", 3), ("X74", 4)]


GAP = Gap(
    id="av",
    instruction="Skriv ordet: som mangler.",
    text="Jeg skal av {sted}",
    gaps=(GapField("sted", (Accepted("på", "Vanligst."), Accepted("100% {a}=~#")), (KnownError("%5%i*", "Nei."),)),),
)


def test_a_gap_is_written_with_its_wrong_answers_and_their_reasons() -> None:
    text, lost = write_gift(COVER, [GAP])
    assert text.split("\n", 5)[5] == (
        "::av::[plain]Skriv ordet\\: som mangler.\\nJeg skal av _____ {\n"
        "\t=på#Vanligst.\n\t=100% \\{a\\}\\=\\~\\##\n\t=%0%%5%i\\\\*#Nei.\n}\n"
    ).replace("\\##", "\\#")
    assert lost == ()


@settings(max_examples=40, deadline=None)
@given(SETS)
def test_any_set_comes_back_whole_or_says_that_it_cannot_go(items: list[Item]) -> None:
    parts: list[Part] = [Prose("Hei.\n\n- a"), *items]
    if not any(map(questions_of, items)):
        assert refusal(lambda: write_gift(COVER, parts))[-1] == ("X14", 0)
        return
    text, lost = write_gift(COVER, parts)
    draft = _read(text)
    assert (draft.cover, draft.parts, draft.remarks) == (COVER, tuple(parts), ())
    assert {remark.where for remark in lost if remark.code == "X75"} == {
        "",
        *(item.id for item in items if not questions_of(item)),
    }


@settings(max_examples=40, deadline=None)
@given(ITEMS.map(normal) | GAPS)
def test_what_gift_shows_of_an_item_is_read_without_our_notes(item: Item) -> None:
    shown = bare(item, "explanation")
    if len(questions_of(shown)) != 1 or isinstance(shown, MatchPairs) or "___" in str(shown):
        return
    text, _ = write_gift(COVER, [shown])
    found = _one("\n".join(line for line in text.split("\n") if not line.startswith("//")))
    assert (found.instruction, found.explanation) == (shown.instruction, shown.explanation)
    match shown, found:
        case Choice(), Choice():
            assert found.stem == shown.stem
            assert [replace(o, id="") for o in found.options] == [replace(o, id="") for o in shown.options]
        case GapSelect(), GapSelect():
            assert {a.text for a in found.gaps[0].accept} == {a.text for a in shown.gaps[0].accept}
        case Gap(), Gap():
            assert found.text.replace("{ord}", "_") == re.sub(r"\{\w+\}", "_", shown.text)
            assert found.gaps[0].accept == shown.gaps[0].accept
            assert found.gaps[0].errors == shown.gaps[0].errors
        case Write(), Write():
            assert found.prompt == shown.prompt


def test_a_question_that_was_changed_elsewhere_is_read_anew_with_what_was_not_shown() -> None:
    item = replace(GAP, gloss="I get off here", hint="Tenk.")
    text, _ = write_gift(COVER, [item, Flashcard(id="kort", instruction="Les.", front="buss")])
    draft = _read(text.replace("=på#", "=på en#"))
    changed, card = draft.items
    assert isinstance(changed, Gap)
    assert changed.gaps[0].accept[0] == Accepted("på en", "Vanligst.")
    assert (changed.id, changed.gloss, changed.hint, card.id) == ("av", "I get off here", "Tenk.", "kort")
    assert said(draft.remarks) == [("X81", 6)]


def test_a_question_that_was_copied_is_a_question_of_its_own() -> None:
    text, _ = write_gift(COVER, [GAP])
    head, question = text.split("\n\n", 1)[0], text.split("\n", 3)[3]
    draft = _read(f"{head}\n\n{question}\n\n{question}")
    assert [item.id for item in draft.items] == ["av", "av-2"]


def test_a_damaged_note_is_told_and_the_question_is_read() -> None:
    text, _ = write_gift(COVER, [GAP])
    draft = _read(text.replace('"place"', '"plass"'))
    assert said(draft.remarks) == [("X82", 5)]
    assert [item.id for item in draft.items] == ["av"]


def test_a_set_without_a_title_and_a_title_with_a_slash_go_out() -> None:
    assert _read(write_gift(Cover(title="Ja/nei"), [GAP])[0]).cover.title == "Ja/nei"
    text = "\n".join(line for line in write_gift(Cover(title="Ja/nei"), [GAP])[0].split("\n") if line[:2] != "//")
    assert _read(text).cover.title == "Ja/nei"


@pytest.mark.parametrize(
    "item",
    [
        replace(GAP, gaps=(GapField("sted", (Accepted("på"),), (KnownError("i", "i -> på"),)),)),
        GapSelect(id="a", instruction="b", text="{c}", gaps=(GapField("c", (Accepted("d"), Accepted("e"))),)),
        MatchPairs(id="a", instruction="b", pairs=(Pair("c->d", right="e"), Pair("f", right="g"))),
    ],
)
def test_what_moodle_would_take_for_another_kind_of_question_is_not_written_for_it(item: Item) -> None:
    assert questions_of(item) == []
