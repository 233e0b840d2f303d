"""A minor change of an original: its author says that translations are as true as they were.

A translation that was made from the version published before counts as made from the new one. One that was older
stays older. Where texts have come or gone nothing is minor, whatever the author ticked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sitebuilder.contract.hashing import source_hash
from wagtail.models import Revision
from wagtail_localize.models import StringTranslation, TranslationSource

from cms.languages import counting
from cms.languages.carry_version import still_valid
from cms.languages.translating.earlier import earlier
from cms.languages.translating.texts import Text, texts_in
from cms.library.models import ToolboxPage


@dataclass(frozen=True)
class Change:
    """What was published before, and what is now, as hashes."""

    was: str
    now: str


_BEFORE = "_published_before_minor_change"


def before_it_goes_live(instance: ToolboxPage, update_fields: Any = None, **kwargs: Any) -> None:
    """Remembers what is published, while it still is. The page that is saved over it has no minor change ahead."""
    if not instance.minor_change or not instance.pk or update_fields is not None or not instance.live:
        return
    before = type(instance).objects.filter(pk=instance.pk, first_published_at__isnull=False).first()
    if before and before.live_revision_id != instance.live_revision_id:
        setattr(instance, _BEFORE, before)
        instance.minor_change = False


def change_of(page: ToolboxPage, revision: Revision | None) -> Change | None:
    """The minor change that was just published; None where it is none. The next version starts without the tick."""
    before: ToolboxPage | None = page.__dict__.pop(_BEFORE, None)
    if revision and revision.content.get("minor_change"):
        revision.content["minor_change"] = False
        revision.save(update_fields=["content"])
    if before is None or page.translated_from or _places(before) != _places(page):
        return None
    return Change(source_hash(before.to_document()), source_hash(page.to_document()))


def keep_valid(page: ToolboxPage, change: Change) -> None:
    """The translations that were made from what was published before."""
    made = type(page).objects.filter(
        translation_key=page.translation_key, translated_from=page.locale.language_code, alias_of=None
    )
    still_valid(made.select_related("live_revision", "latest_revision"), change.was, change.now)


Words = list[tuple[Text, list[StringTranslation]]]
"""The texts of a source, each with its words in all languages."""


def words_of(source: TranslationSource) -> Words:
    texts = texts_in(source)
    found: dict[tuple[int, int], list[StringTranslation]] = {}
    rows = StringTranslation.objects.filter(context__object_id=source.object_id, has_error=False)
    for row in rows:
        found.setdefault((row.context_id, row.translation_of_id), []).append(row)
    return [(text, found.get(text.place, [])) for text in texts]


def carry_words(source: TranslationSource, before: Words) -> None:
    """Gives the changed texts the words that were true of them before the change."""
    texts = texts_in(source)
    were, are = {text.place for text, _ in before}, {text.place for text in texts}
    fresh = [text for text in texts if text.place not in were]
    gone = [(text, words) for text, words in before if text.place not in are]
    known = earlier(fresh, texts, [text for text, _ in gone])
    words_at = {text.place: words for text, words in gone}
    for index, text in known.items():
        for words in words_at[text.place]:
            StringTranslation.objects.get_or_create(
                translation_of_id=fresh[index].string,
                context_id=fresh[index].context,
                locale_id=words.locale_id,
                defaults={
                    "data": words.data,
                    "translation_type": words.translation_type,
                    "tool_name": words.tool_name,
                    "last_translated_by_id": words.last_translated_by_id,
                },
            )


def _places(page: ToolboxPage) -> dict[str, int]:
    return {path: len(pieces) for path, pieces in counting.texts_of(page).items()}
