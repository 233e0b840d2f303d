"""Each rule with items that break it and items that keep it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.checks import check_items
from exercises.craft import check_listening
from exercises.marking import tokens, without_marks
from exercises.model import (
    Accepted,
    Audio,
    Choice,
    Decoy,
    Dialogue,
    Dictation,
    Flashcard,
    Gap,
    GapField,
    GapSelect,
    Item,
    KnownError,
    Line,
    MarkWords,
    Match,
    MatchPairs,
    Option,
    OrderLines,
    OrderWords,
    Pair,
    Part,
    Write,
)

VERB = GapField("verb", (Accepted("bor"),), (KnownError("bo", "Presens."),), ("bør",))
GAP = Gap(id="gap", instruction="Skriv", text="Jeg {verb} i Oslo.", gaps=(VERB,))
PRONOUN = Choice(
    id="choice",
    instruction="Velg",
    stem="Kari sover. __ er trøtt.",
    options=(Option("x", "hun", True), Option("y", "han")),
)
ORDER = OrderWords(
    id="order", instruction="Ordne", tokens=("Nå", "bor", "jeg", "her"), orders=((3, 2, 1, 4),), fixed=(2,)
)
PAIRS = MatchPairs(
    id="pairs", instruction="Finn", pairs=(Pair("hus", "дім"), Pair("en", answer="gutt")), decoys=(Decoy("кіт"),)
)
CARD = Flashcard(id="card", instruction="Les", front="hus", back="дім")
WRITE = Write(id="write", instruction="Skriv", prompt="Fortell om deg selv.")
SELECT = GapSelect(
    id="select",
    instruction="Velg",
    text="Bussen {verb} nå.",
    gaps=(GapField("verb", (Accepted("går"),), (KnownError("gå"),)),),
)
LINES = OrderLines(id="lines", instruction="Ordne", lines=("– Hei!", "– Hei, Kari.", "– Ha det!"))
MARKS = MarkWords(id="marks", instruction="Marker", text="Jeg [bor] i Bergen.", errors=(KnownError("Bergen"),))
DICTATION = Dictation(
    id="dictation", instruction="Hør", sentence="Kaffen er varm.", errors=(KnownError("Kafen er varm."),)
)
TALK = Dialogue(
    id="talk",
    instruction="Les",
    parts=(Part("a", "Kunden"), Part("b", "Ekspeditøren")),
    lines=(Line("a", "Hva koster den?"), Line("b", "Ti kroner.")),
)
SOUND: tuple[Item, ...] = (GAP, PRONOUN, ORDER, PAIRS, CARD, WRITE, SELECT, LINES, MARKS, DICTATION, TALK)


def bank(*words: str) -> GapSelect:
    return replace(SELECT, bank=words)


def recorded(item: Item, transcript: str = "", slow: str = "") -> Item:
    return replace(item, audio=Audio("a.mp3", slow, transcript))


def gap(**changes: object) -> Gap:
    return replace(GAP, gaps=(replace(VERB, **changes),))  # type: ignore[arg-type]


def accept(*texts: str) -> Gap:
    return gap(accept=tuple(map(Accepted, texts)))


def options(*texts: str, right: int = 1) -> Choice:
    return replace(PRONOUN, options=tuple(Option(f"o{n}", text, n < right) for n, text in enumerate(texts)))


def longest_right(count: int) -> list[Item]:
    return [replace(options(f"den aller lengste {n}", "den"), id=f"c{n}") for n in range(count)]


BROKEN: list[tuple[str, list[Item]]] = [
    ("E01", [GAP, replace(CARD, id="gap")]),
    ("E01.part", [replace(PRONOUN, options=(Option("x", "hun", True), Option("x", "han")))]),
    ("E02.undefined", [replace(GAP, text="Jeg {verb} i {by}.")]),
    ("E02.unused", [replace(GAP, text="Jeg bor i Oslo.")]),
    ("E02.twice", [replace(GAP, text="Jeg {verb} og {verb}.")]),
    ("E02.brace", [replace(GAP, text="Jeg {verb} i {Oslo}.")]),
    ("E01.part", [replace(TALK, parts=(Part("a", "x"), Part("a", "y")))]),
    ("E02.bracket", [replace(MARKS, text="Jeg [bor] i [Bergen.")]),
    ("E03", [replace(SELECT, gaps=(GapField("verb"),))]),
    ("E03", [gap(accept=())]),
    ("E03", [accept(".")]),
    ("E04.empty", [accept("bor", "")]),
    ("E04.blanks", [accept("bor ")]),
    ("E04.marks", [accept("**bor**")]),
    ("E04.marks", [options("<b>hun</b>", "han")]),
    ("E04.marks", [replace(ORDER, tokens=("Nå", "[bor](x)", "jeg", "her"))]),
    ("E04.marks", [replace(DICTATION, sentence="**Kaffen** er varm.")]),
    ("E04.marks", [replace(TALK, lines=(Line("a", "<b>Hei</b>"), Line("b", "Hei")))]),
    ("E05", [bank("går", "Går")]),
    ("E06", [replace(MARKS, errors=(KnownError("bor"),))]),
    ("E06", [replace(DICTATION, errors=(KnownError("kaffen er varm"),))]),
    ("E09.fixed", [replace(LINES, fixed=(4,))]),
    ("E11", [recorded(DICTATION, "Kaffen er kald.")]),
    ("E17", [recorded(CARD)]),
    ("E16", [bank("gikk", "gå")]),
    ("E31.lines", [replace(LINES, lines=("– Hei!",))]),
    ("E31.wrong", [replace(SELECT, gaps=(GapField("verb", (Accepted("går"),)),))]),
    ("E31.marked", [replace(MARKS, text="Jeg bor i Bergen.")]),
    ("E31.all_marked", [replace(MARKS, text="[Jeg] [bor].", errors=())]),
    ("E31.elsewhere", [replace(MARKS, errors=(KnownError("Oslo"),))]),
    ("E31.voices", [replace(TALK, parts=TALK.parts[:1], lines=TALK.lines[:1])]),
    ("E31.part", [replace(TALK, lines=(*TALK.lines, Line("c", "Ja.")))]),
    ("E31.silent", [replace(TALK, lines=TALK.lines[:1])]),
    (
        "E51",
        [
            replace(
                SELECT, gaps=(GapField("verb", (Accepted("går"), Accepted("kjører"))),), bank=("går", "kjører", "er")
            )
        ],
    ),
    ("E56", [replace(CARD, example="Eg bor her.")]),
    ("E05", [accept("bor", "Bor.")]),
    ("E05", [gap(confusable=("bør", "bør"))]),
    ("E06", [gap(errors=(KnownError("BOR"),))]),
    ("E07.none", [options("hun", "han", right=0)]),
    ("E07.all", [options("hun", "han", right=2)]),
    ("E08", [options("hun", "Hun")]),
    ("E09", [replace(ORDER, orders=((1, 2, 3),), fixed=())]),
    ("E09", [replace(ORDER, orders=((1, 2, 3, 5),), fixed=())]),
    ("E09.same", [replace(ORDER, orders=((1, 2, 3, 4),))]),
    ("E09.fixed", [replace(ORDER, fixed=(1,))]),
    ("E09.fixed", [replace(ORDER, fixed=(9,))]),
    ("E10", [replace(PAIRS, decoys=(Decoy("дім"),))]),
    ("E10.left", [replace(PAIRS, pairs=(Pair("hus", "дім"), Pair("Hus", "кіт")), decoys=())]),
    ("E14", [accept("ga\u030ar")]),
    ("E14", [replace(CARD, hint="e\u0301n")]),
    ("E30.id", [replace(CARD, id="Kort 1")]),
    ("E30.id", [replace(PRONOUN, options=(Option("Å", "hun", True), Option("y", "han")))]),
    ("E31.options", [options("hun")]),
    ("E31.options", [options(*"abcdefg")]),
    ("E31.tokens", [replace(ORDER, tokens=("Nå",), orders=(), fixed=())]),
    ("E31.pairs", [replace(PAIRS, pairs=(Pair("hus", "дім"),))]),
    ("E31.side", [replace(PAIRS, pairs=(Pair("hus", "дім", "bolig"), Pair("en", "один")))]),
    ("E31.side", [replace(PAIRS, decoys=(Decoy(),))]),
    ("E52", [replace(accept("arbeider"), text="Hun arbeider, og jeg {verb}.")]),
    ("E52", [replace(options("trøtt", "glad"), stem="Kari er trøtt.")]),
    ("E52.neighbour", [accept("arbeider"), replace(ORDER, lead="Hva arbeider du med?")]),
    ("E52.neighbour", [replace(ORDER, lead="Hva arbeider du med?"), accept("arbeider")]),
    ("E54", longest_right(4)),
    ("E55", [accept("bor i en by")]),
    ("E57", [options("Hun", "han")]),
]


@pytest.mark.parametrize(("wording", "items"), BROKEN, ids=[f"{row[0]}-{n}" for n, row in enumerate(BROKEN)])
def test_a_broken_rule_is_told_with_its_item_and_line(wording: str, items: list[Item]) -> None:
    lines = {item.id: 10 + n for n, item in enumerate(items)}
    told = [finding for finding in check_items(items, lines) if finding.wording == wording]
    assert told
    assert told[0].line == lines[told[0].where]
    assert told[0].severity == ("error" if wording < "E50" else "warning")


def test_sound_items_break_no_rule() -> None:
    assert check_items(SOUND) == ()


FINE: list[tuple[str, list[Item]]] = [
    ("a lone star is no formatting", [accept("*goed")]),
    ("capitals differ where case is strict", [replace(accept("bor", "Bor"), match=Match(strict_case=True))]),
    ("options may differ in case where case is strict", [replace(options("Hun", "hun", "Han"), match=Match(True))]),
    ("short words stand everywhere", [replace(accept("er"), text="Det er sant at jeg {verb} her.")]),
    ("part of a word gives nothing away", [replace(accept("arbeid"), text="En arbeidsplass gir {verb}.")]),
    ("three items show no habit", longest_right(3)),
    ("two answers to a sentence are fair", [accept("bor i en by", "jeg bor i en by")]),
    ("a learner may err in nynorsk", [gap(errors=(KnownError("bur ikkje"),))]),
    ("a recording may leave its words to the sentence", [recorded(DICTATION)]),
    ("a word may be marked twice", [replace(MARKS, text="[Jeg] bor, og [jeg] sover.", errors=())]),
    ("a bank with one right word", [bank("går", "er")]),
    ("every option begins with a capital", [options("Hun", "Han")]),
]


@pytest.mark.parametrize(("why", "items"), FINE, ids=[row[0] for row in FINE])
def test_what_looks_like_a_broken_rule_may_be_fine(why: str, items: list[Item]) -> None:
    assert [finding.wording for finding in check_items(items)] == [], why


def test_findings_stand_in_the_order_of_the_text() -> None:
    found = check_items([gap(accept=()), options("hun", "han", right=0)], {"gap": 30, "choice": 5})
    assert [(finding.code, finding.line) for finding in found] == [("E07", 5), ("E03", 30)]


def test_a_beginners_recording_is_there_slowly_too() -> None:
    for level in ("pre-A1", "A1"):
        assert [f.wording for f in check_listening([recorded(DICTATION)], level)] == ["E59"]
        assert not [*check_listening([recorded(DICTATION, slow="b.mp3"), CARD], level)]
    assert not [*check_listening([recorded(DICTATION)], "A2")]


def test_the_words_of_a_text_and_the_marked_ones() -> None:
    assert [(token.text, token.is_word, token.is_marked) for token in tokens("Nå [skal gå] vi, [A.")] == [
        ("Nå", True, False),
        (" ", False, False),
        ("skal gå", True, True),
        (" ", False, False),
        ("vi", True, False),
        (", ", False, False),
        ("[", False, False),
        ("A", True, False),
        (".", False, False),
    ]


@given(st.text(st.characters(exclude_categories=["Cs"])) | st.text("a[] .'-:"))
def test_no_letter_of_a_text_is_lost_to_marking(text: str) -> None:
    assert without_marks(text).replace("[", "").replace("]", "") == text.replace("[", "").replace("]", "")
    assert all(token.is_word or not token.is_marked for token in tokens(text))
