"""The board as a file for spreadsheets: a line for each document and language.

Commas and UTF-8, with the mark by which Excel knows that it is; the columns have English names and keep their order.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from cms.languages.board.rows import Cell, Row
from cms.languages.board.wanted import Wanted

COLUMNS = (
    *("document", "kind", "title", "topics", "sensitive", "original_language", "language", "state"),
    *("is_original", "is_live", "is_older", "is_machine_made", "is_reviewed", "done", "total", "page_id"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for the beginning of something to compute."""


def csv_of(rows: Iterable[Row], languages: Sequence[str], wanted: Wanted) -> str:
    """Where a state is asked for, only the translations that stand so."""
    written = StringIO()
    writer = csv.writer(written)
    writer.writerow(COLUMNS)
    for row in rows:
        for cell in _cells(row, languages, wanted):
            writer.writerow([_safe(value) for value in _values(row, cell)])
    return "\ufeff" + written.getvalue()


def _cells(row: Row, languages: Sequence[str], wanted: Wanted) -> Iterator[Cell]:
    cells = (row.cells[code] for code in wanted.columns(languages) if code in row.cells)
    return (cell for cell in cells if not wanted.state or (not cell.is_original and wanted.is_met_by(cell)))


def _values(row: Row, cell: Cell) -> tuple[object, ...]:
    return (
        *(row.document, row.kind, row.title, " ".join(row.topics), row.sensitive, row.language),
        *(cell.language, cell.work.value, cell.is_original, cell.is_live, cell.is_older, cell.is_machine_made),
        *(cell.is_reviewed, cell.done, cell.total, cell.page),
    )


def _safe(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
