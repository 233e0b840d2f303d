"""A set on its way: what stands above it, and its items and prose with the lines they came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from exchange.cover import LONGEST, Cover, faults
from exchange.names import Names
from exchange.remark import ExchangeError, Finding, at_most, refuse
from exercises.exchange.remark import remark
from exercises.fence import write_item
from exercises.model import Item
from exercises.normal import normal
from exercises.strings import norwegian, translated

MOST_PARTS = 1_000
MOST_ANSWERS = 100
LONGEST_QUESTION = 50_000
"""So many characters has the longest question; an item has fewer."""
_AROUND = 8
"""Each text takes at least so many characters more where it is written as a field, so that nothing need be written
to know that it is too long."""


@dataclass(frozen=True)
class Prose:
    """Markdown that stands between items, kept as text and never read here."""

    markdown: str


Part = Item | Prose


@dataclass(frozen=True)
class Draft:
    """A set that was taken in: its parts in order, and the line of the source each came from, 0 where there is none.

    What the other format did not tell is left as it is, so that every check of the set names it.
    """

    cover: Cover
    parts: tuple[Part, ...]
    lines: tuple[int, ...]
    remarks: tuple[Finding, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(part for part in self.parts if isinstance(part, Item))

    @property
    def places(self) -> dict[str, int]:
        """The line of each item, by its id."""
        return {part.id: line for part, line in zip(self.parts, self.lines) if isinstance(part, Item)}

    @property
    def body(self) -> str:
        """The set as Markdown."""
        return body_of(self.parts)


def body_of(parts: Iterable[Part]) -> str:
    """The parts as Markdown, ending in a line break where there are any."""
    texts = [f"```exercise\n{write_item(p)}```" if isinstance(p, Item) else p.markdown.strip("\n") for p in parts]
    return "\n\n".join(texts) + "\n" if texts else ""


@dataclass(frozen=True)
class Found:
    """A part that was read. ``place`` is where it stood in a set of ours, None for what a stranger wrote."""

    part: Part
    line: int = 0
    place: int | None = None


def draft_of(cover: Cover, found: list[Found], remarks: list[Finding]) -> Draft:
    """The draft of what was found, in the order of the set it came from; each id stands once.

    Raises `ExchangeError` where one of the remarks is an error, and for what no file can hold.
    """
    refuse(remarks)
    if len(found) > MOST_PARTS:
        raise ExchangeError([remark("X11.many", count=len(found), most=MOST_PARTS)])
    texts = list(_texts(found))
    if sum(len(text) + _AROUND for text in texts) > LONGEST:
        raise ExchangeError([remark("X01.long")])
    remarks = sorted([*remarks, *faults(cover, texts)], key=lambda r: r.line)
    refuse(remarks)
    parts = _named(_in_order(found))
    draft = Draft(cover, tuple(p.part for p in parts), tuple(p.line for p in parts), at_most(remarks))
    if len((cover.front + draft.body).encode()) > LONGEST:
        raise ExchangeError([remark("X01.long")])
    return draft


def _texts(found: Iterable[Found]) -> Iterator[str]:
    for one in found:
        if isinstance(one.part, Prose):
            yield one.part.markdown
        else:
            yield from norwegian(one.part).values()
            yield from translated(one.part).values()


def _in_order(found: list[Found]) -> list[Found]:
    """By place; what has none follows what it stood after."""
    keys: list[tuple[int, int]] = []
    place = -1
    for number, part in enumerate(found):
        place = place if part.place is None else part.place
        keys.append((place, number))
    return [found[number] for _, number in sorted(keys)]


def _named(found: list[Found]) -> list[Found]:
    """Each item with an id of its own; the first to have one keeps it, ours before strangers'."""
    names, ids = Names(set()), dict[int, str]()
    for one in sorted(found, key=lambda one: one.place is None):
        if isinstance(one.part, Item):
            ids[id(one)] = names.fresh(one.part.id or one.part.type)
    return [
        replace(one, part=replace(normal(one.part), id=ids[id(one)])) if isinstance(one.part, Item) else one
        for one in found
    ]
