"""A Twee 3 file taken apart and put together: passages with their names, tags and lines.

The format: https://github.com/iftechfoundation/twine-specs/blob/master/twee-3-specification.md
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from exchange.remark import Remark
from scenarios.exchange.remark import remark

_ESCAPED = re.compile(r"[\\\[\]{}]")
_HEADER = re.compile(
    r"::(?P<name>(?:\\.|[^\\\[\]{}])*)"
    r"(?:\[(?P<tags>(?:\\.|[^\\\]])*)\][ \t]*)?"
    r"(?P<data>\{.*\})?"
)
_UNESCAPED = re.compile(r"\\(.)")


@dataclass(frozen=True)
class Passage:
    """A passage. ``line`` is that of its header; its text begins on the next one."""

    name: str
    tags: tuple[str, ...]
    text: str
    line: int
    has_place: bool = False
    """Whether it says where it lies on Twine's map."""


def read_passages(text: str) -> tuple[list[Passage], list[Remark]]:
    """The passages in the order of the file, and what could not be read."""
    passages: list[Passage] = []
    remarks: list[Remark] = []
    names: set[str] = set()
    body: list[str] = []
    header: tuple[str, tuple[str, ...], int, bool] | None = None

    def close() -> None:
        if header:
            name, tags, line, has_place = header
            passages.append(Passage(name, tags, "\n".join(body).rstrip(" \t\n"), line, has_place))

    for number, line in enumerate(text.split("\n"), 1):
        if not line.startswith("::"):
            if header is None and line.strip():
                remarks.append(remark("X05.before", line=number))
                header = ("", (), number, False)
            body.append(line)
            continue
        close()
        body = []
        header, found = _read_header(line, number)
        remarks += found
        if header[0] in names:
            remarks.append(remark("X05.twice", line=number, where=header[0]))
        names.add(header[0])
    close()
    return [passage for passage in passages if passage.name], remarks


def _read_header(line: str, number: int) -> tuple[tuple[str, tuple[str, ...], int, bool], list[Remark]]:
    match = _HEADER.fullmatch(line.rstrip(" \t"))
    if not match or not match["name"].strip():
        return ("", (), number, False), [remark("X05.header", line=number, header=line)]
    name = _UNESCAPED.sub(r"\1", match["name"].strip(" \t"))
    tags = tuple(_UNESCAPED.sub(r"\1", tag) for tag in (match["tags"] or "").split())
    remarks = []
    data: Any = {}
    if match["data"]:
        try:
            data = json.loads(match["data"])
        except (ValueError, RecursionError):
            remarks.append(remark("X52.data", line=number, where=name))
    return (name, tags, number, isinstance(data, dict) and bool(data)), remarks


def write_passage(name: str, tags: tuple[str, ...], text: str, place: tuple[int, int] | None = None) -> str:
    """A passage, ending in one line break."""
    marks = f" [{' '.join(map(_escape, tags))}]" if tags else ""
    data = f' {{"position":"{place[0]},{place[1]}"}}' if place else ""
    return f":: {_escape(name)}{marks}{data}\n{text}\n"


def _escape(name: str) -> str:
    return _ESCAPED.sub(r"\\\g<0>", name)
