"""Strings for translators as CSV: one row for each, to be opened in any spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from exchange.csv_cells import BrokenError, guarded, plain, rows_of
from exchange.remark import ExchangeError, remark
from exchange.strings import Form, Row, Sent, Text


def write_csv(form: Form, of: str, texts: Iterable[Text], words: Mapping[str, str] | None = None) -> str:
    """The strings of what has the id ``of``, with the words an earlier translation has."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n", delimiter=form.between)
    writer.writerow(form.columns)
    for text in texts:
        if text.words:
            about = [text.about] if form.about else []
            writer.writerow(map(guarded, (of, text.key, *about, text.words, (words or {}).get(text.key, ""))))
    return made.getvalue()


def read_csv(form: Form, text: str) -> Sent:
    """The translations of a CSV file, whichever of comma, semicolon and tab divides it. Raises `ExchangeError`."""
    columns = list(form.columns)
    head = text.partition("\n")[0].replace('"', "")
    between = next((sign for sign in ",;\t" if head.split(sign)[: len(columns)] == columns), "")
    if not between:
        raise ExchangeError([remark("X08.broken", line=1, why=f"the columns must be {', '.join(columns)}")])
    rows: list[Row] = []
    of: list[str] = []
    try:
        for line, cells in rows_of(text, between):
            if line == 1:
                continue
            if len(cells) < len(columns) or any(cell.strip() for cell in cells[len(columns) :]):
                why = f"it has {len(cells)} cells, not {len(columns)}"
                raise ExchangeError([remark("X08.broken", line=line, why=why)])
            first, key, *about, source, words = map(plain, cells[: len(columns)])
            of.append(first)
            rows.append(Row(key, source, words, line, about=about[0] if about else None))
    except BrokenError as error:
        raise ExchangeError([remark("X08.broken", line=error.line, why=error)]) from None
    for found, row in zip(of, rows):
        if found != of[0]:
            raise ExchangeError([remark("X08.other", line=row.line, found=found)])
    return Sent(of[0] if of else "", tuple(rows))
