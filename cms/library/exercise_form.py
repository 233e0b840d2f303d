"""The items of a page as it stands in memory, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from cms.library.blocks.answers import FIRST, SECOND
from cms.library.mapping.exercise_write import Transcripts, write_item_of
from cms.library.mapping.links import Links, Outward
from cms.library.mapping.stream import Stream
from exercises.checks import check_items
from exercises.craft import check_listening
from exercises.finding import Finding, find
from exercises.model import (
    Choice,
    Dialogue,
    Dictation,
    Flashcard,
    Gap,
    Item,
    MarkWords,
    Order,
    Write,
)
from exercises.template import words_around

MOST_OF_A_TITLE = 50
REQUIRED = ("instruction", "stem", "text", "gaps", "sentence", "front", "prompt")


@dataclass(frozen=True)
class WrittenSet:
    """A set of items, and the stored block that each was written from. What is asked is worked out once."""

    items: tuple[Item, ...]
    blocks: tuple[Mapping[str, Any], ...]
    level: str = ""

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What the items break, in the order of the text; what concerns the whole set comes first."""
        places = {item.id: place for place, item in reversed(list(enumerate(self.items, 1)))}
        found = (*_missing(self.items), *check_items(self.items), *check_listening(self.items, self.level))
        return tuple(sorted(found, key=lambda finding: places.get(finding.where, 0)))

    @cached_property
    def titles(self) -> dict[str, str]:
        """What each item is called, by id: the beginning of its Norwegian, empty where there is none yet."""
        return {item.id: _short(title_of(item)) for item in reversed(self.items)}

    def item(self, where: str) -> tuple[Item, Mapping[str, Any]] | None:
        """The first item with this id, and its block."""
        return next((pair for pair in zip(self.items, self.blocks, strict=True) if pair[0].id == where), None)

    def last_item(self, where: str) -> tuple[Item, Mapping[str, Any]] | None:
        """The last one: of two with the same id, the copy."""
        pairs = reversed(list(zip(self.items, self.blocks, strict=True)))
        return next((pair for pair in pairs if pair[0].id == where), None)


def set_of(stream: Stream, level: str = "", transcripts: Transcripts | None = None) -> WrittenSet:
    """The items of a stream whose parts have their keys. Their files are taken to be there."""
    out = Outward(Links(audio={number: str(number) for number in recordings_in(stream)}))
    written = [(write_item_of(stored, out, transcripts or {}), stored) for stored in stream]
    items = [(item, stored) for item, stored in written if item]
    return WrittenSet(tuple(item for item, _ in items), tuple(stored for _, stored in items), level)


def recordings_in(stream: Stream) -> set[int]:
    """The numbers of the recordings that items of a stream use."""
    return {
        number
        for stored in stream
        if isinstance(stored["value"], dict)
        for number in _numbers(stored["value"].get("audio") or {})
    }


def title_of(item: Item) -> str:
    """The Norwegian by which an author knows an item."""
    match item:
        case Choice():
            return item.stem
        case Gap():
            return words_around(item.text)
        case Order():
            return " ".join(item.pieces)
        case MarkWords():
            return item.text
        case Dictation():
            return item.sentence
        case Flashcard():
            return item.front
        case Write():
            return item.prompt
        case Dialogue():
            return " – ".join(part.name for part in item.parts if part.name)
    return item.instruction


def _missing(items: Iterable[Item]) -> Iterator[Finding]:
    """What a file must have and a form can be without; what is too few of something is for the checks."""
    for item in items:
        for name in REQUIRED:
            if not getattr(item, name, name):
                yield find("E22", where=item.id, key=name)
        if isinstance(item, Dialogue):
            for side, part in zip((FIRST, SECOND), item.parts, strict=True):
                if not part.name:
                    yield find("E22", where=item.id, key=side)


def _numbers(audio: Mapping[str, Any]) -> Iterator[int]:
    yield from (number for number in (audio.get("normal"), audio.get("slow")) if isinstance(number, int))


def _short(text: str) -> str:
    if len(text) <= MOST_OF_A_TITLE:
        return text
    return text[: MOST_OF_A_TITLE + 1].rpartition(" ")[0] + " …"
