"""Part of a file, as a browser asks for it: phones play no sound from a server that cannot do this.

Only a single range is answered with a part; for anything else the whole file is a right answer (RFC 9110, 14.2).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_SINGLE = re.compile(r"bytes=(\d*)-(\d*)")


class RangeNotSatisfiable(Exception):
    """What is asked for lies behind the end of the file."""


@dataclass(frozen=True)
class ByteRange:
    """Bytes ``first`` to ``last``, both included, of a file of ``size`` bytes."""

    first: int
    last: int
    size: int

    @property
    def length(self) -> int:
        return self.last - self.first + 1

    @property
    def header(self) -> str:
        return f"bytes {self.first}-{self.last}/{self.size}"


def byte_range(header: str, size: int) -> ByteRange | None:
    """The range a ``Range`` header asks for; None for the whole file. Raises `RangeNotSatisfiable`."""
    match = _SINGLE.fullmatch(header.strip())
    if match is None or match.groups() == ("", ""):
        return None
    start, end = match.groups()
    if not start:
        first, last = max(size - int(end), 0), size - 1
    else:
        first, last = int(start), min(int(end) if end else size - 1, size - 1)
        if end and int(end) < first:
            return None
    if first >= size or first > last:
        raise RangeNotSatisfiable
    return ByteRange(first, last, size)
