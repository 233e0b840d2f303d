"""A published change of an original reaches its translators by itself: they are asked for the texts that changed.

Translations that readers have stay as they are. What is said to be a minor change leaves them valid.
"""

from __future__ import annotations

import logging
from typing import Any

from django.db import transaction
from django.db.models.signals import pre_save
from wagtail.models import Revision
from wagtail.signals import page_published
from wagtail_localize.models import Translation, TranslationSource

from cms.languages.translating import minor
from cms.library.models import PAGE_OF_KIND, ToolboxPage

logger = logging.getLogger(__name__)


def connect() -> None:
    """Called once, when the apps are ready."""
    for model in PAGE_OF_KIND.values():
        pre_save.connect(minor.before_it_goes_live, sender=model, dispatch_uid=f"minor-change-{model.__name__}")
    page_published.connect(on_published, dispatch_uid="languages-flow")


def on_published(instance: Any, revision: Revision | None = None, **kwargs: Any) -> None:
    """Whatever goes wrong here is noted for the operator, and the page is published all the same."""
    if not isinstance(instance, ToolboxPage) or not instance.live:
        return
    try:
        with transaction.atomic():
            change = minor.change_of(instance, revision)
            source = source_of(instance)
            before = minor.words_of(source) if change and source else []
            if change:
                minor.keep_valid(instance, change)
            if source:
                source.update_from_db()
                if change:
                    minor.carry_words(source, before)
    except Exception:
        words = "The change of page %s did not reach its translators; “Sync translated pages” brings it to them."
        logger.exception(words, instance.pk)


def source_of(page: ToolboxPage) -> TranslationSource | None:
    """What wagtail-localize keeps of a page that is being translated."""
    made = Translation.objects.filter(
        source__object_id=page.translation_key, source__locale_id=page.locale_id, enabled=True
    ).select_related("source__locale")
    first = made.first()
    return first.source if first else None
