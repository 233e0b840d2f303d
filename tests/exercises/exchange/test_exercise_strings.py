"""The words that explain an item go to translators; the Norwegian goes with them and comes back as it was."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exchange.csv_strings import read_csv, write_csv
from exchange.po_strings import read_po, write_po
from exchange.remark import ExchangeError
from exchange.strings import Text, words_of
from exercises.exchange.strings import FORM, sentence_of, texts_of
from exercises.model import Accepted, Gap, GapField, Item, KnownError, MatchPairs, Pair
from exercises.normal import normal
from exercises.rewording import with_texts
from exercises.strings import norwegian, translated
from tests.exercises.test_item_fence import ITEMS, TEXT

ID = "d94cf7e4-b777-4ed3-b28e-f76c7b10a8bc"
GAP = Gap(
    id="stopper",
    instruction="Skriv verbet.",
    text="Unnskyld, {verb} bussen her?",
    gaps=(GapField("verb", (Accepted("stopper"),), (KnownError("stoppe", "Presens slutter på -r."),)),),
)
PAIRS = MatchPairs(id="ord", instruction="Finn ordene.", pairs=(Pair("holdeplass", right="der bussen stopper"),))
TEXTS = list(texts_of([GAP, PAIRS]))


def test_each_string_says_which_norwegian_it_is_about_and_the_sentence_asks_what_it_means() -> None:
    assert [(text.key, text.about, text.words) for text in TEXTS] == [
        ("stopper.instruction", "Unnskyld, stopper bussen her?", "Skriv verbet."),
        ("stopper.gaps.verb.errors.1.feedback", "stoppe", "Presens slutter på -r."),
        ("stopper.gloss", "", "Unnskyld, stopper bussen her?"),
        ("ord.instruction", "", "Finn ordene."),
        ("ord.pairs.right.1", "holdeplass", "der bussen stopper"),
    ]


def test_a_sheet_opens_in_columns_where_semicolons_divide_them() -> None:
    lines = write_csv(FORM, ID, TEXTS, {"stopper.gloss": "Does it stop here?"}).split("\n")
    assert lines[0] == "set;key;norwegian;source;translation"
    assert lines[2] == f"{ID};stopper.gaps.verb.errors.1.feedback;stoppe;Presens slutter på -r.;"
    assert lines[3] == f"{ID};stopper.gloss;;Unnskyld, stopper bussen her?;Does it stop here?"


def test_a_po_file_has_the_id_as_context_and_the_norwegian_as_a_comment() -> None:
    text = write_po(FORM, ID, "uk", TEXTS)
    assert f'"X-Set-Id: {ID}\\n"' in text
    assert '#. norwegian: stoppe\nmsgctxt "stopper.gaps.verb.errors.1.feedback"\nmsgid "Presens slutter på -r."' in text


@settings(max_examples=60, deadline=None)
@given(st.lists(ITEMS.map(normal), min_size=1, max_size=3, unique_by=lambda item: item.id), st.lists(TEXT, min_size=1))
def test_the_words_of_any_items_come_back_and_no_norwegian_changes(items: list[Item], new: list[str]) -> None:
    texts = {text.key: text for text in texts_of(items)}
    said = {key: new[n % len(new)].strip() or "x" for n, key in enumerate(texts)}
    for sent in (
        read_csv(FORM, write_csv(FORM, ID, texts.values(), said)),
        read_po(FORM, write_po(FORM, ID, "uk", texts.values(), said)),
    ):
        found = words_of(sent, ID, texts.values(), {})
        assert found == said
    for item in items:
        start = f"{item.id}."
        made = with_texts(item, {k.removeprefix(start): w for k, w in said.items() if k.startswith(start)})
        assert norwegian(made) == norwegian(item)
        assert set(translated(made).values()) <= set(said.values())
        assert with_texts(made, translated(item) | ({} if item.gloss else {"gloss": ""})) == item


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ((";stoppe;", ";stopper;"), [("X08.about", 3)]),
        (("Presens slutter", "Presens ender"), [("X08.older", 3)]),
        ((";;Unnskyld, stopper", ";;Unnskyld, stoppet"), [("X08.older", 4)]),
        (("stopper.gloss", "stopper.text"), [("X08.unknown", 4)]),
        (("ord.pairs.right.1", "ord.pairs.left.1"), [("X08.unknown", 6), ("X08.missing", 0)]),
        (("set;key", "story;key"), [("X08.broken", 1)]),
        ((f"{ID};ord.instruction", "x;ord.instruction"), [("X08.other", 5)]),
        ((ID, "x"), [("X08.other", 1)]),
    ],
)
def test_changed_norwegian_unknown_ids_and_older_sources_are_refused(changed: tuple[str, str], said: object) -> None:
    text = write_csv(FORM, ID, TEXTS, {text.key: "x" for text in TEXTS}).replace(*changed)
    assert _refusal(text) == said


def _refusal(text: str) -> list[tuple[str, int]]:
    with pytest.raises(ExchangeError) as refused:
        words_of(read_csv(FORM, text), ID, TEXTS, {})
    return [(found.wording, found.line) for found in refused.value.remarks]


def test_changed_norwegian_is_refused_in_po_too() -> None:
    text = write_po(FORM, ID, "uk", TEXTS, {text.key: "x" for text in TEXTS})
    with pytest.raises(ExchangeError, match="Norwegian that .* was changed to “å stoppe”"):
        words_of(read_po(FORM, text.replace("norwegian: stoppe", "norwegian: å stoppe")), ID, TEXTS, {})


def test_a_po_file_whose_comments_a_program_dropped_is_taken() -> None:
    said = {text.key: "x" for text in TEXTS}
    text = write_po(FORM, ID, "uk", TEXTS, said)
    bare = "\n".join(line for line in text.split("\n") if not line.startswith("#."))
    assert words_of(read_po(FORM, bare), ID, TEXTS, {}) == said


def test_only_what_a_sentence_means_may_come_back_empty() -> None:
    said = {text.key: "x" for text in TEXTS if not text.key.endswith(".gloss")}
    assert words_of(read_csv(FORM, write_csv(FORM, ID, TEXTS, said)), ID, TEXTS, {}) == said
    del said["ord.instruction"]
    assert _refusal(write_csv(FORM, ID, TEXTS, said)) == [("X08.missing", 5)]


def test_a_path_that_leads_nowhere_changes_nothing() -> None:
    assert with_texts(GAP, {"gaps.verb.errors.9.feedback": "x", "text": "x", "gaps.x.hint": "x"}) == GAP


def test_a_gap_without_an_answer_still_makes_a_sentence() -> None:
    bare = replace(GAP, gaps=(GapField("verb"),))
    assert sentence_of(bare) == "Unnskyld, … bussen her?"
    assert Text("stopper.gloss", sentence_of(bare), optional=True) in list(texts_of([bare]))
