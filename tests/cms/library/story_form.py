"""What a browser sends for a page of a story, as it stands in memory."""

from __future__ import annotations

from typing import Any

from wagtail.test.utils.form_data import nested_form_data, rich_text

from cms.library.mapping.stream import raw
from cms.library.models import ScenarioPage

NO_COMMENTS = {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": ""}
RICH = {"text", "consequence", "reason", "takeaways"}
PLAIN = ("title", "slug", "summary", "role", "start", "together", "audience", "phase", "level", "series")


def story_form(page: ScenarioPage, **changes: str) -> dict[str, Any]:
    """The whole form. A scenario of pages without boxes or pictures; ``changes`` are of plain fields."""
    fields: dict[str, Any] = {name: getattr(page, name) for name in PLAIN} | changes
    streams = ("goals", "scenes", "reflection", "related", "sources")
    fields |= {name: _blocks(raw(getattr(page, name)), name) for name in streams}
    fields |= {"minutes": page.minutes or "", "series_order": "", "comments": NO_COMMENTS}
    return {**nested_form_data(fields), "topics": page.topics}


def _blocks(stored: list[dict[str, Any]], name: str) -> dict[str, Any]:
    made: dict[str, Any] = {"count": str(len(stored))}
    for place, block in enumerate(stored):
        entry = {"id": block["id"], "order": str(place), "deleted": "", "value": _value(block["value"], name)}
        made[str(place)] = entry | ({} if block["type"] == "item" else {"type": block["type"]})
    return made


def _value(value: Any, name: str) -> Any:
    if isinstance(value, dict):
        return {key: _value(child, key) for key, child in value.items()}
    if isinstance(value, list):
        return _blocks(value, name)
    return rich_text(value or "") if name in RICH else value or ""
