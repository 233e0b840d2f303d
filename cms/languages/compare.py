"""What a translator has to see to in a story: what is new in the original, and what has no words yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from cms.languages.carry import Block, Stream, has_words, parts_of, said


class News(StrEnum):
    NEW = "new"
    GONE = "gone"
    MOVED = "moved"
    CHANGED = "changed"
    """Other words, another way on, another quality."""


@dataclass(frozen=True)
class Item:
    """One scene or choice: its id, its block, and what it is called."""

    news: News
    key: str
    block: str
    title: str


def news(before: Stream, now: Stream) -> tuple[Item, ...]:
    """What became of the scenes and choices of an original, in the order they are told now; what is gone comes last."""
    were, are = parts_of(before), parts_of(now)
    homes_then, homes_now = _homes(before), _homes(now)
    found = []
    for key, part in are.items():
        if key not in were:
            found.append(_item(News.NEW, key, part))
        elif homes_then[key] != homes_now[key]:
            found.append(_item(News.MOVED, key, part))
        elif _said(were[key]) != _said(part):
            found.append(_item(News.CHANGED, key, part))
    found += [_item(News.GONE, key, part) for key, part in were.items() if key not in are]
    return tuple(found)


def gaps(source: Stream, translation: Stream) -> tuple[Item, ...]:
    """The scenes and choices that lack words the source has."""
    words = parts_of(translation)
    return tuple(
        Item(News.NEW, key, words[key].get("id") or "", part["value"].get("title") or key)
        for key, part in parts_of(source).items()
        if key in words and any(_lacking(part["value"], words[key]["value"]))
    )


def _lacking(source: Mapping[str, Any], own: Mapping[str, Any]) -> Iterator[bool]:
    for name in ("title", "text", "consequence", "reason"):
        yield has_words(source.get(name)) and not has_words(own.get(name))
    yield any(not has_words(point["value"]) for point in own.get("takeaways") or ())


def _homes(scenes: Stream) -> dict[str, str]:
    """The scene in which each choice stands; a scene stands in none."""
    homes: dict[str, str] = {}
    for scene in scenes:
        homes.setdefault(scene["value"].get("key") or "", "")
        for choice in scene["value"].get("choices") or ():
            homes.setdefault(choice["value"].get("key") or "", scene["value"].get("key") or "")
    return homes


def _said(part: Block) -> Any:
    """All of a scene or choice but its parts, and without the ids of blocks: the same text may have got new ones."""
    return part["type"], _bare({name: each for name, each in part["value"].items() if name != "choices"})


def _bare(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _bare(child) for name, child in value.items() if name != "id"}
    if isinstance(value, str):
        return said(value)
    return [_bare(child) for child in value] if isinstance(value, list) else value


def _item(kind: News, key: str, part: Block) -> Item:
    return Item(kind, key, part.get("id") or "", part["value"].get("title") or key)
