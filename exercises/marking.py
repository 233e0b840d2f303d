"""The text of a mark-words item: words, with ``[`` and ``]`` around each that is to be marked."""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(r"\[(?P<marked>[^\[\]]+)\]|(?P<word>[\w'’]+(?:[.:-][\w'’]+)*)|(?P<between>[^\[\]\w'’]+|[\[\]])")


class Token(NamedTuple):
    """A stretch of a text. ``is_word`` is false for what stands between words; only words are marked."""

    text: str
    is_word: bool
    is_marked: bool


def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text and what stands between them, in order; a bracket without its other half stands between."""
    return tuple(
        Token(found[0] if found["marked"] is None else found["marked"], found["between"] is None, bool(found["marked"]))
        for found in _TOKEN.finditer(text)
    )


def without_marks(text: str) -> str:
    """The text as it is read."""
    return "".join(token.text for token in tokens(text))


def has_stray_bracket(text: str) -> bool:
    return any(not token.is_word and token.text in "[]" for token in tokens(text))
