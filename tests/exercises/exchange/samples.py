"""What the tests of exchanging exercise sets share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from exchange.cover import Cover
from exchange.remark import ExchangeError, Finding
from exercises.model import Gap, GapSelect, Item, Match

COVER = Cover("På bussen", "d94cf7e4-b777-4ed3-b28e-f76c7b10a8bc", "nb", "title: På bussen\nlevel: A1\n")
TYPES = ("choice", "gap", "gap-select", "match", "mark-words", "flashcard", "write")
WORDS = {kind: f"{kind}?" for kind in TYPES}


def said(remarks: Iterable[Finding]) -> list[tuple[str, int]]:
    """Codes and lines of remarks, every word of which can be told."""
    found = list(remarks)
    for one in found:
        for language in ("nb", "en"):
            assert all(one.told(language))
    return [(one.wording, one.line) for one in found]


def refusal(read: Callable[[], object]) -> list[tuple[str, int]]:
    """Codes and lines of what refuses a file; empty where it is taken."""
    try:
        read()
    except ExchangeError as error:
        return said(error.remarks)
    return []


def bare(item: Item, *kept: str) -> Item:
    """The item without what most formats do not show."""
    gone = {name: "" for name in ("gloss", "hint", "explanation") if name not in kept}
    item = replace(item, audio=None, image=None, match=Match(), **gone)
    if isinstance(item, Gap):
        item = replace(item, gaps=tuple(replace(gap, confusable=(), hint="") for gap in item.gaps))
    return replace(item, bank=()) if isinstance(item, GapSelect) else item
