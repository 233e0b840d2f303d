"""What follows by itself when a page is translated or gets another address."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import pre_delete
from sitebuilder.contract.hashing import source_hash
from wagtail.models import Page
from wagtail.signals import copy_for_translation_done, page_slug_changed

from cms.library.models import HelpBox, ToolboxAudio, ToolboxImage, ToolboxPage, Topic
from cms.library.still_used import refuse_if_used


def connect() -> None:
    """Called once, when the apps are ready."""
    copy_for_translation_done.connect(on_translation_made, dispatch_uid="library-translation")
    page_slug_changed.connect(on_slug_changed, dispatch_uid="library-slug")
    for model in (HelpBox, ToolboxAudio, ToolboxImage, Topic):
        pre_delete.connect(refuse_if_used, sender=model, dispatch_uid="library-stays-while-used")


def on_translation_made(source_obj: Any, target_obj: Any, **kwargs: Any) -> None:
    """A copy made to be translated is no original: it remembers what it was made from, and starts as a draft."""
    if not isinstance(source_obj, ToolboxPage):
        return
    said = {
        "translated_from": source_obj.locale.language_code,
        "translation_of": source_hash(source_obj.to_document()),
        "translation_state": "draft",
        "translation_method": "person",
        "translation_reviewed_by": "",
        "translation_reviewed_on": None,
    }
    for name, value in said.items():
        setattr(target_obj, name, value)
    type(target_obj).objects.filter(pk=target_obj.pk).update(**said)
    _change_revision(target_obj, said)


def on_slug_changed(instance: Page, **kwargs: Any) -> None:
    """An address is the same in every language: translations follow their page."""
    for page in instance.get_translations().specific():
        if isinstance(page, ToolboxPage) and page.slug != instance.slug:
            page.slug = instance.slug
            page.save(clean=False)
            _change_revision(page, {"slug": instance.slug})


def _change_revision(page: Page, values: dict[str, Any]) -> None:
    """The same in the latest revision, which is what the editor opens next."""
    if page.latest_revision:
        page.latest_revision.content.update(values)
        page.latest_revision.save(update_fields=["content"])
