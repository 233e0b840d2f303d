"""The JSON Wagtail stores for streams, lists and structs, and stable ids for its parts."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable
from typing import Any

Stream = list[dict[str, Any]]


class Ids:
    """Ids for blocks, made from the document's id and the block's place: the same in every language and each time."""

    def __init__(self, document: uuid.UUID, *path: str | int) -> None:
        self._document = document
        self._path = path

    def under(self, *path: str | int) -> Ids:
        return Ids(self._document, *self._path, *path)

    def __str__(self) -> str:
        return str(uuid.uuid5(self._document, "/".join(map(str, self._path))))


def block(type: str, value: Any, ids: Ids) -> dict[str, Any]:
    """One block of a stream."""
    return {"type": type, "value": value, "id": str(ids)}


def items(values: Iterable[Any], ids: Ids) -> Stream:
    """The items of a list block."""
    return [{"type": "item", "value": value, "id": str(ids.under(place))} for place, value in enumerate(values)]


def values(stored: Stream | None) -> list[Any]:
    """The values of a list block's items."""
    return [item["value"] for item in stored or []]


def raw(value: Any) -> Stream:
    """The stored JSON of a page's stream, whether it came from the database, a revision or a form."""
    stored: Stream = value.get_prep_value() if value else []
    return stored


def field_value(stream: Stream) -> str:
    """What is assigned to a stream field; Wagtail unfolds it only when it is looked at."""
    return json.dumps(stream)
