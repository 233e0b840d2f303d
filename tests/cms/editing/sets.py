"""The form of an exercise set as a browser sends it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from wagtail.test.utils.form_data import nested_form_data

from cms.library.mapping.exercise_read import read_item_into
from cms.library.mapping.links import Links
from cms.library.mapping.prose_read import ProseReader
from cms.library.mapping.stream import Ids
from exercises import model
from tests.cms.editing.stories import EMPTY, NO_COMMENTS

BOR = model.Gap(
    id="bor",
    instruction="Skriv ordet som mangler.",
    text="Jeg {verb} i Oslo.",
    gaps=(
        model.GapField(
            "verb",
            (model.Accepted("bor"), model.Accepted("bur", "Dialekt.")),
            (model.KnownError("bo", "Etter «jeg» trenger du presens."), model.KnownError("bodde")),
        ),
    ),
)
BUSSEN = model.Dictation(id="bussen", instruction="Skriv det du hører.", sentence="I dag tar jeg bussen klokka åtte.")
HEI = model.Dialogue(
    id="hei",
    instruction="Les sammen.",
    parts=(model.Part("a", "Sjåføren"), model.Part("b", "Passasjeren")),
    lines=(model.Line("a", "Hei!"), model.Line("b", "Hei hei!")),
)
WHOLE = (BOR, BUSSEN, HEI)


def block_of(item: model.Item) -> dict[str, Any]:
    """The item as it is stored; the ids of its block and of those in it are the same every time."""
    return read_item_into(item, ProseReader(Links(), "nb"), Ids(UUID(int=1), item.id))


def set_form(*items: model.Item, **changes: Any) -> dict[str, Any]:
    """The part of the form that is looked at while it is written."""
    return nested_form_data({"parts": _blocks([block_of(item) for item in items]), "level": "A1", **changes})


def page_form(*items: model.Item, **changes: Any) -> dict[str, Any]:
    """The whole of it."""
    fields = {
        "title": "På bussen",
        "slug": "pa-bussen",
        "summary": "Øv på å ta bussen.",
        "can_do": "Jeg kan spørre sjåføren.",
        "mentor": "Les høyt sammen.",
        "together": "Ta bussen sammen.",
        "audience": "both",
        "minutes": "5",
        "phase": "",
        "series": "",
        "series_order": "",
        "related": EMPTY,
        "sources": EMPTY,
        "comments": NO_COMMENTS,
    }
    return {**nested_form_data(fields), **set_form(*items), "topics": ["trust"], **changes}


def _blocks(stored: list[dict[str, Any]]) -> dict[str, Any]:
    made: dict[str, Any] = {"count": str(len(stored))}
    for place, block in enumerate(stored):
        entry = {"id": block["id"], "order": str(place), "deleted": "", "value": _value(block["value"])}
        made[str(place)] = entry | ({} if block["type"] == "item" else {"type": block["type"]})
    return made


def _value(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _value(child) for key, child in value.items() if child is not False}
    if isinstance(value, list):
        return _blocks(value)
    return "on" if value is True else value or ""
