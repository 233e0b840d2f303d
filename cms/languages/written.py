"""What wagtail-localize's records say of a page, beside what the versions of the page say.

A translator's words are kept as records, text by text; a version of the page has them only once it is saved.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from sitebuilder.contract.hashing import source_hash
from wagtail.models import Page, Revision
from wagtail_localize.models import Translation

from cms.languages.progress import progress
from cms.library.models import ToolboxPage


def translation_in_use(page: Page) -> Translation | None:
    """The records ``page`` is made from; None for an original, and for what is written by hand."""
    found = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
    )
    return found.select_related("source__locale", "target_locale").first()


def without_words(translation: Translation) -> int:
    """How many texts have no words yet, or words that cannot be used."""
    done, total = progress(translation)
    return total - done


def as_written(translation: Translation) -> ToolboxPage:
    """The page in the words of the records, not saved. Where there are none it says what the original says."""
    page: ToolboxPage = translation.source.get_ephemeral_translated_instance(translation.target_locale, fallback=True)
    return page


def say_the_same(translation: Translation, revision: Revision) -> bool:
    return source_hash(as_written(translation).to_document()) == source_hash(revision.as_object().to_document())


def is_of_an_earlier_original(translation: Translation, revision: Revision) -> bool:
    """Whether the original has gone on since this version was made: the records ask for other words by now."""
    return bool(revision.content.get("translation_of") != source_hash(translation.source.as_instance().to_document()))


@transaction.atomic
def save_draft(translation: Translation, user: Any) -> Revision:
    """A new draft of the page in the words of the records. `ValidationError` where they do not fit."""
    translation.save_target(user=user, publish=False)
    revision: Revision = translation.get_target_instance().get_latest_revision()
    return revision
