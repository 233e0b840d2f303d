"""Anki: cards keep their ids whatever changes on them, and what Anki exports is read."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings

from exercises.exchange.anki_cards import cards_of, deck_of
from exercises.exchange.anki_package import write_apkg
from exercises.exchange.anki_reader import read_anki
from exercises.exchange.anki_text import write_anki
from exercises.exchange.draft import Draft, Part, Prose
from exercises.model import (
    Accepted,
    Flashcard,
    Gap,
    GapField,
    Item,
    KnownError,
    MatchPairs,
    Option,
    OrderWords,
    Pair,
)
from exercises.model import Choice as ChoiceItem
from tests.exercises.exchange.samples import COVER, SETS, WORDS, refusal, said

CARD = Flashcard(
    id="av-her", instruction="Les.", front="Jeg skal av her.", back='I get off; "here" <b>', example="– Av!"
)
PAIRS = MatchPairs(
    id="ord", instruction="Finn.", pairs=(Pair("holdeplass", right="bus stop"), Pair("forsinket", right="late"))
)
NOW = 1_795_000_000


def _read(text: str) -> Draft:
    return read_anki(text, WORDS)


def _written(*items: Item) -> str:
    return write_anki(COVER, deck_of(COVER, items))[0]


def test_the_text_says_how_it_is_built_and_begins_each_row_with_the_id() -> None:
    lines = _written(CARD).split("\n")
    assert lines[:6] == [
        "#separator:Semicolon",
        "#html:false",
        "#notetype:Mentor Toolbox",
        "#deck:Mentor Toolbox::På bussen",
        "#guid column:1",
        "#columns:GUID;Front;Back;Example;Task;Toolbox",
    ]
    assert lines[7].startswith(f'{COVER.id}/av-her;Jeg skal av her.;"I get off; ""here"" <b>";– Av!;Les.;')


def _guids(package: bytes) -> dict[str, list[str]]:
    """The fields of each note by its id."""
    with zipfile.ZipFile(io.BytesIO(package)) as files:
        assert sorted(files.namelist()) == ["collection.anki2", "media"]
        data = files.read("collection.anki2")
    collection = sqlite3.connect(":memory:")
    collection.deserialize(data)
    assert collection.execute("pragma integrity_check").fetchone() == ("ok",)
    version, models, decks = collection.execute("select ver, models, decks from col").fetchone()
    assert version == 11
    (model,) = json.loads(models).values()
    notes = collection.execute("select id, guid, mid, flds, csum from notes").fetchall()
    cards = collection.execute("select nid, did from cards").fetchall()
    assert sorted(nid for nid, _ in cards) == sorted(note[0] for note in notes)
    assert {str(did) for _, did in cards} <= set(json.loads(decks))
    assert {note[2] for note in notes} == {model["id"]}
    collection.close()
    return {guid: fields.split("\x1f") for _, guid, _, fields, _ in notes}


def test_a_package_is_a_collection_whose_notes_keep_their_ids_when_their_texts_change() -> None:
    before = _guids(write_apkg(COVER, deck_of(COVER, [CARD, PAIRS]), NOW))
    changed = [replace(CARD, back="I leave here"), replace(PAIRS, pairs=PAIRS.pairs[::-1])]
    after = _guids(write_apkg(replace(COVER, title="Nytt navn"), deck_of(COVER, changed), NOW + 1))
    assert set(before) == {f"{COVER.id}/{name}" for name in ("av-her", "ord/holdeplass", "ord/forsinket")}
    assert set(after) == set(before)
    assert before[f"{COVER.id}/av-her"][:4] == ["Jeg skal av her.", 'I get off; "here" &lt;b&gt;', "– Av!", "Les."]
    assert after[f"{COVER.id}/av-her"][1] == "I leave here"


def test_the_same_set_makes_the_same_package() -> None:
    deck = deck_of(COVER, [CARD, PAIRS])
    assert write_apkg(COVER, deck, NOW) == write_apkg(COVER, deck, NOW)


def test_a_card_asks_what_the_item_asks_and_answers_with_what_is_right() -> None:
    gap = Gap(
        id="av",
        instruction="Skriv.",
        text="Jeg skal av {sted} her.",
        gaps=(GapField("sted", (Accepted("på"), Accepted("ved")), (KnownError("i"),)),),
        gloss="I get off here.",
    )
    order = OrderWords(id="o", instruction="Ordne.", tokens=("nå", "bor", "jeg", "her"))
    options = (Option("a", "Bor", True), Option("b", "Bo"))
    choice = ChoiceItem(id="c", instruction="Velg.", stem="Jeg …", options=options, explanation="Presens.")
    assert [card.seen for item in (gap, order, choice) for card in cards_of(item)] == [
        ("Jeg skal av _____ her.", "Jeg skal av på / ved her. I get off here.", "", "Skriv."),
        ("bor / her / jeg / nå", "nå bor jeg her", "", "Ordne."),
        ("Jeg … • Bor • Bo", "Bor", "Presens.", "Velg."),
    ]


@settings(max_examples=40, deadline=None)
@given(SETS)
def test_any_set_comes_back_whole_or_says_that_it_cannot_go(items: list[Item]) -> None:
    parts: list[Part] = [Prose("Hei.\n\n- a"), *items]
    if not any(map(cards_of, items)):
        assert refusal(lambda: deck_of(COVER, parts))[-1] == ("X14", 0)
        return
    text, _ = write_anki(COVER, deck_of(COVER, parts))
    draft = _read(text)
    assert (draft.cover, draft.parts, draft.remarks) == (COVER, tuple(parts), ())
    assert _guids(write_apkg(COVER, deck_of(COVER, parts), NOW))


def test_what_anki_exports_of_our_cards_is_the_set_again_in_any_order() -> None:
    deck = deck_of(COVER, [CARD, PAIRS])
    rows = [
        "\t".join([f"{COVER.id}/{card.name}", "Mentor Toolbox", "Dekk", *map(_as_anki, card.fields), ""])
        for card in deck.cards
    ]
    head = "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:9\n"
    draft = _read(head + "\n".join(rows[::-1]) + "\n")
    assert set(draft.parts) == {CARD, PAIRS}
    assert draft.remarks == ()


def _as_anki(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;").replace("\t", "&#9;")
    return text.replace("\n", "<br>")


def test_a_card_that_was_changed_in_anki_is_a_card_of_its_own() -> None:
    draft = _read(_written(CARD).replace("Jeg skal av her.;", "Jeg skal av nå.;"))
    assert draft.parts == (replace(CARD, front="Jeg skal av nå."),)
    assert said(draft.remarks) == [("X81", 8)]


def test_a_strangers_notes_are_flashcards_and_a_cloze_is_a_gap() -> None:
    draft = _read(
        "#separator:tab\n#html:true\n#notetype column:1\n#deck column:2\n#tags column:6\n"
        "Basic\tNorsk::Buss\t<b>buss</b>&nbsp;nå\tbus<br>now\t\tnorsk\n"
        "Cloze\tNorsk::Buss\tJeg {{c1::bor::å bo}} i {{c2::Oslo}}.\tI live\t\tnorsk\n"
    )
    assert draft.items == (
        Flashcard(id="buss-na", instruction="flashcard?", front="buss\u00a0nå", back="bus now"),
        Gap(
            id="jeg-c1-bor-a-bo-i-c2-oslo",
            instruction="gap?",
            text="Jeg {ord-1} i {ord-2}.",
            gaps=(GapField("ord-1", (Accepted("bor"),), hint="å bo"), GapField("ord-2", (Accepted("Oslo"),))),
            explanation="I live",
        ),
    )
    assert draft.remarks == ()


@pytest.mark.parametrize(
    ("text", "front"),
    [("hund\tdog\n", "hund"), ("hund;dog\n", "hund"), ("#separator:Pipe\nhund|dog\n", "hund"), ("a,b\n", "a")],
)
def test_rows_are_divided_as_the_file_says_or_as_they_look(text: str, front: str) -> None:
    (card,) = _read(text).items
    assert (card.front, bool(card.back)) == (front, True)  # type: ignore[attr-defined]


def test_what_a_card_cannot_bring_is_told_with_its_line() -> None:
    draft = _read('a\t"[sound:a.mp3]b"\n\nc\t<img src="x">d\te\tf\n\td\n')
    assert said(draft.remarks) == [("X83", 1), ("X86", 3), ("X79", 3), ("X72.empty", 4)]
    assert [(card.front, card.back) for card in draft.items] == [("a", "b"), ("c", "d")]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#separator:hei\na\n", [("X13.separator", 1)]),
        ("#guid column:x\na\n", [("X13.column", 1)]),
        ("#separator:tab\n", [("X13.none", 1)]),
        ('#html:true\na\t"b\n', [("X13.broken", 2)]),
        ("a\t<script>b</script>\n", [("X11.script", 1)]),
        (f"a\t{'b' * 60_000}\n", [("X11.long", 1)]),
        ("a\tb\n" * 1_001, [("X11.many", 1001)]),
    ],
)
def test_what_cannot_be_read_refuses_the_file_with_its_line(text: str, expected: object) -> None:
    assert refusal(lambda: _read(text)) == expected


def test_a_card_that_a_spreadsheet_would_compute_is_told_and_left_as_it_is() -> None:
    text, lost = write_anki(COVER, deck_of(COVER, [replace(CARD, front="=1+1")]))
    assert f"{COVER.id}/av-her;=1+1;" in text
    assert said(lost) == [("X85", 0)]
