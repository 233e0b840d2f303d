"""Keeps the rows of standings in step: whatever changes a page or its words is followed once it is committed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.models.signals import post_delete, post_save
from wagtail.models import Locale, Page, Revision, WorkflowState
from wagtail.signals import page_published, page_slug_changed, page_unpublished
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from cms.library.models import PAGE_OF_KIND, ToolboxPage

_WAITING = "_toolbox_standings"
"""The keys to refresh when the present transaction is committed; kept by the connection, as its callbacks are."""


def connect() -> None:
    """Called once, when the apps are ready."""
    for signal in (page_published, page_unpublished, page_slug_changed):
        signal.connect(on_page, dispatch_uid="standing-page")
    for model in PAGE_OF_KIND.values():
        post_save.connect(on_page, sender=model, dispatch_uid=f"standing-saved-{model.__name__}")
        post_delete.connect(on_page, sender=model, dispatch_uid=f"standing-deleted-{model.__name__}")
    post_save.connect(on_revision, sender=Revision, dispatch_uid="standing-revision")
    post_save.connect(on_review, sender=WorkflowState, dispatch_uid="standing-review")
    for signal in (post_save, post_delete):
        signal.connect(on_words, sender=StringTranslation, dispatch_uid="standing-words")
        signal.connect(on_translation, sender=Translation, dispatch_uid="standing-translation")
        signal.connect(on_locale, sender=Locale, dispatch_uid="standing-locale")
    post_save.connect(on_segment, sender=StringSegment, dispatch_uid="standing-segment")


def on_page(instance: Page, **kwargs: Any) -> None:
    if isinstance(instance, ToolboxPage):
        soon(instance.translation_key)


def on_revision(instance: Revision, **kwargs: Any) -> None:
    key = instance.content.get("translation_key")
    if key and "translation_of" in instance.content:  # Only our documents have it.
        soon(UUID(key))


def on_review(instance: WorkflowState, **kwargs: Any) -> None:
    subject = instance.content_object
    if isinstance(subject, Page):
        soon(subject.translation_key)


def on_words(instance: StringTranslation, **kwargs: Any) -> None:
    soon(instance.context.object_id)


def on_translation(instance: Translation, **kwargs: Any) -> None:
    soon(instance.source.object_id)


def on_segment(instance: StringSegment, created: bool, **kwargs: Any) -> None:
    if created:
        soon(instance.source.object_id)


def on_locale(**kwargs: Any) -> None:
    soon(None)


def soon(key: UUID | None) -> None:
    """Refreshes the rows of this document after the commit, once however often it is asked for; None: of them all."""
    connection = connections[DEFAULT_DB_ALIAS]
    waiting: set[UUID | None] = connection.__dict__.setdefault(_WAITING, set())
    waiting.add(key)
    transaction.on_commit(_refresh, robust=True)  # What went wrong here never undoes what an editor saved.


def _refresh() -> None:
    from cms.languages import standings  # The models it reads are ready by now.

    waiting: set[UUID | None] = connections[DEFAULT_DB_ALIAS].__dict__.pop(_WAITING, set())
    if None in waiting:
        standings.refresh_all()
    elif waiting:
        standings.refresh(key for key in waiting if key)
