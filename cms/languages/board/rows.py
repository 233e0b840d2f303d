"""What the board shows, as plain values: a row for each document, with a cell for each language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from cms.languages.standing import Work


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a document stands in one language. ``page`` is None where it has none."""

    language: str
    work: Work
    page: int | None = None
    is_original: bool = False
    is_live: bool = False
    is_older: bool = False
    is_machine_made: bool = False
    is_reviewed: bool = False
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One document. ``original`` is the page it was written as, in ``language``."""

    document: UUID
    original: int
    title: str
    language: str
    kind: str
    topics: Sequence[str]
    sensitive: bool
    cells: Mapping[str, Cell]

    @property
    def is_live(self) -> bool:
        """Whether readers have the original."""
        return self.language in self.cells and self.cells[self.language].is_live

    def translations(self, languages: Iterable[str]) -> list[Cell]:
        """The cells of these languages, without that of the original."""
        return [self.cells[code] for code in languages if code in self.cells and not self.cells[code].is_original]


@dataclass(frozen=True, slots=True)
class Sum:
    """Of a language: how many documents readers have, and how many of those are older than their original."""

    language: str
    live: int
    older: int


def sums(rows: Iterable[Row], languages: Iterable[str]) -> list[Sum]:
    rows = list(rows)
    found = []
    for code in languages:
        live = [row.cells[code] for row in rows if code in row.cells and row.cells[code].is_live]
        found.append(Sum(code, len(live), sum(cell.is_older for cell in live)))
    return found
