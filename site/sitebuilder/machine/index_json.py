"""Every document of a language in one JSON file, for those who build something else of our texts."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from sitebuilder.contract.document import Document
from sitebuilder.machine import addresses
from sitebuilder.views import SiteView

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def documents_json(site: SiteView, root: str) -> str:
    """The file's text. ``root`` is where the site stands. `sitebuilder.machine.schema` says what it looks like.

    ``<`` is written as an escape, so that no program takes a title for markup, whatever it puts the file into.
    """
    index = {
        "$schema": f"{root}{addresses.SCHEMA}",
        "language": site.language.code,
        "direction": site.language.direction,
        "licence": LICENCE,
        "documents": [document_values(document, site, root) for document in site.documents()],
    }
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c") + "\n"


def document_values(document: Document, site: SiteView, root: str) -> dict[str, Any]:
    """What the index says of one document; what a document does not have is None."""
    front = document.front
    texts = site.shelf.works[front.type.section, document.slug].texts
    return {
        "id": front.id,
        "type": front.type.value,
        "title": front.title,
        "summary": front.summary,
        "address": f"{root}{document.url}",
        "markdown": f"{root}{addresses.markdown(document.url)}",
        "language": document.language,
        "direction": site.language.direction,
        "audience": front.audience.value,
        "topics": [{"id": topic, "name": site.topic_name(topic)} for topic in front.topics],
        "phase": front.phase or None,
        "level": front.level or None,
        "minutes": front.minutes,
        "together": front.together,
        "series": {"id": front.series.id, "order": front.series.order} if front.series else None,
        "sensitive": front.sensitive,
        "dates": {
            "published": _day(front.published_on),
            "updated": _day(front.updated_on),
            "reviewed": _day(front.reviewed_on),
            "review_by": _day(front.review_by),
        },
        "translation": _translation(document, site),
        "alternates": {code: f"{root}{text.url}" for code, text in sorted(texts.items())},
    }


def _translation(document: Document, site: SiteView) -> dict[str, Any] | None:
    """None for an original."""
    made = document.front.translation
    if made is None:
        return None
    work = site.shelf.works[document.front.type.section, document.slug]
    return {
        "from": made.language,
        "of": made.of,
        "state": made.state,
        "method": made.method,
        "reviewed": _day(made.reviewed_on),
        "older": work.is_older(document),
    }


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
