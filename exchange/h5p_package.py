"""The ``.h5p`` package around a ``content.json``, and the values inside it."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

from exchange.intake import is_zip, json_of, members_of, text_of
from exchange.remark import ExchangeError, remark

CONTENT = "content/content.json"
ABOUT = "h5p.json"
_DAY = (1980, 1, 1, 0, 0, 0)

Library = tuple[str, int, int]
"""The name of a content type, with its major and minor version."""


def content_of(data: bytes) -> tuple[Any, str]:
    """What ``content.json`` says, alone or in a package, and the content type a package names, else empty.

    Raises `ExchangeError`.
    """
    if not is_zip(data):
        return json_of(text_of(data)), ""
    members = members_of(data, (CONTENT, ABOUT))
    if CONTENT not in members:
        raise ExchangeError([remark("X02.missing", where=CONTENT)])
    about = json_of(text_of(members[ABOUT])) if ABOUT in members else {}
    return json_of(text_of(members[CONTENT])), text_at(about, "mainLibrary")


def write_package(content: str, title: str, language: str, libraries: list[Library]) -> bytes:
    """A package for places that have the content types already, the first of which is its own; it brings no code."""
    about = {
        "title": title,
        "language": language or "und",
        "mainLibrary": libraries[0][0],
        "embedTypes": ["iframe"],
        "license": "U",
        "preloadedDependencies": [
            {"machineName": name, "majorVersion": major, "minorVersion": minor} for name, major, minor in libraries
        ],
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in ((ABOUT, json.dumps(about, ensure_ascii=False)), (CONTENT, content)):
            package.writestr(zipfile.ZipInfo(name, _DAY), text, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def value_at(value: Any, *keys: str) -> Any:
    """What stands at the end of a chain of keys; None where the chain breaks."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def text_at(value: Any, *keys: str) -> str:
    """The text at the end of a chain of keys; empty where there is none."""
    found = value_at(value, *keys)
    return found if isinstance(found, str) else ""


def list_at(value: Any, *keys: str) -> list[Any]:
    """The list at the end of a chain of keys; empty where there is none."""
    found = value_at(value, *keys)
    return found if isinstance(found, list) else []
