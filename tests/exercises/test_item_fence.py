"""What the YAML of a fence is read as, what is refused, and that nothing is lost between the two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.fence import read_item, write_item
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
    Picture,
    Write,
)
from exercises.normal import normal, one_line

GAP = """\
id: bor
type: gap
instruction: Skriv ordet som mangler.
text: Jeg {verb} i Oslo.
gaps:
  verb:
    accept:
    - text: bor
      note: Presens.
    errors:
    - text: bo
      feedback: 'Etter «jeg» trenger du presens: «bor».'
    confusable:
    - bør
    hint: å bo
gloss: أسكن في أوسلو
hint: Hva gjør du der?
explanation: Verbet står på plass nummer to.
audio:
  normal: ../../media/audio/bor.mp3
  transcript: Jeg bor i Oslo.
image:
  src: ../../media/images/oslo.webp
  alt: Et hus i Oslo 🏠
match:
  case: strict
"""

GAP_ITEM = Gap(
    id="bor",
    instruction="Skriv ordet som mangler.",
    text="Jeg {verb} i Oslo.",
    gaps=(
        GapField(
            "verb",
            (Accepted("bor", "Presens."),),
            (KnownError("bo", "Etter «jeg» trenger du presens: «bor»."),),
            ("bør",),
            "å bo",
        ),
    ),
    gloss="أسكن في أوسلو",
    hint="Hva gjør du der?",
    explanation="Verbet står på plass nummer to.",
    audio=Audio("../../media/audio/bor.mp3", transcript="Jeg bor i Oslo."),
    image=Picture("../../media/images/oslo.webp", "Et hus i Oslo 🏠"),
    match=Match(strict_case=True),
)


def test_an_item_is_read_whole_and_written_as_it_was() -> None:
    assert read_item(GAP, 1) == (GAP_ITEM, ())
    assert write_item(GAP_ITEM) == GAP


def test_orders_are_written_on_one_line_each() -> None:
    item = OrderWords(id="a", instruction="Ordne", tokens=("Nå", "bor", "jeg"), orders=((3, 2, 1),), fixed=(2,))
    assert write_item(item).endswith("tokens:\n- Nå\n- bor\n- jeg\norders:\n- [3, 2, 1]\nfixed: [2]\n")


NEW = """\
id: verbet
type: gap-select
instruction: Velg riktig form.
text: Bussen {verb} nå.
gaps:
  verb:
    accept:
    - text: går
    errors:
    - text: gå
      feedback: Presens slutter på -r.
bank:
- går
- gå
---
id: samtalen
type: order-lines
instruction: Sett samtalen i rekkefølge.
lines:
- – Hei!
- – Hei, hvordan går det?
fixed: [1]
---
id: verbene
type: mark-words
instruction: Trykk på verbene.
text: Jeg [bor] i Bergen.
errors:
- text: Bergen
  feedback: «Bergen» er en by.
---
id: skriv
type: dictation
instruction: Hør og skriv.
sentence: Jeg skal av på neste stopp.
accept:
- text: Eg skal av på neste stopp.
  note: Det er nynorsk.
errors:
- text: Jeg skal av på neste stop.
  feedback: To p-er.
---
id: dere-to
type: dialogue
instruction: Les høyt sammen.
parts:
- id: a
  name: Den som reiser
  task: Du vil til sykehuset.
- id: b
  name: Sjåføren
lines:
- part: a
  text: Går denne til sykehuset?
- part: b
  text: Ja, det er seks stopp.
