"""The words that our pages can be made of: every name that stands in the theme, in a renderer or in a script.

It is read from what makes the pages and not from pages, so it is the same whatever the texts are, and so is the style
that stands in each page. It holds too much rather than too little: a word in a comment counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import exercises
import scenarios
from sitebuilder.places import SITE

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_MADE_BY = (SITE / "theme", SITE / "root", SITE / "scripts", SITE / "sitebuilder" / "markdown")


def vocabulary() -> frozenset[str]:
    """Names of elements, classes, ids and attributes."""
    return frozenset(word for file in _files() for word in _NAME.findall(file.read_text("utf-8")))


def _files() -> Iterator[Path]:
    rooms = (Path(room.__file__ or "").parent for room in (scenarios, exercises))
    for folder in (*_MADE_BY, *rooms):
        for file in sorted(folder.rglob("*")):
            if file.suffix in (".html", ".py", ".js", ".xml"):
                yield file
