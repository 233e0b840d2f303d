"""What is known of a document besides its body, and what no document may hold."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from exchange.intake import CONTROL
from exchange.remark import Remark, remark

LONGEST = 900_000
"""So many bytes has the longest document: a little less than the largest file of text that is read here."""
UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SECOND_FRONT = re.compile(r"^---[ \t]*$", re.MULTILINE)
"""What would end the front matter before its end."""


@dataclass(frozen=True)
class Cover:
    """What is known of a document besides its body. ``front`` is front matter, kept as text and never read here."""

    title: str = ""
    id: str = ""
    """A UUID in small letters, or empty."""
    language: str = ""
    front: str = ""
    """YAML ending in a line break, or empty."""


def faults(cover: Cover, texts: Iterable[str]) -> list[Remark]:
    """What in a cover and the texts under it cannot be written to a file."""
    found: list[Remark] = []
    every = [cover.title, cover.front, *texts]
    try:
        "".join(every).encode()
    except UnicodeEncodeError:
        found.append(remark("X03.half"))
    if any(CONTROL.search(text) for text in every):
        found.append(remark("X03.control"))
    if _SECOND_FRONT.search(cover.front):
        found.append(remark("X03.front"))
    return found
