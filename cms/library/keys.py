"""Names for the parts of a page: given once, from the title, when the page is first saved.

Works on the stored JSON of the page's streams, so that one walk does for every kind of page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.utils.text import slugify
from wagtail.coreutils import string_to_ascii

Stream = list[dict[str, Any]]

ITEMS = (
    *("choice", "gap", "gap_select", "order_words", "order_lines", "match", "mark_words", "dictation", "flashcard"),
    *("write", "dialogue"),
)
LONGEST = 40


def give_keys(streams: Sequence[Stream], used_before: Iterable[str] = ()) -> bool:
    """Fills empty ``key`` fields and turns what ``target`` fields call a scene by into its key, in place.

    That is the title or, picked in the form, the id of the scene's block; a block that is gone leaves no target.
    Those ``used_before`` are given to nothing new. Returns whether anything was changed.
    """
    taken = {node["key"] for node, _ in _nodes(streams) if node.get("key")} | set(used_before)
    changed = False
    for node, kind in _nodes(streams):
        if "key" in node and not node["key"]:
            node["key"] = fresh(_basis(node, kind), taken)
            taken.add(node["key"])
            changed = True
    parts = [block for stream in streams for block in stream if isinstance(block["value"], dict)]
    names = scene_names((block.get("id") or "", block["value"]) for block in parts)
    for node, _ in _nodes(streams):
        target = node.get("target") or ""
        scene = names.get(fold(target), "" if is_block_id(target) else target)
        if scene != target:
            node["target"] = scene
            changed = True
    return changed


def scene_names(scenes: Iterable[tuple[str, Mapping[str, Any]]]) -> dict[str, str]:
    """Every name a scene may be called by, folded, with its key (its title where it has none yet).

    ``scenes`` come with the ids of their blocks, which name them until they have keys. A title that two scenes
    share names neither of them.
    """
    named = [
        (id, fold(scene.get("title") or ""), scene.get("key") or "", scene.get("title") or id) for id, scene in scenes
    ]
    titles = Counter(title for _, title, _, _ in named)
    names = {title: key or own for _, title, key, own in named if titles[title] == 1}
    names |= {fold(id): key or own for id, _, key, own in named}
    names |= {fold(key): key for _, _, key, _ in named}
    names.pop("", None)
    return names


def is_block_id(name: str) -> bool:
    """Whether this is the id of a block, which the form writes for a scene that has no key yet."""
    try:
        return str(UUID(name)) == name.lower()
    except ValueError:
        return False


def fold(name: str) -> str:
    """A name as it is compared: case and blanks do not count."""
    return " ".join(name.casefold().split())


def make_key(text: str) -> str:
    """A key made from words; empty where nothing of them can stand in one."""
    words = re.sub(r"[^a-z0-9]+", "-", slugify(string_to_ascii(text))).strip("-")
    return words if len(words) <= LONGEST else words[: LONGEST + 1].rpartition("-")[0] or words[:LONGEST]


def _basis(node: Mapping[str, Any], kind: str) -> str:
    """What a key is made from: the title or name, the type of an exercise item, or the text."""
    title = node.get("title") or node.get("name")
    title = title or ("" if kind in ITEMS and "instruction" in node else node.get("text"))
    return (make_key(title) if isinstance(title, str) else "") or make_key(kind) or "part"


def fresh(basis: str, taken: Container[str]) -> str:
    """A name made from ``basis`` that is not ``taken``."""
    number, key = 1, basis
    while key in taken:
        number += 1
        end = f"-{number}"
        key = basis[: LONGEST - len(end)].rstrip("-") + end
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
