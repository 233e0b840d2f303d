"""Ids of scenes and choices that were published once: what became of them, and when one may come back.

What readers keep of their path through a story is a list of these ids. One that is given to something else would
lead them to the wrong place, so an id that is gone stays known for ever.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

Stream = Sequence[Mapping[str, Any]]


def ids_of(scenes: Stream) -> tuple[str, ...]:
    """The ids of all scenes and choices, in the order they are told."""
    return tuple(key for key, _ in _parts(scenes))


def retire(before: Iterable[str], were: Iterable[str], are: Iterable[str]) -> list[str]:
    """What is retired when a version with the ids ``are`` takes the place of one with the ids ``were``.

    Those retired ``before`` come first and in their order. What has come back is retired no longer.
    """
    there = set(are)
    return [key for key in dict.fromkeys([*before, *were]) if key not in there]


def come_back(scenes: Stream, retired: Iterable[str], versions: Iterable[tuple[Stream, Iterable[str]]]) -> set[str]:
    """Those of the ``retired`` ids that stand in ``scenes`` at the very part that had them.

    ``versions`` are earlier versions: their scenes, and what was retired then. An editor who goes back to one brings
    back its blocks; one who writes an old id into a new part does not.
    """
    gone = set(retired)
    here = {part for part in _parts(scenes) if part[0] in gone}
    found: set[str] = set()
    for earlier, retired_then in versions:
        if not here:
            break
        had = {(key, block) for key, block in _parts(earlier) if key not in set(retired_then)}
        found |= {key for key, block in here & had}
        here -= had
    return found


def _parts(scenes: Stream) -> Iterator[tuple[str, str]]:
    """The id of each scene and choice, with the id of its block."""
    for scene in scenes:
        yield from _part(scene)
        for choice in scene["value"].get("choices") or ():
            yield from _part(choice)


def _part(block: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if key := block["value"].get("key"):
        yield key, block.get("id") or ""
