"""The rules a set of items must keep before it may be published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from exercises.answers import check_answers
from exercises.craft import check_craft
from exercises.finding import Finding, find
from exercises.marking import has_stray_bracket, tokens
from exercises.model import (
    Choice,
    Decoy,
    Dialogue,
    Dictation,
    Gap,
    GapSelect,
    Item,
    MarkWords,
    MatchPairs,
    Order,
    OrderLines,
    Pair,
)
from exercises.normalise import normalise
from exercises.template import NAME, gap_names, pieces

FEWEST_OPTIONS, MOST_OPTIONS = 2, 6
FEWEST_PIECES = FEWEST_PAIRS = 2
VOICES = 2
_NO_LINES: Mapping[str, int] = {}


def check_items(items: Sequence[Item], lines: Mapping[str, int] = _NO_LINES) -> tuple[Finding, ...]:
    """Every rule the items of one set break, errors and warnings, in the order of the text.

    ``lines`` tells the line of each item by its id; without it findings have line 0 and stand by code.
    """
    found = [*_check_ids(items)]
    for item in items:
        found += _check_item(item)
        found += check_answers(item)
    found += check_craft(items)
    return place(found, lines)


def place(found: Iterable[Finding], lines: Mapping[str, int]) -> tuple[Finding, ...]:
    """Findings with the line of the item each is about, in the order of lines and codes."""
    placed = [Finding(f.wording, lines.get(f.where, 0), f.where, f.values) for f in found]
    return tuple(sorted(placed, key=lambda finding: (finding.line, finding.code)))


def _check_ids(items: Sequence[Item]) -> Iterator[Finding]:
    for item_id, count in Counter(item.id for item in items).items():
        if count > 1:
            yield find("E01", where=item_id)
        if not NAME.fullmatch(item_id):
            yield find("E30.id", where=item_id, name=item_id)


def _check_item(item: Item) -> Iterator[Finding]:
    if item.audio and not item.audio.transcript and not isinstance(item, Dictation):  # Whose sentence says it.
        yield find("E17", where=item.id)
    match item:
        case Choice():
            yield from _check_choice(item)
        case Gap():
            yield from _check_gap(item)
            if isinstance(item, GapSelect):
                yield from _check_offered(item)
        case Order():
            yield from _check_order(item)
        case MatchPairs():
            yield from _check_pairs(item)
        case MarkWords():
            yield from _check_marks(item)
        case Dictation():
            yield from _check_dictation(item)
        case Dialogue():
            yield from _check_dialogue(item)


def _check_parts(item: Item, names: Iterable[str]) -> Iterator[Finding]:
    for name, count in Counter(names).items():
        if count > 1:
            yield find("E01.part", where=item.id, name=name)
        if not NAME.fullmatch(name):
            yield find("E30.id", where=item.id, name=name)


def _check_choice(item: Choice) -> Iterator[Finding]:
    yield from _check_parts(item, (option.id for option in item.options))
    if not FEWEST_OPTIONS <= len(item.options) <= MOST_OPTIONS:
        yield find("E31.options", where=item.id, count=len(item.options))
    right = sum(option.correct for option in item.options)
    if not right:
        yield find("E07.none", where=item.id)
    elif right == len(item.options):
        yield find("E07.all", where=item.id)
    yield from _check_alike(item, "E08", [option.text for option in item.options])


def _check_gap(item: Gap) -> Iterator[Finding]:
    yield from _check_parts(item, (gap.name for gap in item.gaps))
    in_text, defined = Counter(gap_names(item.text)), {gap.name: gap for gap in item.gaps}
    for name, count in in_text.items():
        if name not in defined:
            yield find("E02.undefined", where=item.id, name=name)
        if count > 1:
            yield find("E02.twice", where=item.id, name=name)
    for name, gap in defined.items():
        if name not in in_text:
            yield find("E02.unused", where=item.id, name=name)
        if not any(normalise(accepted.text, item.match) for accepted in gap.accept):
            yield find("E03", where=item.id, name=name)
    if any(mark in piece.words for piece in pieces(item.text) for mark in "{}"):
        yield find("E02.brace", where=item.id)


def _check_offered(item: GapSelect) -> Iterator[Finding]:
    """What a reader chooses from holds a right word, and a wrong one."""
    bank = {normalise(word, item.match) for word in item.bank}
    for gap in item.gaps:
        if not bank and not gap.errors:
            yield find("E31.wrong", where=item.id, name=gap.name)
        if bank and gap.accept and not any(normalise(accepted.text, item.match) in bank for accepted in gap.accept):
            yield find("E16", where=item.id, name=gap.name, text=gap.accept[0].text)


def _check_order(item: Order) -> Iterator[Finding]:
    count = len(item.pieces)
    if count < FEWEST_PIECES:
        yield find("E31.lines" if isinstance(item, OrderLines) else "E31.tokens", where=item.id)
    as_written = tuple(range(1, count + 1))
    seen = {as_written}
    for order in item.orders:
        if tuple(sorted(order)) != as_written:
            yield find("E09", where=item.id, order=list(order), count=count)
        elif order in seen:
            yield find("E09.same", where=item.id, order=list(order))
        seen.add(order)
    for fixed in item.fixed:
        if fixed not in as_written or any(order[fixed - 1 : fixed] != (fixed,) for order in item.orders):
            yield find("E09.fixed", where=item.id, place=fixed)


def _check_pairs(item: MatchPairs) -> Iterator[Finding]:
    if len(item.pairs) < FEWEST_PAIRS:
        yield find("E31.pairs", where=item.id)
    sides: list[Pair | Decoy] = [*item.pairs, *item.decoys]
    for side in sides:
        if bool(side.right) == bool(side.answer):
            text = side.left if isinstance(side, Pair) else side.right or side.answer
            yield find("E31.side", where=item.id, text=text)
    yield from _check_alike(item, "E10", [side.right or side.answer for side in sides])
    yield from _check_alike(item, "E10.left", [pair.left for pair in item.pairs])


def _check_marks(item: MarkWords) -> Iterator[Finding]:
    words = [token for token in tokens(item.text) if token.is_word]
    marked = [token for token in words if token.is_marked]
    if has_stray_bracket(item.text):
        yield find("E02.bracket", where=item.id)
    if not marked:
        yield find("E31.marked", where=item.id)
    elif len(marked) == len(words):
        yield find("E31.all_marked", where=item.id)
    there = {normalise(token.text, item.match) for token in words}
    for error in item.errors:
        if normalise(error.text, item.match) not in there:
            yield find("E31.elsewhere", where=item.id, text=error.text)


def _check_dictation(item: Dictation) -> Iterator[Finding]:
    if item.audio and normalise(item.audio.transcript or item.sentence) != normalise(item.sentence):
        yield find("E11", where=item.id, text=item.audio.transcript)


def _check_dialogue(item: Dialogue) -> Iterator[Finding]:
    yield from _check_parts(item, (part.id for part in item.parts))
    if len(item.parts) != VOICES:
        yield find("E31.voices", where=item.id, count=len(item.parts))
    known = {part.id for part in item.parts}
    for name in dict.fromkeys(line.part for line in item.lines):
        if name not in known:
            yield find("E31.part", where=item.id, name=name, known=", ".join(sorted(known)))
    for part in item.parts:
        if all(line.part != part.id for line in item.lines):
            yield find("E31.silent", where=item.id, name=part.id)


def _check_alike(item: Item, wording: str, texts: Sequence[str]) -> Iterator[Finding]:
    seen: set[str] = set()
    for text in texts:
        same = normalise(text, item.match)
        if same in seen:
            yield find(wording, where=item.id, text=text)
        seen.add(same)
