"""The little HTML that localize's texts consist of, read strictly: what is not well formed is refused, not mended.

A browser, and the parser localize uses, close what was left open and go on. For words that come from a machine that
would hide that something was lost.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from html import escape
from html.parser import HTMLParser
from typing import NamedTuple

from wagtail_localize.strings import INLINE_TAGS

VOID = "br"
MASK = "span"
"""Stands in no text of ours, so that it can stand for what is masked."""
_ATTRIBUTES = {"id", "translate"}


class BrokenMarkup(ValueError):
    """A text is no well-formed line of inline tags."""


class Text(NamedTuple):
    said: str


class Open(NamedTuple):
    """The start of a tag, or all of it where it is void."""

    name: str
    id: str = ""


class Close(NamedTuple):
    name: str


Piece = Text | Open | Close


def read(html: str) -> tuple[Piece, ...]:
    """The pieces of a text in their order. Raises `BrokenMarkup`."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    if reader.open:
        raise BrokenMarkup(f"<{reader.open[-1]}> is not closed")
    return tuple(reader.pieces)


def write(pieces: Iterable[Piece]) -> str:
    """The text, as localize itself writes it."""
    return "".join(_written(piece) for piece in pieces)


def tags(pieces: Iterable[Piece]) -> Counter[Open]:
    """Which tags there are and how often, wherever they stand: languages order their words differently."""
    return Counter(piece for piece in pieces if isinstance(piece, Open))


def empty_tags(pieces: Iterable[Piece]) -> int:
    """How many tags hold no words."""
    words: list[bool] = []
    found = 0
    for piece in pieces:
        if isinstance(piece, Text) and piece.said.strip():
            words = [True] * len(words)
        elif isinstance(piece, Open) and piece.name != VOID:
            words.append(False)
        elif isinstance(piece, Close):
            found += not words.pop()
    return found


def _written(piece: Piece) -> str:
    if isinstance(piece, Text):
        return escape(piece.said, quote=False)
    if isinstance(piece, Close):
        return f"</{piece.name}>"
    named = ' translate="no"' if piece.name == MASK else ""
    named += f' id="{escape(piece.id)}"' if piece.id else ""
    return f"<{piece.name}{named}/>" if piece.name == VOID else f"<{piece.name}{named}>"


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []
        self.open: list[str] = []

    def handle_data(self, data: str) -> None:
        if self.pieces and isinstance(self.pieces[-1], Text):
            data = self.pieces.pop().said + data  # type: ignore[union-attr]
        self.pieces.append(Text(data))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag not in (*INLINE_TAGS, MASK) or set(said) - _ATTRIBUTES or len(said) != len(attrs):
            raise BrokenMarkup(f"<{tag}> with {sorted(said)}")
        self.pieces.append(Open(tag, said.get("id") or ""))
        if tag != VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != VOID:
            raise BrokenMarkup(f"<{tag}/>")
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            raise BrokenMarkup(f"</{tag}>")
        self.pieces.append(Close(tag))

    def handle_comment(self, data: str) -> None:
        raise BrokenMarkup("a comment")

    def handle_decl(self, decl: str) -> None:
        raise BrokenMarkup("a declaration")

    def handle_pi(self, data: str) -> None:
        raise BrokenMarkup("an instruction")

    def unknown_decl(self, data: str) -> None:
        raise BrokenMarkup("a declaration")
