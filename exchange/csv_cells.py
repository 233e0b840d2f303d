"""Cells of CSV, safe in any spreadsheet.

A cell that a spreadsheet would take for a formula begins with an apostrophe, which is taken off again on the way in.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

_FORMULA = ("=", "+", "-", "@", "\t", "'")
_INSIDE = r"(?<=[;\t\n])%s(?='*(?:[=+@]|-(?! )))"
_GUARD, _GUARDED = re.compile(_INSIDE % ""), re.compile(_INSIDE % "'")
"""Where a new cell would begin for a spreadsheet that divides at semicolons or tabs, as in Norway."""
_LONGEST = 1_000_000


class BrokenError(Exception):
    """A text is no CSV. ``line`` is where it stops being one."""

    def __init__(self, why: object, line: int) -> None:
        self.line = line
        super().__init__(str(why))


def rows_of(text: str, between: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not blank, each with the line it begins on. Raises `BrokenError`."""
    csv.field_size_limit(_LONGEST)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True)
    line = 1
    try:
        for cells in reader:
            first, line = line, reader.line_num + 1
            if any(cell.strip() for cell in cells):
                yield first, cells
    except csv.Error as error:
        raise BrokenError(error, line) from None


def guarded(cell: str) -> str:
    """The cell as it is written."""
    cell = _GUARD.sub("'", cell)
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def plain(cell: str) -> str:
    """The cell as it was before `guarded`."""
    cell = cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell
    return _GUARDED.sub("", cell)
