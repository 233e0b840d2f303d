"""What wagtail-localize knows of a page, asked for once.

Its hooks each ask the database anew whenever a page is opened: four times the same few rows.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from wagtail.models import Page
from wagtail_localize.models import Translation


@dataclass(frozen=True)
class SyncedTranslation:
    """A translation that localize keeps: from which source, between which locales, and whether it is in use."""

    source: int
    source_locale: int
    source_type: int
    target_locale: int
    enabled: bool


def synced_translations(page: Page) -> tuple[SyncedTranslation, ...]:
    """The translations of this page's text that localize keeps, whichever language ``page`` is in."""
    known = page.__dict__.get("_synced_translations")
    if known is None:
        rows = Translation.objects.filter(source__object_id=page.translation_key).values_list(
            "source_id", "source__locale_id", "source__specific_content_type_id", "target_locale_id", "enabled"
        )
        known = page.__dict__["_synced_translations"] = tuple(SyncedTranslation(*row) for row in rows)
    return known


def into(page: Page, *, enabled: bool | None = None) -> SyncedTranslation | None:
    """The translation that ``page`` itself is made by; None where it is written by hand."""
    found = (each for each in synced_translations(page) if each.target_locale == page.locale_id)
    return next((each for each in found if enabled is None or each.enabled == enabled), None)


def out_of(page: Page) -> SyncedTranslation | None:
    """One of the translations in use that are made from ``page``."""
    made = (each for each in synced_translations(page) if each.source_locale == page.locale_id and each.enabled)
    return next(made, None)


def stands_in_every_language(page: Page) -> bool:
    """True where no language is left to translate ``page`` into. What the page's form knows already is not asked."""
    known: set[int] = page.__dict__.get("known_locales") or set(
        page.get_translations(inclusive=True).filter(alias_of=None).values_list("locale_id", flat=True)
    )
    return len(known) >= len(settings.WAGTAIL_CONTENT_LANGUAGES)
