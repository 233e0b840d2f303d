"""The rules for what may be answered: written plainly, once, and never both right and wrong (E04–E06, E14)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from exercises.finding import Finding, find
from exercises.marking import tokens
from exercises.model import (
    Choice,
    Dialogue,
    Dictation,
    Gap,
    GapField,
    GapSelect,
    Item,
    KnownError,
    MarkWords,
    Match,
    MatchPairs,
    Order,
)
from exercises.normalise import normalise
from exercises.strings import norwegian, translated

_MARKED_UP = re.compile(r"\*\S[^*]*\*|\b_\S[^_]*_\b|`|\]\(|</?[A-Za-z!]|&#?\w+;|[{}]")
"""Marks of Markdown, HTML or a gap. A lone star is none: it marks what nobody says, as in "*goed"."""


def check_answers(item: Item) -> Iterator[Finding]:
    """What is wrong with the answers of an item, and with the spelling of all its texts."""
    for text in answers_of(item):
        if not text.strip():
            yield find("E04.empty", where=item.id)
        elif text != text.strip():
            yield find("E04.blanks", where=item.id, text=text)
        elif _MARKED_UP.search(text):
            yield find("E04.marks", where=item.id, text=text)
    match item:
        case Gap():
            for gap in item.gaps:
                yield from _check_apart(item, _right(gap), gap.errors)
                yield from _check_once(item.id, gap.confusable, item.match)
            if isinstance(item, GapSelect):
                yield from _check_once(item.id, item.bank, item.match)
        case Dictation():
            yield from _check_apart(item, [item.sentence, *(accepted.text for accepted in item.accept)], item.errors)
        case MarkWords():
            yield from _check_apart(
                item, [token.text for token in tokens(item.text) if token.is_marked], item.errors, often=True
            )
    for text in [*norwegian(item).values(), *translated(item).values()]:
        if not unicodedata.is_normalized("NFC", text):
            yield find("E14", where=item.id, text=text)


def answers_of(item: Item) -> tuple[str, ...]:
    """Every text of an item that an answer is made of or compared with."""
    match item:
        case Choice():
            return tuple(option.text for option in item.options)
        case Gap():
            bank = item.bank if isinstance(item, GapSelect) else ()
            return (
                *(text for gap in item.gaps for text in (*_right(gap), *_wrong(gap.errors), *gap.confusable)),
                *bank,
            )
        case Order():
            return item.pieces
        case MarkWords():
            return tuple(_wrong(item.errors))
        case Dictation():
            return (item.sentence, *(accepted.text for accepted in item.accept), *_wrong(item.errors))
        case Dialogue():
            return tuple(line.text for line in item.lines)
        case MatchPairs():
            sides = [pair.right or pair.answer for pair in item.pairs]
            decoys = [decoy.right or decoy.answer for decoy in item.decoys]
            return (*(pair.left for pair in item.pairs), *sides, *decoys)
    return ()


def _right(gap: GapField) -> list[str]:
    return [accepted.text for accepted in gap.accept]


def _wrong(errors: Sequence[KnownError]) -> list[str]:
    return [error.text for error in errors]


def _check_apart(
    item: Item, right: Sequence[str], errors: Sequence[KnownError], *, often: bool = False
) -> Iterator[Finding]:
    """Right and wrong answers are different, and each stands once; the right ones may stand ``often``."""
    wrong = _wrong(errors)
    if not often:
        yield from _check_once(item.id, right, item.match)
    yield from _check_once(item.id, wrong, item.match)
    accepted = {normalise(text, item.match) for text in right}
    for text in wrong:
        if normalise(text, item.match) in accepted:
            yield find("E06", where=item.id, text=text)


def _check_once(where: str, texts: Sequence[str], match: Match) -> Iterator[Finding]:
    seen: set[str] = set()
    for text in texts:
        same = normalise(text, match)
        if same and same in seen:
            yield find("E05", where=where, text=text)
        seen.add(same)
