"""Where a cell of the board leads someone: to the work they may do there, and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.languages.board.rows import Cell, Row
from cms.languages.standing import Work
from cms.library.models import HomePage, ScenarioPage

_TELLS_WHAT_CHANGED = {ScenarioPage.kind.value}
"""Kinds that can be held beside their original."""

START, TRANSLATE, REVIEW, LOOK, SEE = (
    _("start the translation"),
    _("go on with it"),
    _("review it"),
    _("open it"),
    _("see what has changed"),
)


@dataclass(frozen=True)
class Door:
    address: str
    action: str | Promise


class Doors:
    """What one person may open. Asks once for the languages they may work in, whatever is shown."""

    def __init__(self, user: Any) -> None:
        self.user = user

    @cached_property
    def languages(self) -> set[str]:
        """Where they may change pages: roles are given for a whole language."""
        homes = HomePage.objects.select_related("locale")
        return {home.locale.language_code for home in homes if self._may_change(home)}

    @cached_property
    def may_start(self) -> bool:
        return bool(self.user.has_perm("wagtail_localize.submit_translation"))

    @property
    def own_language(self) -> str:
        """The one language they may work in; empty for several or none."""
        return next(iter(self.languages)) if len(self.languages) == 1 else ""

    def to(self, row: Row, cell: Cell) -> Door | None:
        if cell.work is Work.MISSING or cell.page is None:
            return self._start(row, cell) if self.may_start and not cell.is_original else None
        if cell.language not in self.languages:
            return None
        if cell.work is Work.AWAITING_REVIEW:
            return Door(_edit(cell.page), REVIEW)
        if cell.is_older and row.kind in _TELLS_WHAT_CHANGED:
            return Door(reverse("languages:original", args=[cell.page]), SEE)
        return Door(_edit(cell.page), TRANSLATE if cell.work is Work.IN_TRANSLATION else LOOK)

    def _may_change(self, home: HomePage) -> bool:
        home._current_workflow_states = []  # A home is in no workflow: it is not asked for each of them.
        return home.permissions_for_user(self.user).can_edit()

    @staticmethod
    def _start(row: Row, cell: Cell) -> Door:
        address = reverse("wagtail_localize:submit_page_translation", args=[row.original])
        return Door(f"{address}?select_locale={cell.language}", START)


def _edit(page: int) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page])
