"""Words of a translator are kept, and so are those they are written over.

The words that were there before stand in the history of the page, with who wrote them: nothing is lost when two people
translate one page, or when a file from outside comes in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from django.db.models import Model
from wagtail.log_actions import log
from wagtail.models import PageLogEntry
from wagtail_localize.models import String, StringTranslation, Translation

REPLACED = "languages.words_replaced"
"""What the history calls it."""


@dataclass(frozen=True)
class Replaced:
    """Words that others were written over."""

    text: str
    path: str
    words: str
    by: str
    now: str = ""


def save_words(
    translation: Translation, *, context: int, string: int, words: str, user: Any, tool: str = ""
) -> tuple[StringTranslation, Replaced | None]:
    """Sets the words for a text. To be called in a transaction, and what it replaced given to `note_replaced`."""
    place = {"translation_of_id": string, "context_id": context, "locale_id": translation.target_locale_id}
    before = words_at(translation, context=context, string=string)
    saved, _created = StringTranslation.objects.update_or_create(
        **place,
        defaults={
            "data": words,
            "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            "tool_name": tool,
            "last_translated_by": user,
            "has_error": False,
            "field_error": "",
        },
    )
    return saved, replaced(before, words) if before else None


def words_at(translation: Translation, *, context: int, string: int) -> StringTranslation | None:
    """What is said there now. Another who saves at the same moment waits."""
    found: StringTranslation | None = (
        StringTranslation.objects.select_for_update(of=("self",))
        .filter(translation_of_id=string, context_id=context, locale_id=translation.target_locale_id)
        .select_related("translation_of", "context", "last_translated_by")
        .first()
    )
    return found


def replaced(before: StringTranslation, now: str) -> Replaced | None:
    """What is lost from the page when ``now`` is written over ``before``; None where it is the same."""
    if before.data == now:
        return None
    by = str(before.last_translated_by or "")
    return Replaced(before.translation_of.data, before.context.path, before.data, by, now)


def keep_for_other_text(translation: Translation, *, context: int, text: str, words: str, user: Any) -> None:
    """Keeps words for what the original said once: a suggestion for what it says now, and never part of the page."""
    string, _created = String.objects.get_or_create(
        locale_id=translation.source.locale_id, data_hash=String._get_data_hash(text), defaults={"data": text}
    )
    _saved, lost = save_words(translation, context=context, string=string.pk, words=words, user=user)
    note_replaced(translation, [lost], user)


def note_replaced(translation: Translation, found: Iterable[Replaced | None], user: Any) -> None:
    """Writes them into the history of the page."""
    words = [asdict(each) for each in found if each]
    if words:
        page: Model = translation.get_target_instance()
        log(instance=page, action=REPLACED, user=user, data={"words": words}, content_changed=False)


def replaced_on(page: Model, most: int) -> list[tuple[PageLogEntry, Replaced]]:
    """The latest words of the page that others were written over."""
    entries = PageLogEntry.objects.filter(page=page.pk, action=REPLACED).select_related("user")
    latest = entries.order_by("-timestamp", "-pk")[:most]
    return [(entry, Replaced(**words)) for entry in latest for words in entry.data["words"]][:most]