"""


@pytest.mark.parametrize("written", NEW.split("---\n"), ids=lambda text: text.split("type: ")[1].split("\n")[0])
def test_every_type_is_read_and_written_as_it_was(written: str) -> None:
    item, findings = read_item(written, 1)
    assert findings == ()
    assert item
    assert write_item(item) == written


@pytest.mark.parametrize(
    "word", ["no", "ja", "1", "1e3", "null", "~x", "2026-11-23", "=", "on", "0x1F", "1_000", "12:30"]
)
def test_a_word_is_a_word_even_where_yaml_would_see_something_else(word: str) -> None:
    item, findings = read_item(f"id: a\ntype: flashcard\ninstruction: Les\nfront: {word}\n", 1)
    assert findings == ()
    assert isinstance(item, Flashcard)
    assert item.front == word
    assert read_item(write_item(item), 1) == (item, ())


CHOICE = "id: a\ntype: choice\ninstruction: Velg\nstem: Hvem?\noptions:\n- id: x\n  text: hun\n  correct: true\n"
ORDER = "id: a\ntype: order-words\ninstruction: Ordne\ntokens: [a, b]\n"
CARD = "id: a\ntype: flashcard\ninstruction: Les\nfront: hus\n"

REFUSED = [
    ("E20", 6, CARD + "back: [\n"),
    ("E20", 5, CARD + "back: en: to\n"),
    ("E21", 5, CARD + "forside: hus\n"),
    ("E21", 5, CARD + "stem: hus\n"),
    ("E21", 9, CHOICE + "  riktig: true\n"),
    ("E21", 5, CARD + "<<: {hint: hei}\n"),
    ("E22", 1, "id: a\ntype: flashcard\ninstruction: Les\n"),
    ("E22", 6, CHOICE.replace("  text: hun\n", "")),
    ("E23.item", 1, "- id: a\n"),
    ("E23.item", 1, ""),
    ("E23.key", 5, CARD + "? [a]\n: b\n"),
    ("E23.text", 5, CARD + "back: [hus]\n"),
    ("E23.list", 4, ORDER.replace("[a, b]", "a b")),
    ("E23.mapping", 5, CARD + "audio: hus.mp3\n"),
    ("E23.mapping", 6, CHOICE.replace("- id: x\n  text: hun\n  correct: true\n", "- hun\n")),
    ("E23.truth", 8, CHOICE.replace("true", "ja")),
    ("E23.truth", 8, CHOICE.replace("true", "'true'")),
    ("E23.value", 5, CARD + "match: {case: lax}\n"),
    ("E23.places", 5, ORDER + "fixed: [0]\n"),
    ("E23.places", 5, ORDER + "orders: [[2, -1]]\n"),
    ("E23.places", 5, ORDER + "fixed: [100000]\n"),
    ("E24", 5, CARD + "front: båt\n"),
    ("E25.anchor", 4, CARD.replace("hus", "&hus hus")),
    ("E25.anchor", 5, CARD + "back: *hus\n"),
    ("E25.tag", 4, CARD.replace("hus", "!!python/name:os.system x")),
    ("E26.long", 1, CARD + "#" * 20_000),
    ("E26.deep", 5, CARD + "back: " + "[" * 5_000),
    ("E27", 5, CARD + "back:\n"),
    ("E27", 5, CARD + "back: ' '\n"),
    ("E27", 4, ORDER.replace("[a, b]", "[]")),
    ("E28.lines", 5, CARD + "back: |\n  et hus\n  to hus\n"),
    ("E28.unseen", 5, CARD + 'back: "\\a"\n'),
    ("E28.unseen", 5, CARD + "back: æ\x07\n"),
    ("E28.unseen", 5, CARD + "back: \ud800\n"),
    ("E29", 1, CARD.replace("flashcard", "quiz")),
]


@pytest.mark.parametrize(("wording", "line", "source"), REFUSED, ids=[f"{r[0]}-{n}" for n, r in enumerate(REFUSED)])
def test_what_cannot_be_read_is_told_with_its_line(wording: str, line: int, source: str) -> None:
    item, findings = read_item(source, 11)
    assert item is None
    assert (wording, line + 10) in [(finding.wording, finding.line) for finding in findings]
    assert all(finding.severity == "error" and finding.say("nb") for finding in findings)


def test_everything_wrong_with_an_item_is_told_at_once() -> None:
    _, findings = read_item("id: a\ntype: flashcard\nback: []\nfarge: blå\n", 1)
    assert [finding.code for finding in findings] == ["E22", "E22", "E23", "E21"]


TEXT = st.one_of(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1),
    st.lists(st.sampled_from([*list("-:#'\"{}[]&*!|>%@`,?~ abæ\u2028\u0301\xa0🏠"), "no", "1", ": ", " #"])).map(
        "".join
    ),
).filter(one_line)
MAYBE = st.one_of(st.just(""), TEXT)
IDS = st.from_regex(r"[a-z0-9][a-z0-9-]{0,8}", fullmatch=True)
PLACES = st.lists(st.integers(1, 999), min_size=1, max_size=4).map(tuple)


def some(values: st.SearchStrategy, least: int = 0) -> st.SearchStrategy:  # type: ignore[type-arg]
    return st.lists(values, min_size=least, max_size=3).map(tuple)


COMMON = {
    "id": IDS,
    "instruction": TEXT,
    "gloss": MAYBE,
    "hint": MAYBE,
    "explanation": MAYBE,
    "audio": st.none() | st.builds(Audio, TEXT, MAYBE, MAYBE, MAYBE, MAYBE),
    "image": st.none() | st.builds(Picture, TEXT, TEXT),
    "match": st.builds(Match, st.booleans(), st.booleans()),
}
GAP_FIELDS = st.builds(
    GapField, IDS, some(st.builds(Accepted, TEXT, MAYBE)), some(st.builds(KnownError, TEXT, MAYBE)), some(TEXT), MAYBE
)
ITEMS: st.SearchStrategy[Item] = st.one_of(
    st.builds(Choice, stem=TEXT, options=some(st.builds(Option, IDS, TEXT, st.booleans(), MAYBE), 1), **COMMON),
    st.builds(
        Gap,
        text=TEXT,
        gaps=st.lists(GAP_FIELDS, min_size=1, max_size=3, unique_by=lambda gap: gap.name).map(tuple),
        **COMMON,
    ),
    st.builds(
        GapSelect,
        text=TEXT,
        gaps=st.lists(GAP_FIELDS, min_size=1, max_size=3, unique_by=lambda gap: gap.name).map(tuple),
        bank=some(TEXT),
        **COMMON,
    ),
    st.builds(OrderLines, lines=some(TEXT, 1), orders=some(PLACES), fixed=st.just(()) | PLACES, lead=MAYBE, **COMMON),
    st.builds(MarkWords, text=TEXT, errors=some(st.builds(KnownError, TEXT, MAYBE)), **COMMON),
    st.builds(
        Dictation,
        sentence=TEXT,
        accept=some(st.builds(Accepted, TEXT, MAYBE)),
        errors=some(st.builds(KnownError, TEXT, MAYBE)),
        **COMMON,
    ),
    st.builds(
        Dialogue, parts=some(st.builds(Part, IDS, TEXT, MAYBE), 1), lines=some(st.builds(Line, IDS, TEXT), 1), **COMMON
    ),
    st.builds(OrderWords, tokens=some(TEXT, 1), orders=some(PLACES), fixed=st.just(()) | PLACES, lead=MAYBE, **COMMON),
    st.builds(
        MatchPairs, pairs=some(st.builds(Pair, TEXT, MAYBE, MAYBE), 1), decoys=some(st.builds(Decoy, TEXT)), **COMMON
    ),
    st.builds(Flashcard, front=TEXT, back=MAYBE, example=MAYBE, **COMMON),
    st.builds(Write, prompt=TEXT, checklist=some(TEXT), models=some(TEXT), **COMMON),
)


@given(ITEMS)
def test_a_written_item_is_read_as_the_same_item(item: Item) -> None:
    text = write_item(item)
    read, findings = read_item(text, 1)
    assert findings == ()
    assert read == normal(item) == normal(normal(item))
    assert write_item(read) == text


@given(ITEMS)
def test_no_line_of_a_written_item_could_end_its_fence(item: Item) -> None:
    assert not any(line.lstrip(" ").startswith(("```", "~~~")) for line in write_item(item).split("\n"))


@given(st.one_of(st.text(), st.text("id:type-gap\n {}[]&*!'\"|>?#%,")))
def test_any_text_is_read_or_refused_without_an_exception(source: str) -> None:
    item, findings = read_item(source, 1)
    assert (item is None) == bool(findings)
    assert all(finding.say("en") for finding in findings)
