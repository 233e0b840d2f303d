"""The lines of a story's Markdown, taken apart: headings with what stands under each, and the blocks of it.

Only a ``#`` in the first column makes a heading: what is indented belongs to a box, and ``\\#`` is text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

_LINK = re.compile(r"(?P<bullet>[-*+][ \t]+)?\[(?P<label>(?:\\.|[^\\])*)\]\(#(?P<target>[^()\s]*)\)[ \t]*")


class Line(NamedTuple):
    """A line of the file and its number in it."""

    number: int
    text: str

    @property
    def is_blank(self) -> bool:
        return not self.text.strip(" \t")


class Link(NamedTuple):
    """A line that holds nothing but a link to a place in the same file. ``label`` is Markdown."""

    line: int
    label: str
    target: str
    in_list: bool


@dataclass(frozen=True)
class Heading:
    """A line that begins with ``#``. ``title`` is Markdown, ``marks`` what stood between the braces."""

    line: int
    source: str
    level: int
    has_space: bool
    title: str
    marks: tuple[str, ...]


@dataclass
class Part:
    """A heading of level 2 or 3 and the lines below it until the next such heading."""

    heading: Heading
    body: list[Line] = field(default_factory=list)


@dataclass
class Layout:
    """A file divided at its headings: what stands before the first scene, and each scene with its choices."""

    preamble: list[Line] = field(default_factory=list)
    orphans: list[Part] = field(default_factory=list)
    """Headings of level 3 before the first of level 2."""
    scenes: list[tuple[Part, list[Part]]] = field(default_factory=list)


def layout_of(text: str, first_line: int) -> Layout:
    """Divides a text. Headings of other levels than 2 and 3 stay in the body they stand in."""
    layout = Layout()
    body = layout.preamble
    for line in _lines_of(text, first_line):
        heading = read_heading(line)
        if heading is None or heading.level not in (2, 3):
            body.append(line)
            continue
        part = Part(heading)
        body = part.body
        if heading.level == 2:
            layout.scenes.append((part, []))
        elif layout.scenes:
            layout.scenes[-1][1].append(part)
        else:
            layout.orphans.append(part)
    return layout


def _lines_of(text: str, first_line: int) -> list[Line]:
    """Only ``\\n`` and ``\\r\\n`` end a line, so that numbers agree with an editor's."""
    return [Line(first_line + i, line.removesuffix("\r")) for i, line in enumerate(text.split("\n"))]


def read_heading(line: Line) -> Heading | None:
    """The heading this line is, of whatever level, or None."""
    if not line.text.startswith("#"):
        return None
    rest = line.text.lstrip("#")
    title, marks = _split_marks(rest.strip(" \t"))
    has_space = not title or rest[0] in " \t"
    return Heading(line.number, line.text, len(line.text) - len(rest), has_space, title, marks)


def _split_marks(words: str) -> tuple[str, tuple[str, ...]]:
    """A heading's words and what stands between the braces that end them, as ``#id`` and ``.class``."""
    brace = words.rfind("{") if words.endswith("}") else -1
    before = words[: max(brace, 0)]
    escaped = (len(before) - len(before.rstrip("\\"))) % 2
    if brace < 0 or escaped:
        return words, ()
    return before.rstrip(" \t"), tuple(words[brace + 1 : -1].removeprefix(":").split())


def read_link(line: Line) -> Link | None:
    match = _LINK.fullmatch(line.text)
    return match and Link(line.number, match["label"], match["target"], bool(match["bullet"]))


def trimmed(lines: Sequence[Line]) -> list[Line]:
    """The lines without blank ones at either end."""
    shown = [i for i, line in enumerate(lines) if not line.is_blank]
    return list(lines[shown[0] : shown[-1] + 1]) if shown else []


def last_block(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines before the last block, trimmed, and that block: the lines after the last blank one."""
    lines = trimmed(lines)
    start = next((i + 1 for i in range(len(lines) - 1, -1, -1) if lines[i].is_blank), 0)
    return trimmed(lines[:start]), lines[start:]


def closing_links(lines: Sequence[Line]) -> tuple[list[Line], list[Link]]:
    """The lines before the links that close a body, blank ones with them, and those links in order."""
    lines = trimmed(lines)
    links: list[Link] = []
    first = len(lines)
    for index in range(len(lines) - 1, -1, -1):
        link = read_link(lines[index])
        if link:
            links.append(link)
            first = index
        elif not lines[index].is_blank:
            break
    return lines[:first], links[::-1]


def source_of(lines: Sequence[Line]) -> str:
    """The lines as one text, without blanks at its end."""
    return "\n".join(line.text for line in lines).rstrip(" \t")
