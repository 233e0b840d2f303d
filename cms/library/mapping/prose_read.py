"""Prose to streams of text blocks: a text from a file, as the editor's form stores it.

`CannotHold` is raised for the few things the contract can say and the form has no block for.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from sitebuilder.contract.prose import (
    Admonition,
    Block,
    BulletList,
    Checklist,
    Image,
    Paragraph,
    Prose,
    Runs,
    Subheading,
    Table,
)

from cms.library.mapping.links import Links
from cms.library.mapping.problems import CannotHold
from cms.library.mapping.rich_text import write_inline, write_rich_text
from cms.library.mapping.stream import Ids, Stream, block, items


class ProseReader:
    """Makes streams for one document in one language."""

    def __init__(self, links: Links, language: str) -> None:
        self._links = links
        self._language = language

    def stream(self, prose: Iterable[Block], ids: Ids, *, headings: bool = True, boxes: bool = True) -> Stream:
        """Neighbouring paragraphs and lists become one rich text, neighbouring phrases one list of phrases."""
        stream: Stream = []
        for kind, group in groupby(prose, key=_kind):
            place = ids.under(len(stream))
            found = list(group)
            if kind == "text":
                stream.append(block("text", self.text(tuple(found)), place))
                continue
            if kind == "phrases" and boxes:
                stream.append(block("phrases", items([self._phrase(b) for b in found], place), place))
                continue
            for one in found:
                place = ids.under(len(stream))
                stream.append(block(*self._block(one, place, headings, boxes), place))
        return stream

    def text(self, prose: Prose) -> str:
        """Rich text of paragraphs and lists."""
        blocks = [b for b in prose if isinstance(b, Paragraph | BulletList)]
        if len(blocks) < len(prose):
            raise CannotHold("only-text")
        return write_rich_text(blocks, self.page_id)

    def inline(self, runs: Runs) -> str:
        """Rich text of one paragraph."""
        return write_inline(runs, self.page_id)

    def page_id(self, href: str) -> int | None:
        return self._links.page_id(href, self._language)

    def picture(self, src: str, alt: str) -> dict[str, Any]:
        """What a picture block stores."""
        image = self._links.media_id(src, "images")
        if image is None:
            raise CannotHold("other")
        return {"image": image, "alt_text": alt, "decorative": False}

    def recording(self, src: str) -> int | None:
        """The number of a recording; None for no path."""
        return self._links.media_id(src, "audio") if src else None

    def _block(self, found: Block, ids: Ids, headings: bool, boxes: bool) -> tuple[str, Any]:
        match found:
            case Subheading(id, text):
                if not headings:
                    raise CannotHold("heading-in-scene" if boxes else "heading-in-box", id)
                return "subheading", {"text": text, "key": id}
            case Checklist(points):
                return "checklist", items(map(self.inline, points), ids)
            case Table(header, rows):
                return "table", items((self._row(row, ids.under(n)) for n, row in enumerate((header, *rows))), ids)
            case Image(src, alt):
                return "image", self.picture(src, alt)
            case Admonition():
                if not boxes:
                    raise CannotHold("box-in-box")
                return self._box(found, ids)
            case _:
                raise CannotHold("other")

    def _row(self, cells: tuple[Runs, ...], ids: Ids) -> dict[str, Any]:
        return {"cells": items(map(self.inline, cells), ids.under("cells"))}

    def _box(self, box: Admonition, ids: Ids) -> tuple[str, dict[str, Any]]:
        body = self.stream(box.blocks, ids.under("body"), headings=False, boxes=False)
        value: dict[str, Any] = {"title": box.title, "body": body, "folded": box.folded}
        if box.kind == "example":
            return "example", {"variant": box.variant, **value}
        if box.kind == "question":
            return "question", value
        return "callout", {"kind": box.kind, **value}

    def _phrase(self, found: Block) -> dict[str, str]:
        if not isinstance(found, Admonition) or found.folded:
            raise CannotHold("phrase")
        try:
            return {"norwegian": found.title, "meaning": self.text(found.blocks)}
        except CannotHold:
            raise CannotHold("phrase") from None


def _kind(found: Block) -> str:
    """What stands together in one block of the form."""
    if isinstance(found, Paragraph | BulletList):
        return "text"
    return "phrases" if isinstance(found, Admonition) and found.kind == "phrase" else "one"
