"""In which order documents stand on the board: what helps most readers first.

Readers are not counted, so every language weighs the same. What no reader has in a language weighs more than what
they have in an earlier version, and that more than what a machine has made and nobody has read: a page that is not
there helps nobody, one that is older helps almost as well as before. A page about something difficult comes before
others, since a reader may need it today. What can be read in its own language comes before drafts, which may still
change. Where all of that is equal, the shortest work comes first: it reaches readers soonest.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from cms.languages.board.rows import Row


def helps_most_first(rows: Iterable[Row], languages: Sequence[str]) -> list[Row]:
    """``rows`` by what is left to do in ``languages``, and by title where nothing else tells them apart."""
    return sorted(rows, key=lambda row: _place(row, languages))


def _place(row: Row, languages: Sequence[str]) -> tuple[Any, ...]:
    cells = row.translations(languages)
    without = sum(not cell.is_live for cell in cells)
    older = sum(cell.is_live and cell.is_older for cell in cells)
    unread = sum(cell.is_live and cell.is_machine_made for cell in cells)
    left = sum(cell.total - cell.done for cell in cells)
    is_done = not (without or older or unread)
    return (is_done, not row.is_live, not row.sensitive, -without, -older, -unread, left, row.title.casefold())
