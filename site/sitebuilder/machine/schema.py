"""The published form of ``documents.json``: JSON Schema, draft 2020-12."""

from __future__ import annotations

import json
from typing import Any

from sitebuilder.contract.document import LEVELS, PHASES, Audience, Kind, Translation
from sitebuilder.contract.front_matter import MINUTES
from sitebuilder.languages import DIRECTIONS
from sitebuilder.machine import addresses

Schema = dict[str, Any]


def schema_json(root: str) -> str:
    return json.dumps(documents_schema(root), ensure_ascii=False, indent=2) + "\n"


def documents_schema(root: str) -> Schema:
    """The schema as it stands on the site at ``root``."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{root}{addresses.SCHEMA}",
        "title": "The documents of the Mentor Toolbox in one language",
        **_object(
            {
                "$schema": _ADDRESS,
                "language": _LANGUAGE,
                "direction": _DIRECTION,
                "licence": _ADDRESS,
                "documents": {"type": "array", "items": {"$ref": "#/$defs/document"}},
            }
        ),
        "$defs": {"document": _DOCUMENT},
    }


def _object(properties: Schema, **more: Any) -> Schema:
    """An object that has all of these properties and no other."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
        **more,
    }


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _one_of(values: Any, said: str) -> Schema:
    return {"enum": list(map(str, values)), "description": said}


_TEXT: Schema = {"type": "string", "minLength": 1}
_ADDRESS: Schema = {"type": "string", "format": "uri", "pattern": "^https?://"}
_LANGUAGE: Schema = {"type": "string", "pattern": "^[a-z]{2,3}$"}
_DIRECTION: Schema = {"enum": list(DIRECTIONS)}
_DAY: Schema = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_SLUG: Schema = {"type": "string", "pattern": "^[a-z0-9-]+$"}

_DOCUMENT = _object(
    {
        "id": {"type": "string", "format": "uuid", "description": "The same in every language, and for ever."},
        "type": _one_of(Kind, "What kind of text it is."),
        "title": _TEXT,
        "summary": _TEXT,
        "address": {**_ADDRESS, "description": "The page."},
        "markdown": {**_ADDRESS, "description": "The source of the page: Markdown with YAML front matter."},
        "language": _LANGUAGE,
        "direction": _DIRECTION,
        "audience": _one_of(Audience, "For whom it is written."),
        "topics": {"type": "array", "items": _object({"id": _SLUG, "name": _TEXT})},
        "phase": _or_null(_one_of(PHASES, "The part of the way together it fits; null: any.")),
        "level": _or_null(_one_of(LEVELS, "The Norwegian it asks for, by the CEFR; null: not said.")),
        "minutes": {"type": "integer", "minimum": MINUTES.start, "maximum": MINUTES.stop - 1},
        "together": {**_TEXT, "description": "What to do together at the next meeting."},
        "series": _or_null(_object({"id": _SLUG, "order": {"type": "integer", "minimum": 1}})),
        "sensitive": {"type": "boolean", "description": "Being seen with this page may put its reader at risk."},
        "dates": _object({"published": _DAY, "updated": _DAY, "reviewed": _or_null(_DAY), "review_by": _or_null(_DAY)}),
        "translation": _or_null(
            _object(
                {
                    "from": _LANGUAGE,
                    "of": {"type": "string", "description": "A hash of the text it was made from."},
                    "state": _one_of(Translation.STATES, "Whether a person has checked it."),
                    "method": _one_of(Translation.METHODS, "Who or what made it."),
                    "reviewed": _or_null(_DAY),
                    "older": {"type": "boolean", "description": "The original has changed since."},
                },
                description="null for an original.",
            )
        ),
        "alternates": {
            "type": "object",
            "propertyNames": _LANGUAGE,
            "additionalProperties": _ADDRESS,
            "minProperties": 1,
            "description": "The page in each language that has it, this one among them.",
        },
    }
)
