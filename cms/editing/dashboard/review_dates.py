"""Pages whose texts were to be looked at again by a day that has passed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from cms.library.models import PAGE_OF_KIND


@dataclass(frozen=True)
class Overdue:
    page_id: int
    title: str
    language: str
    review_by: dt.date


def overdue(today: dt.date, languages: tuple[str, ...]) -> list[Overdue]:
    """What readers have in these languages, the longest overdue first. One query."""
    each = [
        model.objects.live()
        .filter(alias_of=None, review_by__lt=today, locale__language_code__in=languages)
        .order_by()
        .values_list("pk", "title", "locale__language_code", "review_by")
        for model in PAGE_OF_KIND.values()
    ]
    first, *others = each
    rows: QuerySet[Any, Any] = first.union(*others, all=True)
    return sorted((Overdue(*row) for row in rows), key=lambda page: (page.review_by, page.title))
