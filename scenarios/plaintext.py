"""Plain text inside Markdown: the words of titles, choices and links.

Escaping follows CommonMark: a backslash before punctuation is that character. Only what would mean something
is escaped, so that ordinary words are written as they are.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_ENTITY_AHEAD = re.compile(r"&(?=[A-Za-z0-9#]+;)")
_MARKS = re.compile(r"[\\`*_\[\]]")
_READ = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<known>&(?:lt|amp);)"
    r"|(?P<unknown>&[A-Za-z0-9#]+;)"
    r"|(?P<mark>[`*_\[\]<])"
)
_KNOWN = {"&lt;": "<", "&amp;": "&"}


class Plain(NamedTuple):
    """The words, and the marks in their source that would have been formatting, in the order they stand."""

    text: str
    marks: tuple[str, ...]


def escape(text: str) -> str:
    """Markdown for a label that reads as exactly this text."""
    text = _ENTITY_AHEAD.sub("&amp;", text).replace("<", "&lt;")
    return _MARKS.sub(r"\\\g<0>", text)


def escape_title(text: str) -> str:
    """Markdown for the words of a heading, where ``{`` would begin its attributes."""
    return escape(text).replace("{", "\\{")


def read(source: str) -> Plain:
    """The words a label or a heading's text stands for. Marks that are not escaped are kept as characters."""
    marks: list[str] = []

    def word(match: re.Match[str]) -> str:
        if match["escaped"]:
            return match["escaped"]
        if match["known"]:
            return _KNOWN[match["known"]]
        marks.append(match[0])
        return match[0]

    return Plain(_READ.sub(word, source), tuple(dict.fromkeys(marks)))
