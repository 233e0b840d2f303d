"""The gate of translations: readers never get half a text, and never a version nobody has let through.

A page carries with each version how many of its texts had no words when it was made, and is refused with any. What
readers have stays as it is until another version is published: saving a draft changes nothing for them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from django.db import models, transaction
from django.utils.translation import ngettext
from sitebuilder.contract.hashing import source_hash
from wagtail_localize.models import Translation

from cms.languages import counting
from cms.languages.synced import into
from cms.library.catalogue import read_surroundings
from cms.library.mapping.documents import to_document
from cms.library.models import ToolboxPage

_OF_THE_DRAFT = ("latest_revision", "latest_revision_created_at", "draft_title", "has_unpublished_changes")
"""What a page's row says of its latest version; all else is what readers have."""


def lacking(page: ToolboxPage) -> Iterator[str]:
    """Why this version of a translation may not go live, in the active language; nothing where it may."""
    missing = _lacking(page) if page.translated_from else 0
    if missing:
        words = ngettext(
            "%(count)d text has no words in this language yet. Translate it, then publish.",
            "%(count)d texts have no words in this language yet. Translate them, then publish.",
            missing,
        )
        yield words % {"count": missing}


def _lacking(page: ToolboxPage) -> int:
    if page.translation_lacks and into(page, enabled=True):
        return page.translation_lacks
    original = _original(page)
    if original is None:
        return 0
    texts, own = counting.texts_of(original), counting.texts_of(page)
    if page.translation_lacks:  # Made by localize once, and written on by hand: what it filled up may be there still.
        return min(page.translation_lacks, counting.still_in_the_words_of(texts, own))
    if page.translation_of != source_hash(to_document(original, read_surroundings())):
        return 0  # It has the words of an earlier original, and readers are told so.
    return counting.number_of(texts) - counting.has_words_of(texts, own)


def _original(page: ToolboxPage) -> ToolboxPage | None:
    pages: models.QuerySet[ToolboxPage] = type(page).objects.live().filter(translation_key=page.translation_key)
    return pages.filter(locale__language_code=page.translated_from, alias_of=None).select_related("locale").first()


def by_way_of_a_draft(save_target: Callable[..., None]) -> Callable[..., None]:
    """Has a page saved as a draft first, and then published as any draft is.

    localize writes a draft into the row of the page too, which is what readers have of a page that is live. And it
    publishes a version before it is said in it what it was made from.
    """

    @wraps(save_target)
    def guarded(self: Translation, user: Any = None, publish: bool = True) -> None:
        model = self.source.specific_content_type.model_class()
        if model is None or not issubclass(model, ToolboxPage):
            save_target(self, user=user, publish=publish)
            return
        page = model.objects.filter(translation_key=self.source.object_id, locale=self.target_locale, alias_of=None)
        names = [field.name for field in model._meta.concrete_fields if field.name not in _OF_THE_DRAFT]
        with transaction.atomic():
            row = page.live().values(*names).first()
            save_target(self, user=user, publish=False)
            if row:
                page.update(**{name: row[name] for name in names if name != "id"})
            if publish:  # Whoever calls this has asked whether that person may.
                page.get().get_latest_revision().publish(user=user, skip_permission_checks=True)

    return guarded
