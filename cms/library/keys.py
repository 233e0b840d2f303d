"""Names for the parts of a page: given once, from the title, when the page is first saved.

Works on the stored JSON of the page's streams, so that one walk does for every kind of page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.utils.text import slugify
from wagtail.coreutils import string_to_ascii

Stream = list[dict[str, Any]]

ITEMS = ("choice", "gap", "order_words", "match", "flashcard", "write")
LONGEST = 40


def give_keys(streams: Sequence[Stream], used_before: Iterable[str] = ()) -> bool:
    """Fills empty ``key`` fields and turns titles of scenes in ``target`` fields into keys, in place.

    Those ``used_before`` are given to nothing new. Returns whether anything was changed.
    """
    taken = {node["key"] for node, _ in _nodes(streams) if node.get("key")} | set(used_before)
    changed = False
    for node, kind in _nodes(streams):
        if "key" in node and not node["key"]:
            node["key"] = _fresh(_basis(node, kind), taken)
            taken.add(node["key"])
            changed = True
    names = scene_names([block["value"] for stream in streams for block in stream if isinstance(block["value"], dict)])
    for node, _ in _nodes(streams):
        scene = names.get(fold(node.get("target") or ""))
        if scene and scene != node["target"]:
            node["target"] = scene
            changed = True
    return changed


def scene_names(scenes: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Every name a scene may be called by, folded, with its key (its title where it has none yet)."""
    named = [scene for scene in scenes if scene.get("title")]
    by_title = {fold(scene["title"]): scene.get("key") or scene["title"] for scene in named}
    return by_title | {fold(scene["key"]): scene["key"] for scene in named if scene.get("key")}


def fold(name: str) -> str:
    """A name as it is compared: case and blanks do not count."""
    return " ".join(name.casefold().split())


def make_key(text: str) -> str:
    """A key made from words; empty where nothing of them can stand in one."""
    words = re.sub(r"[^a-z0-9]+", "-", slugify(string_to_ascii(text))).strip("-")
    return words if len(words) <= LONGEST else words[: LONGEST + 1].rpartition("-")[0] or words[:LONGEST]


def _basis(node: Mapping[str, Any], kind: str) -> str:
    """What a key is made from: the title, the type of an exercise item, or the text."""
    title = node.get("title") or ("" if kind in ITEMS and "instruction" in node else node.get("text"))
    return (make_key(title) if isinstance(title, str) else "") or make_key(kind) or "part"


def _fresh(basis: str, taken: set[str]) -> str:
    number, key = 1, basis
    while key in taken:
        number += 1
        key = f"{basis}-{number}"
    return key


def _nodes(streams: Sequence[Stream], kind: str = "") -> Iterator[tuple[dict[str, Any], str]]:
    """Every struct in the streams, outer ones first, with the type of the block it stands in."""
    for stream in streams:
        for block in stream:
            yield from _structs(block.get("value"), block.get("type", kind))


def _structs(value: Any, kind: str) -> Iterator[tuple[dict[str, Any], str]]:
    if isinstance(value, dict):
        yield value, kind
        for child in value.values():
            yield from _structs(child, kind)
    elif isinstance(value, list):
        for child in value:
            if isinstance(child, dict) and "value" in child:
                inner = child.get("type", kind)
                yield from _structs(child["value"], kind if inner == "item" else inner)
