"""How far the translations are that wagtail-localize keeps: texts with words, of all texts."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation


def progress(of: Page | Translation) -> tuple[int, int]:
    """``(done, total)`` of one translation, or of the page it makes; ``(0, 0)`` where localize keeps none."""
    key, locale = (
        (of.source.object_id, of.target_locale_id)
        if isinstance(of, Translation)
        else (of.translation_key, of.locale_id)
    )
    return progress_of([key]).get((key, locale), (0, 0))


def progress_of(keys: Iterable[UUID]) -> dict[tuple[UUID, int], tuple[int, int]]:
    """``(done, total)`` by translation key and locale, for the translations in use; one query for all of them."""
    said = StringTranslation.objects.filter(
        translation_of=OuterRef("source__stringsegment__string"),
        context=OuterRef("source__stringsegment__context"),
        locale=OuterRef("target_locale"),
        has_error=False,
    )
    rows = (
        Translation.objects.filter(source__object_id__in=list(keys), enabled=True)
        .annotate(said=Exists(said))
        .values("source__object_id", "target_locale")
        .annotate(done=Count("source__stringsegment", filter=Q(said=True)), total=Count("source__stringsegment"))
        .values_list("source__object_id", "target_locale", "done", "total")
    )
    return {(key, locale): (done, total) for key, locale, done, total in rows}
