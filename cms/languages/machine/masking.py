"""A text on its way to a provider and back: what is protected is masked, and must come back whole and once.

A provider is asked to leave alone what stands in a mask, but is not trusted to: the protected words are put in here,
whatever it made of them. What else it may not change are the tags of the text and their ids.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from cms.languages.machine.markup import (
    MASK,
    VOID,
    BrokenMarkup,
    Close,
    Open,
    Piece,
    Text,
    empty_tags,
    read,
    tags,
    write,
)
from cms.languages.machine.protected import Glossary

_LINES = re.compile(r"\s*[\r\n]\s*")
_MANY_TIMES, _SOME = 6, 200
"""A translation longer than so many times its original, and some characters more, went round in circles."""


class Unfit(ValueError):
    """What came back cannot stand in the page; nor can a text be sent whose protected words cannot be masked."""


@dataclass(frozen=True)
class Masked:
    """``html`` is what is sent. ``kept`` stands in the place of each mask in the end."""

    html: str
    pieces: tuple[Piece, ...]
    kept: tuple[str, ...]
    is_all_kept: bool
    """Nothing is left that a provider could translate."""


def mask(html: str, glossary: Glossary) -> Masked:
    """Raises `Unfit` where the text is no well-formed one, or quotes what has tags inside."""
    pieces = _read(html)
    kept: list[str] = []
    sent = [part for piece in pieces for part in _masked(piece, glossary, kept)]
    return Masked(write(sent), pieces, tuple(kept), not any(map(_has_words, _outside(sent))))


def unmask(translated: str, masked: Masked) -> str:
    """The translation as it can be kept. Raises `Unfit` where anything protected is not as it was."""
    made = tuple(_joined(_put_back(_read(translated), masked.kept)))
    if tags(made) != tags(masked.pieces) or empty_tags(made) > empty_tags(masked.pieces):
        raise Unfit("other tags")
    html = write(made).strip()
    if not html or any(unicodedata.category(letter) in ("Cc", "Cs") for letter in html):
        raise Unfit("no text")
    if len(html) > _MANY_TIMES * len(masked.html) + _SOME:
        raise Unfit("far too long")
    return html


def _read(html: str) -> tuple[Piece, ...]:
    try:
        return read(html)
    except BrokenMarkup as broken:
        raise Unfit(str(broken)) from broken


def _masked(piece: Piece, glossary: Glossary, kept: list[str]) -> Iterator[Piece]:
    if not isinstance(piece, Text):
        yield piece
        return
    end = 0
    for span in glossary.find(piece.said):
        yield from _text(piece.said[end : span.start], glossary)
        yield Open(MASK, _name(len(kept)))
        yield Text(piece.said[span.start : span.end])
        yield Close(MASK)
        kept.append(span.kept)
        end = span.end
    yield from _text(piece.said[end:], glossary)


def _text(said: str, glossary: Glossary) -> Iterator[Text]:
    if glossary.quotes and ("«" in said or "»" in said):
        raise Unfit("a quotation with tags in it")
    if said:
        yield Text(said)


def _name(place: int) -> str:
    return f"keep{place}"


def _outside(sent: list[Piece]) -> Iterator[str]:
    inside = False
    for piece in sent:
        if isinstance(piece, Text):
            if not inside:
                yield piece.said
        elif piece.name == MASK:
            inside = isinstance(piece, Open)


def _has_words(text: str) -> bool:
    return any(letter.isalpha() for letter in text)


def _put_back(pieces: tuple[Piece, ...], kept: tuple[str, ...]) -> Iterator[Piece]:
    """The protected words in the place of their masks, each of which must be there exactly once."""
    waiting = {_name(place): words for place, words in enumerate(kept)}
    depth = 0
    for piece in pieces:
        if depth:  # What the provider made of the protected words is left out.
            depth += isinstance(piece, Open) and piece.name != VOID
            depth -= isinstance(piece, Close)
        elif isinstance(piece, Open) and piece.name == MASK:
            if piece.id not in waiting:
                raise Unfit("a protected word more than once")
            yield Text(waiting.pop(piece.id))
            depth = 1
        elif isinstance(piece, Text):
            yield Text(_LINES.sub(" ", piece.said).replace("\t", " "))
        else:
            yield piece
    if waiting:
        raise Unfit("a protected word is gone")


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Texts that stand side by side as one."""
    said = ""
    for piece in pieces:
        if isinstance(piece, Text):
            said += piece.said
            continue
        if said:
            yield Text(said)
        said = ""
        yield piece
    if said:
        yield Text(said)
