"""The structure of a changed original for a translated story: each scene and choice where it now is, its words kept.

Works on the stored JSON of the pages' streams. Scenes and choices are known by their ids wherever they stand, so a
choice that was moved when a scene was split keeps its words. What is new is there without words. What is gone is
left out; the history of the translation keeps it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

Block = Mapping[str, Any]
Stream = Sequence[Block]
Value = Mapping[str, Any]

_NONE: Value = {}
_TAG = re.compile(r"<[^>]*>")
_BLOCK_KEY = re.compile(r' data-block-key="[^"]*"')


def carry(source: Stream, translation: Stream, before: Stream = ()) -> list[dict[str, Any]]:
    """The scenes of ``source`` in the words of ``translation``, which was made when the source said ``before``.

    What is no running text (where a choice leads, how good it is) is the source's. ``before`` only helps to find
    the points to take along again, which have no ids in files; it may be unknown.
    """
    words = parts_of(translation)
    were = parts_of(before)
    return [_scene(scene, words, were) for scene in source]


def carry_lines(source: Stream, translation: Stream, before: Stream = ()) -> list[dict[str, Any]]:
    """The same for a list of single texts, as goals or points to take along: as many as the source has.

    A text is the translation of the one that said the same before, else of the one with its id, else of the one in
    its place.
    """
    found: dict[int, int] = {}
    free = set(range(len(translation)))

    def take(place: int, other: int | None) -> None:
        if other in free and place not in found:
            free.remove(other)
            found[place] = other

    if len(before) == len(translation):
        for place, block in enumerate(source):
            same = (n for n in sorted(free) if said(before[n]["value"]) == said(block["value"]))
            take(place, next(same, None))
    ids = {block.get("id"): n for n, block in enumerate(translation)}
    for place, block in enumerate(source):
        take(place, ids.get(block.get("id")))
    if len(source) == len(translation):
        for place in range(len(source)):
            take(place, place)
    return [
        {**block, "value": translation[found[place]]["value"] if place in found else ""}
        for place, block in enumerate(source)
    ]


def parts_of(scenes: Stream) -> dict[str, Block]:
    """Each scene and choice by its id."""
    found: dict[str, Block] = {}
    for scene in scenes:
        for part in (scene, *(scene["value"].get("choices") or ())):
            if part["value"].get("key"):
                found.setdefault(part["value"]["key"], part)
    return found


def has_words(stored: Any) -> bool:
    """Whether a text, or a stream of text and pictures, says anything."""
    if isinstance(stored, str):
        return bool(_TAG.sub("", stored).strip())
    return any(block["type"] != "text" or has_words(block["value"]) for block in stored or ())


def said(text: str) -> str:
    """A rich text without the names the editor's form gives to its paragraphs."""
    return _BLOCK_KEY.sub("", text)


def _value(parts: Mapping[str, Block], key: str) -> Value:
    value: Value = parts[key]["value"] if key in parts else _NONE
    return value


def _scene(scene: Block, words: Mapping[str, Block], were: Mapping[str, Block]) -> dict[str, Any]:
    value = scene["value"]
    key = value.get("key") or ""
    own = _value(words, key)
    made = {**value, "title": own.get("title") or "", "text": _text(value.get("text"), own.get("text"))}
    if scene["type"] == "telling":
        made["onward_label"] = own.get("onward_label") or ""
    if scene["type"] == "ending":
        earlier = _value(were, key).get("takeaways") or ()
        made["takeaways"] = carry_lines(value.get("takeaways") or (), own.get("takeaways") or (), earlier)
    if scene["type"] == "scene":
        made["choices"] = [
            {**choice, "value": _choice(choice["value"], _value(words, choice["value"].get("key") or ""))}
            for choice in value.get("choices") or ()
        ]
    return {**scene, "value": made}


def _choice(value: Value, own: Value) -> dict[str, Any]:
    kept = {name: own.get(name) or "" for name in ("title", "onward_label", "reason_label")}
    for name in ("consequence", "reason"):
        kept[name] = (own.get(name) or "") if has_words(value.get(name)) else ""
    return {**value, **kept}


def _text(source: Stream | None, own: Stream | None) -> list[Any]:
    """The translation's own text as a whole: how it is divided into blocks is the translator's affair."""
    if not has_words(source):
        return list(source or ())
    if has_words(own):
        return list(own or ())
    return [{"type": "text", "value": "", "id": next(iter(source or ())).get("id")}]
