"""A cell in words, for the template."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.languages.board.doors import Door, Doors
from cms.languages.board.rows import Cell, Row
from cms.languages.board.wanted import MACHINE_MADE, OLDER
from cms.languages.standing import Work

Words = str | Promise

STATES: dict[str, Words] = {
    Work.MISSING.value: _("Missing"),
    Work.IN_TRANSLATION.value: _("In translation"),
    Work.AWAITING_REVIEW.value: _("Awaiting review"),
    Work.PUBLISHED.value: _("Published"),
    OLDER: _("Older than the original"),
    MACHINE_MADE: _("Machine-made, not reviewed"),
}
_DRAFT = _("A draft")
_EARLIER = _("Earlier version published")
_ICONS = {
    Work.MISSING: "circle-plus",
    Work.IN_TRANSLATION: "edit",
    Work.AWAITING_REVIEW: "glasses",
    Work.PUBLISHED: "circle-check",
}


@dataclass(frozen=True, slots=True)
class ShownCell:
    """``marks`` are icons with the words for them."""

    cell: Cell
    words: Words
    icon: str
    marks: tuple[tuple[str, Words], ...]
    door: Door | None


@dataclass(frozen=True, slots=True)
class ShownRow:
    row: Row
    kind: Words
    topics: str
    cells: tuple[ShownCell, ...]


def show(row: Row, columns: list[str], kinds: dict[str, Words], topics: dict[str, str], doors: Doors) -> ShownRow:
    cells = tuple(_cell(row, row.cells[code], doors) for code in columns if code in row.cells)
    return ShownRow(row, kinds[row.kind], ", ".join(topics.get(key, key) for key in row.topics), cells)


def _cell(row: Row, cell: Cell, doors: Doors) -> ShownCell:
    is_draft = cell.is_original and cell.work is Work.IN_TRANSLATION
    return ShownCell(
        cell, _DRAFT if is_draft else STATES[cell.work.value], _ICONS[cell.work], _marks(cell), doors.to(row, cell)
    )


def _marks(cell: Cell) -> tuple[tuple[str, Words], ...]:
    marks = []
    if cell.is_older:
        marks.append(("history", STATES[OLDER]))
    if cell.is_machine_made:
        marks.append(("cogs", STATES[MACHINE_MADE]))
    if cell.is_live and cell.work is not Work.PUBLISHED:
        marks.append(("view", _EARLIER))
    return tuple(marks)
