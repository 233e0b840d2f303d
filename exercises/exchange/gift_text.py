"""The signs of GIFT: what is escaped, where questions end, and what stands between braces.

Moodle's own reading is followed: questions end at blank lines, lines that begin with two slashes are comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SIGN = re.compile(r"[\\~=#{}:]")
_ESCAPED = re.compile(r"\\([\\~=#{}:n])")
FORMAT = re.compile(r"\[(html|moodle|plain|markdown)\]")
COMMENT = "//"
CATEGORY = "$CATEGORY:"


def escape(text: str) -> str:
    """Plain text, a line break included, that reads as exactly this text."""
    text = _SIGN.sub(r"\\\g<0>", text).replace("\n", "\\n")
    return f"[plain]{text}" if FORMAT.match(text) else text


def unescape(text: str) -> str:
    return _ESCAPED.sub(lambda found: "\n" if found[1] == "n" else found[1], text)


def shape(text: str) -> str:
    """The text with every escaped sign blotted out, of the same length: what is a sign here is one there."""
    return _ESCAPED.sub("\0\0", text)


@dataclass(frozen=True)
class Block:
    """The lines of one question or category, and the comments that stand before or in it, each with its line."""

    text: str
    line: int
    comments: tuple[tuple[str, int], ...] = ()


def blocks_of(text: str) -> Iterator[Block]:
    """The blocks of a file in order; one without text has comments only."""
    lines: list[str] = []
    comments: list[tuple[str, int]] = []
    first = 0
    for number, raw in enumerate([*text.split("\n"), ""], 1):
        line = raw.strip()
        if line.startswith(COMMENT):
            comments.append((line.removeprefix(COMMENT).strip(), number))
            if lines:
                lines.append("")  # So that the lines after it keep their numbers.
            continue
        is_category = line.startswith(CATEGORY)
        if lines and (not line or is_category):
            yield Block("\n".join(lines), first, tuple(comments))
            lines, comments = [], []
        if is_category:
            yield Block(line, number, tuple(comments))
            comments = []
        elif line:
            first = first if lines else number
            lines.append(raw)
    if comments:
        yield Block("", comments[0][1], tuple(comments))
