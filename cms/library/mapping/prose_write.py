"""Streams of text blocks to prose: what an editor has written, as the contract says it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sitebuilder.contract.prose import (
    Admonition,
    Block,
    Checklist,
    Image,
    Prose,
    Runs,
    Subheading,
    Table,
    make_prose,
    one_line,
)

from cms.library.mapping.links import Outward
from cms.library.mapping.rich_text import read_inline, read_rich_text
from cms.library.mapping.stream import Stream, values


def write_prose_of(stream: Stream | None, out: Outward) -> Prose:
    """The prose of a stream, in normal form. Blocks that are still empty are left out."""
    return make_prose(block for stored in stream or [] for block in write_block_of(stored, out))


def write_text(source: str | None, out: Outward) -> Prose:
    """The prose of a rich text."""
    return read_rich_text(source or "", out.href)


def write_runs_of(source: str | None, out: Outward) -> Runs:
    """The words of a rich text of one paragraph."""
    return read_inline(source or "", out.href)


def write_block_of(stored: dict[str, Any], out: Outward) -> Iterator[Block]:
    """The blocks of one stored block. Those that are no text, such as exercise items, give none."""
    value = stored["value"]
    match stored["type"]:
        case "text":
            yield from write_text(value, out)
        case "subheading":
            yield Subheading(value.get("key") or "", one_line(value.get("text") or ""))
        case "checklist":
            yield Checklist(tuple(write_runs_of(point, out) for point in values(value)))
        case "table":
            rows = [tuple(write_runs_of(c, out) for c in values(row.get("cells"))) for row in values(value)]
            if rows:
                yield Table(rows[0], tuple(rows[1:]))
        case "image":
            yield from _image(value, out)
        case "callout":
            yield _box(value.get("kind") or "note", value, out)
        case "example":
            yield _box("example", value, out)
        case "question":
            yield _box("question", value, out)
        case "phrases":
            for phrase in values(value):
                yield Admonition("phrase", phrase.get("norwegian") or "", write_text(phrase.get("meaning"), out))


def _image(value: dict[str, Any] | int | None, out: Outward) -> Iterator[Image]:
    """The picture, or nothing where none has been chosen or where the file is gone, which is a problem."""
    stored = value if isinstance(value, dict) else {"image": value}
    if stored.get("image"):
        src = out.src(stored["image"], "images")
        if src:
            yield Image(src, one_line(stored.get("alt_text") or ""))


def _box(kind: str, value: dict[str, Any], out: Outward) -> Admonition:
    variant = value.get("variant") or ""
    return Admonition(
        kind,
        value.get("title") or "",
        write_prose_of(value.get("body"), out),
        "good" if variant == "good" else "weak" if variant == "weak" else "",
        bool(value.get("folded")),
    )
