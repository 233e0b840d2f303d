"""Pages that a link may name and that readers cannot open yet."""

from __future__ import annotations

from collections.abc import Iterable

from wagtail.models import Page


def unpublished(numbers: Iterable[int]) -> dict[int, str]:
    """The titles, by number, of those pages that are published in no language."""
    wanted = set(numbers)
    if not wanted:
        return {}
    published = Page.objects.filter(live=True, alias_of=None).values("translation_key")
    return dict(Page.objects.filter(pk__in=wanted).exclude(translation_key__in=published).values_list("pk", "title"))
