"""Telling translations that the original they were made from says the same, though its hash has moved on."""

from __future__ import annotations

from collections.abc import Iterable

from cms.library.models import ToolboxPage


def follow_renamed(pages: Iterable[ToolboxPage], language: str, was: str, now: str) -> None:
    """For an original whose text is the same, while what it links to has got other addresses."""
    made_from_it = [page for page in pages if page.translated_from == language]
    still_valid(made_from_it, was, now)


def still_valid(pages: Iterable[ToolboxPage], was: str, now: str) -> None:
    """Each version that was made from the original ``was`` counts as made from ``now``; others stay as they are."""
    for page in pages:
        if page.translation_of == was:
            page.translation_of = now
            type(page).objects.filter(pk=page.pk).update(translation_of=now)
        for revision in {page.live_revision, page.latest_revision} - {None}:
            if revision.content.get("translation_of") == was:
                revision.content["translation_of"] = now
                revision.save(update_fields=["content"])
