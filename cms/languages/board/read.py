"""What the board shows, from the database: two queries, however many documents there are.

The whole table of standings is read: sums need every row, and order needs every language.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from cms.languages.board.rows import Cell, Row
from cms.languages.models import Standing
from cms.languages.standing import Work
from cms.library.models import PAGE_OF_KIND

_CELL = ("language", "work", "page_id", "is_original", "is_live", "is_older", "is_machine_made", "is_reviewed")
_WORK = {work.value: work for work in Work}


def read_rows() -> list[Row]:
    """Every document, in no order."""
    said = {pk: (title, topics, sensitive) for pk, title, topics, sensitive in _originals()}
    cells: dict[UUID, dict[str, Cell]] = {}
    heads: dict[UUID, tuple[int, str]] = {}
    rows = Standing.objects.values_list("document", "original_id", "kind", *_CELL, "done", "total")
    for document, original, kind, language, work, *rest in rows:
        cells.setdefault(document, {})[language] = Cell(language, _WORK[work], *rest)
        heads[document] = (original, kind)
    return [
        _row(document, *heads[document], said[heads[document][0]], found)
        for document, found in cells.items()
        if heads[document][0] in said
    ]


def _row(document: UUID, original: int, kind: str, said: tuple[Any, ...], cells: dict[str, Cell]) -> Row:
    title, topics, sensitive = said
    language = next((cell.language for cell in cells.values() if cell.page == original), "")
    return Row(document, original, title, language, kind, tuple(topics or ()), sensitive, cells)


def _originals() -> Iterator[tuple[int, str, list[str], bool]]:
    """What is said of each document by the page it was written as."""
    first, *others = (
        model.objects.filter(pk__in=Standing.objects.filter(kind=kind.value).values("original_id"))
        .order_by()
        .values_list("pk", "draft_title", "topics", "sensitive")
        for kind, model in PAGE_OF_KIND.items()
    )
    yield from first.union(*others, all=True)
