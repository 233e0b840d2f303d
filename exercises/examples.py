"""For each rule items that break it and items that keep it, read from ``examples.toml`` beside this file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exercises.checks import check_items
from exercises.craft import check_listening
from exercises.fence import read_item
from exercises.finding import Finding
from exercises.model import Item
from exercises.translation import check_same_norwegian

_TABLE: dict[str, Any] = tomllib.loads(Path(__file__).with_name("examples.toml").read_text(encoding="utf-8"))

BETWEEN_ITEMS = "---\n"
BASE: str = _TABLE["base"]


@dataclass(frozen=True)
class Example:
    """A rule and two pieces of YAML. ``where`` is the id of the item the broken rule is told at."""

    code: str
    where: str
    fails: str
    passes: str
    level: str = ""
    note: str = ""
    translation: bool = False

    def broken(self) -> tuple[Finding, ...]:
        """All that the checks tell about the set with the failing piece in it."""
        return self._findings(self.fails)

    def kept(self) -> tuple[Finding, ...]:
        """All that they tell about the set with the passing piece in it."""
        return self._findings(self.passes)

    def _findings(self, piece: str) -> tuple[Finding, ...]:
        items, unreadable = read_items(BASE)
        replaced, refused = read_items(piece)
        found = (*unreadable, *refused)
        known = {item.id: item for item in items} | {item.id: item for item in replaced}
        if self.translation:
            return (*found, *check_same_norwegian(items, tuple(known.values())))
        return (*found, *check_items(tuple(known.values())), *check_listening(tuple(known.values()), self.level))


EXAMPLES: tuple[Example, ...] = tuple(Example(code, **given) for code, given in _TABLE["rules"].items())


def read_items(piece: str) -> tuple[tuple[Item, ...], tuple[Finding, ...]]:
    """The items of a piece that can be read, and what is wrong with the form of the others."""
    items: list[Item] = []
    found: list[Finding] = []
    for source in sources(piece):
        item, findings = read_item(source, 1)
        found += findings
        if item:
            items.append(item)
    return tuple(items), tuple(found)


def sources(piece: str) -> Iterator[str]:
    """The YAML of each item."""
    yield from piece.split(BETWEEN_ITEMS)
