"""Strings for translators as CSV: one row for each, to be opened in any spreadsheet.

A cell that a spreadsheet would take for a formula begins with an apostrophe, which is taken off again on the way in.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from scenarios.exchange.remark import ExchangeError, remark
from scenarios.exchange.strings import Row, Sent, Text

COLUMNS = ("story", "key", "source", "translation")
_FORMULA = ("=", "+", "-", "@", "\t", "'")
_INSIDE = r"(?<=[;\t\n])%s(?='*(?:[=+@]|-(?! )))"
_GUARD, _GUARDED = re.compile(_INSIDE % ""), re.compile(_INSIDE % "'")
"""Where a new cell would begin for a spreadsheet that divides at semicolons or tabs, as in Norway."""
_LONGEST = 1_000_000


def write_csv(story: str, texts: Iterable[Text], words: dict[str, str] | None = None) -> str:
    """The strings of the story with this id, with the words an earlier translation has."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(COLUMNS)
    for text in texts:
        if text.words:
            writer.writerow(map(_guarded, (story, text.key, text.words, (words or {}).get(text.key, ""))))
    return made.getvalue()


def read_csv(text: str) -> Sent:
    """The translations of a CSV file. Semicolons and tabs between cells are read too. Raises `ExchangeError`."""
    head = text.partition("\n")[0]
    between = next((sign for sign in ",;\t" if head.replace('"', "").split(sign)[: len(COLUMNS)] == list(COLUMNS)), "")
    if not between:
        raise ExchangeError([remark("X08.broken", line=1, why=f"the columns must be {', '.join(COLUMNS)}")])
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True)
    csv.field_size_limit(_LONGEST)
    rows: list[Row] = []
    stories: list[str] = []
    line = 1
    try:
        for cells in reader:
            first, line = line, reader.line_num + 1
            if first == 1 or not any(cell.strip() for cell in cells):
                continue
            if len(cells) < len(COLUMNS) or any(cell.strip() for cell in cells[len(COLUMNS) :]):
                raise ExchangeError([remark("X08.broken", line=first, why=f"it has {len(cells)} cells, not 4")])
            story, key, source, words = map(_plain, cells[: len(COLUMNS)])
            stories.append(story)
            rows.append(Row(key, source, words, first))
    except csv.Error as error:
        raise ExchangeError([remark("X08.broken", line=line, why=error)]) from None
    for story, row in zip(stories, rows):
        if story != stories[0]:
            raise ExchangeError([remark("X08.other", line=row.line, found=story)])
    return Sent(stories[0] if stories else "", tuple(rows))


def _guarded(cell: str) -> str:
    cell = _GUARD.sub("'", cell)
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _plain(cell: str) -> str:
    cell = cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell
    return _GUARDED.sub("", cell)
