"""Which documents someone wants to see on the board."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from cms.languages.board.rows import Cell, Row
from cms.languages.standing import Work

OLDER, MACHINE_MADE = "older", "machine-made"

STATES: dict[str, Callable[[Cell], bool]] = {
    **{work.value: (lambda cell, work=work: cell.work is work) for work in Work},
    OLDER: lambda cell: cell.is_older,
    MACHINE_MADE: lambda cell: cell.is_machine_made,
}
"""What can be asked for of a translation, by the name it has in addresses and files."""


@dataclass(frozen=True)
class Wanted:
    """Empty: whichever. ``words`` all stand in the title."""

    language: str = ""
    kind: str = ""
    state: str = ""
    topic: str = ""
    words: str = ""

    def columns(self, languages: Sequence[str]) -> list[str]:
        """Of all languages, those that are shown."""
        return [code for code in languages if self.language in ("", code)]

    def is_about(self, row: Row) -> bool:
        """Whether the document is one of those asked about, wherever it stands."""
        title = row.title.casefold()
        return (
            self.kind in ("", row.kind)
            and (not self.topic or self.topic in row.topics)
            and all(word in title for word in self.words.casefold().split())
        )

    def is_met_by(self, cell: Cell) -> bool:
        """Whether a translation stands as was asked for."""
        return not self.state or STATES[self.state](cell)

    def of(self, rows: Iterable[Row], languages: Sequence[str]) -> list[Row]:
        """The rows in which some translation of the shown languages stands as was asked for."""
        columns = self.columns(languages)
        return [row for row in rows if not self.state or any(map(self.is_met_by, row.translations(columns)))]
