"""The normal form of an item: every text on one line, composed, without characters nobody can see.

Items in normal form are what a file can say: written and read again they are the same.
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from typing import TypeVar

_Value = TypeVar("_Value")

_BLANKS = re.compile("[ \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029]+")
"""White space that may stand for one ordinary blank. No-break spaces are not here: they carry meaning."""

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ufeff\ufffe\uffff\ud800-\udfff]")
"""Control characters, line breaks, bidirectional overrides, byte order marks and halves of characters."""


def one_line(text: str) -> str:
    """The text composed (NFC) and on one line, with blanks folded and nothing unseen in it."""
    return unicodedata.normalize("NFC", _UNSEEN.sub("", _BLANKS.sub(" ", text))).strip()


def has_unseen(text: str) -> bool:
    """Whether the text has line breaks or characters nobody can see."""
    return bool(_UNSEEN.search(text))


def normal(item: _Value) -> _Value:
    """The item, or a part of one, with every text in it on one line."""
    if isinstance(item, str):
        return one_line(item)  # type: ignore[return-value]
    if isinstance(item, tuple):
        return tuple(normal(part) for part in item)  # type: ignore[return-value]
    if dataclasses.is_dataclass(item) and not isinstance(item, type):
        values = {field.name: normal(getattr(item, field.name)) for field in dataclasses.fields(item)}
        return dataclasses.replace(item, **values)
    return item
