"""What wagtail-localize would know of the translations it keeps: their sources, their texts and the words for them."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from django.utils import timezone
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from cms.library.models import ToolboxPage
from cms.seeding.plan import Plan


def keep(page: ToolboxPage, plan: Plan, locales: Mapping[str, Locale], dice: Random) -> list[StringTranslation]:
    """The source of a stored original and its translations; gives back the words, to be stored with those of others."""
    source, _created = TranslationSource.get_or_create_from_instance(page)
    Translation.objects.bulk_create(
        [Translation(source=source, target_locale=locales[language]) for language in plan.translations]
    )
    segments = list(source.stringsegment_set.select_related("string"))
    words = []
    for language, stand in plan.translations.items():
        for segment in segments:
            if dice.random() >= stand.gaps:
                words.append(_words(segment, language, locales[language], stand.method))
    return words


def _words(segment: object, language: str, locale: Locale, method: str) -> StringTranslation:
    now = timezone.now()
    return StringTranslation(
        translation_of_id=segment.string_id,
        context_id=segment.context_id,
        locale=locale,
        data=f"[{language}] {segment.string.data}",
        translation_type="machine" if method == "machine" else "manual",
        created_at=now,
        updated_at=now,
    )
