"""Where in the form of an exercise item a finding is mended: the block, however deep, and its field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from exercises.finding import Finding
from exercises.normalise import normalise

Stored = Mapping[str, Any]

FIELDS = {
    "E01": ("key", "name"),
    "E02.unused": ("name",),
    "E03": ("accept",),
    "E07": ("options",),
    "E09": ("orders",),
    "E09.fixed": ("fixed",),
    "E11": ("audio",),
    "E16": ("bank",),
    "E17": ("audio",),
    "E30": ("key", "name"),
    "E31.options": ("options",),
    "E31.side": ("right",),
    "E31.wrong": ("errors",),
    "E31.part": ("lines",),
    "E31.silent": ("lines",),
    "E51": ("bank",),
    "E54": ("options",),
    "E55": ("accept",),
    "E57": ("options",),
    "E59": ("audio",),
}
"""The field to be mended, by the finding's wording or its code: the first of these that is there."""

IN_THE_TEXT = ("E02.undefined", "E02.twice", "E52", "E52.neighbour")
"""Findings that name a gap or an answer, and are mended in the text around it."""

NORWEGIAN = ("stem", "text", "sentence", "tokens", "lines", "pairs", "front", "prompt")
"""The field of an item that is mended where nothing else is said."""


class Place(NamedTuple):
    block: str
    field: str


def place_of(finding: Finding, stored: Stored) -> Place:
    """``stored`` is the block of the item that the finding is about."""
    if finding.wording == "E22":
        return Place(stored["id"], dict(finding.values)["key"])
    said = {} if finding.wording in IN_THE_TEXT else dict(finding.values)
    named = _named(stored, said.get("name", ""))
    saying = _saying(stored, said.get("text", ""))
    wanted = FIELDS.get(finding.wording) or FIELDS.get(finding.code, ())
    for part in (named, saying and saying[0], stored):
        field = next((name for name in wanted if part and name in _fields(part)), "")
        if part and field:
            return Place(part["id"], field)
    if saying:
        return Place(saying[0]["id"], saying[1])
    return Place(stored["id"], next((name for name in NORWEGIAN if name in stored["value"]), "instruction"))


def _named(stored: Stored, name: str) -> Stored | None:
    """The gap or option with this name; of two the last, which was there second."""
    gaps = [part for part in stored["value"].get("gaps") or () if (part["value"].get("name") or "").strip() == name]
    options = [part for part in stored["value"].get("options") or () if part["value"].get("key") == name]
    return (gaps + options)[-1] if name and gaps + options else None


def _saying(stored: Stored, text: str) -> tuple[Stored, str] | None:
    """The part of a list that says ``text``, and its field; of several the last."""
    same = normalise(text)
    found = [
        (part, name)
        for part in _parts(stored["value"])
        for name, said in _fields(part).items()
        if same and isinstance(said, str) and normalise(said) == same
    ]
    return found[-1] if found else None


def _fields(part: Stored) -> Mapping[str, Any]:
    """The fields of a part; a text that is a part by itself has no name."""
    return part["value"] if isinstance(part["value"], dict) else {"": part["value"]}


def _parts(value: Any) -> Iterator[Stored]:
    """All items of lists in a struct, outer ones first."""
    for child in value.values() if isinstance(value, dict) else ():
        for part in child if isinstance(child, list) else ():
            yield part
            yield from _parts(part["value"])
