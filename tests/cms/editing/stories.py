"""The form of a scenario as a browser sends it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

EMPTY = {"count": "0"}
NO_COMMENTS = {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": ""}
CAFE, END = str(UUID(int=1)), str(UUID(int=2))
TEXT = streamfield([("text", rich_text("<p>Jonas ser ned.</p>"))])


def listed(values: list[Any]) -> dict[str, Any]:
    """The items of a list in a form; each of them has the id 00…010, 00…011 and so on."""
    items = {
        str(n): {"value": value, "deleted": "", "order": str(n), "id": str(UUID(int=16 + n))}
        for n, value in enumerate(values)
    }
    return {"count": str(len(values)), **items}


def choice(title: str, target: str, consequence: str = "<p>Han smiler.</p>") -> dict[str, Any]:
    return {
        "title": title,
        "quality": "helpful",
        "consequence": rich_text(consequence),
        "reason": rich_text("<p>Du spør.</p>"),
        "target": target,
        "onward_label": "",
        "reason_label": "",
        "key": "",
    }


def scenes(
    *choices: dict[str, Any], takeaways: tuple[str, ...] = ("<p>Spør først.</p>",), outcome: str = "good"
) -> dict[str, Any]:
    """A scene and the ending it leads to."""
    given = choices or (choice("Spør", END), choice("Vent", END, "<p>Han venter.</p>"))
    points = listed([rich_text(point) for point in takeaways])
    stream: dict[str, Any] = streamfield(
        [
            ("scene", {"title": "Kafeen", "text": TEXT, "choices": listed(list(given)), "key": ""}),
            ("ending", {"title": "Enige", "text": TEXT, "outcome": outcome, "takeaways": points, "key": ""}),
        ]
    )
    stream["0"]["id"], stream["1"]["id"] = CAFE, END
    return stream


def story_form(**changes: Any) -> dict[str, Any]:
    """The part of the form that is looked at while it is written."""
    return nested_form_data({"scenes": scenes(), "start": "", **changes})


def page_form(**changes: Any) -> dict[str, Any]:
    """The whole of it."""
    fields = {
        "title": "Mobilen",
        "slug": "mobilen",
        "summary": "Hva gjør du?",
        "role": "Du er mentor.",
        "goals": streamfield([("goal", "Å spørre")]),
        "reflection": EMPTY,
        "together": "Snakk om mobilen.",
        "audience": "mentor",
        "minutes": "5",
        "phase": "",
        "level": "",
        "series": "",
        "series_order": "",
        "related": EMPTY,
        "sources": EMPTY,
        "comments": NO_COMMENTS,
        "scenes": scenes(),
        "start": "",
    }
    return {**nested_form_data({**fields, **changes}), "topics": ["trust"]}
