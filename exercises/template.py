"""The text of a gap item: words, with ``{name}`` for each place to write in."""

from __future__ import annotations

import re
from typing import NamedTuple

NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
"""The name of a gap, and the form of every id in a set."""

_PLACE = re.compile(r"\{([a-z0-9][a-z0-9-]{0,39})\}")


class Piece(NamedTuple):
    """A stretch of a text. Exactly one of the two is not empty."""

    words: str = ""
    gap: str = ""


def pieces(text: str) -> tuple[Piece, ...]:
    """The words and gaps of a text in order; a brace that makes no gap is one of the words."""
    parts = _PLACE.split(text)
    read = (Piece(gap=part) if n % 2 else Piece(words=part) for n, part in enumerate(parts))
    return tuple(piece for piece in read if piece != Piece())


def gap_names(text: str) -> tuple[str, ...]:
    """The gaps of a text in order, as often as they stand there."""
    return tuple(piece.gap for piece in pieces(text) if piece.gap)


def words_around(text: str) -> str:
    """The text with a dash for each gap."""
    return "".join(piece.words or "–" for piece in pieces(text))
