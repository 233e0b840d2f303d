"""What we note in another format about a set of ours, where that format has room for a note its readers do not see.

With the notes a set comes back whole, also what the format has no form for. A question is taken by its note only
where it still says what we wrote, so that what was changed in the other program is never undone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from exchange.cover import UUID, Cover
from exercises.exchange.draft import Found, Part, Prose
from exercises.fence import read_item, write_item
from exercises.model import Item

KEY = "mentor-toolbox"


@dataclass(frozen=True)
class Note:
    """What a note says: of the whole set, or of one item and its place."""

    cover: Cover | None = None
    rest: tuple[Found, ...] = ()
    item: Item | None = None
    place: int = 0


def note_of_set(cover: Cover, rest: Iterable[tuple[int, Part]]) -> str:
    """A note on one line: the cover, and the parts the format has no form for, with their places."""
    parts = [[place, *_written(part)] for place, part in rest]
    return _dump({**vars(cover), "rest": parts})


def note_of_item(place: int, item: Item) -> str:
    """A note on one line: the item as we write it, and its place in the set."""
    return _dump({"place": place, "item": write_item(item)})


def read_note(text: str, line: int = 0) -> Note | None:
    """What a note says; None where it is none of ours, or damaged."""
    if KEY not in text:
        return None
    try:
        said = json.loads(text)[KEY]
        if "item" in said:
            part = _read("item", said["item"])
            return Note(item=part, place=_place(said["place"])) if isinstance(part, Item) else None
        rest = [Found(_read(kind, words), line, _place(place)) for place, kind, words in said["rest"]]
        cover = Cover(*(_text(said[key]) for key in ("title", "id", "language", "front")))
        return Note(replace(cover, id=cover.id if UUID.fullmatch(cover.id) else ""), tuple(rest))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def with_unseen(found: Item, ours: Item) -> Item:
    """An item that was changed elsewhere, with what the other program does not show of it."""
    return replace(
        found,
        gloss=found.gloss or ours.gloss,
        hint=found.hint or ours.hint,
        explanation=found.explanation or ours.explanation,
        audio=ours.audio,
        image=ours.image,
        match=ours.match,
    )


def _written(part: Part) -> tuple[str, str]:
    return ("item", write_item(part)) if isinstance(part, Item) else ("prose", part.markdown)


def _read(kind: Any, words: Any) -> Part:
    if kind == "prose":
        return Prose(_text(words))
    item, _ = read_item(_text(words), 1)
    if item is None:
        raise ValueError
    return item


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _place(value: Any) -> int:
    if not isinstance(value, int) or not 0 <= value < 10_000:
        raise ValueError
    return value


def _dump(said: dict[str, Any]) -> str:
    return json.dumps({KEY: said}, ensure_ascii=False)
