"""What of a translation is in a machine's words, by wagtail-localize's own records."""

from __future__ import annotations

from django.db.models import Exists, OuterRef
from wagtail.models import Revision
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationLog

from cms.languages.machine.method import method_of
from cms.languages.standing import Made


def method_now(log: TranslationLog) -> str:
    """How the version that localize has just put together came to be."""
    made = log.revision
    before = Revision.objects.filter(object_id=made.object_id, base_content_type=made.base_content_type)
    said = before.exclude(pk=made.pk).order_by("-created_at", "-pk").values_list("content", flat=True).first()
    names = ("translation_of", "translation_method", "translation_state")
    content = said or made.content
    return method_of(Made(*(content.get(name) or "" for name in names)), has_machine_words(log))


def has_machine_words(translation: Translation | TranslationLog) -> bool:
    """Whether a text of the page as it is now stands in a machine's words that nobody has approved."""
    locale = translation.locale_id if isinstance(translation, TranslationLog) else translation.target_locale_id
    words = StringTranslation.objects.filter(
        translation_of=OuterRef("string"),
        context=OuterRef("context"),
        locale=locale,
        translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
    )
    return StringSegment.objects.filter(Exists(words), source=translation.source_id).exists()


def approve_words(translation: Translation) -> None:
    """Who has approved the page answers for its words: they count as a person's. The tool stays named beside them."""
    StringTranslation.objects.filter(
        context__object_id=translation.source.object_id,
        locale=translation.target_locale_id,
        translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
    ).update(translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL)
