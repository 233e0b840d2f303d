"""The translations somebody has to do with, counted by language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Count, Q

from cms.accounts.role_table import ROLES, group_name
from cms.languages.models import Standing
from cms.languages.standing import Work


@dataclass(frozen=True)
class LanguageCounts:
    """How many texts there are to see to in a language; ``name`` is the language's own name for itself."""

    code: str
    name: str
    awaiting_review: int
    in_translation: int
    older: int
    missing: int

    @property
    def is_quiet(self) -> bool:
        return not (self.awaiting_review or self.in_translation or self.older)


def languages_of(user: Any) -> tuple[str, ...]:
    """The languages somebody was given by role; all of them for whoever works in every language."""
    codes = [code for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES]
    groups = set(user.groups.values_list("name", flat=True))
    everywhere = {group_name(role) for role in ROLES if not role.per_language}
    if user.is_superuser or groups & everywhere:
        return tuple(codes)
    given = {group_name(role, code): code for role in ROLES if role.per_language for code in codes}
    wanted = {given[name] for name in groups if name in given}
    return tuple(code for code in codes if code in wanted)


def counted(codes: tuple[str, ...]) -> list[LanguageCounts]:
    """In the order of ``codes``. A text counts as missing where readers have its original."""
    live = Standing.objects.filter(is_original=True, is_live=True).values("document")
    rows = (
        Standing.objects.filter(language__in=codes, is_original=False)
        .values("language")
        .annotate(
            awaiting=Count("pk", filter=Q(work=Work.AWAITING_REVIEW)),
            working=Count("pk", filter=Q(work=Work.IN_TRANSLATION)),
            old=Count("pk", filter=Q(is_older=True)),
            gone=Count("pk", filter=Q(work=Work.MISSING, document__in=live)),
        )
    )
    by_code = {row["language"]: row for row in rows}
    names = dict(settings.WAGTAIL_CONTENT_LANGUAGES)
    return [
        LanguageCounts(code, names[code], row["awaiting"], row["working"], row["old"], row["gone"])
        for code in codes
        if (row := by_code.get(code))
    ]
