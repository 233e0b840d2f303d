"""A Norwegian guide that wagtail-localize translates into English, and what is done to it on the way."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from cms.library.models import GuidePage, Topic, TopicName
from cms.publishing.load_places import ensure_places
from tests.cms.library.pages import make

ORIGINAL, ENGLISH = "nb", "en"


def guide(language: str = ENGLISH) -> GuidePage:
    """What is in the row of the page: what readers have, if it is live."""
    return GuidePage.objects.select_related("locale").get(locale__language_code=language)


def write_original(**fields: Any) -> GuidePage:
    places = ensure_places()
    Topic(key="arbeid", names=[TopicName(language="nb", name="Arbeid")]).save()
    page = make(GuidePage, places, **fields)
    page.save_revision().publish()
    return guide(ORIGINAL)


def somebody(name: str = "kari") -> Any:
    return get_user_model().objects.filter(username=name).first() or get_user_model().objects.create_superuser(
        name, f"{name}@example.org", "tre-blå-hester-i-regn", first_name=name.title(), last_name="Nordmann"
    )


def send_to_translation(language: str = ENGLISH) -> None:
    translate_object(guide(ORIGINAL), [Locale.objects.get(language_code=language)], user=somebody())


def translation(language: str = ENGLISH) -> Translation:
    return Translation.objects.get(target_locale__language_code=language)


def translate(but: int = 0, language: str = ENGLISH) -> None:
    """Gives words to every text that has none, but leaves out so many of the last ones."""
    made = translation(language)
    segments = list(made.source.stringsegment_set.select_related("string").order_by("order"))
    for segment in segments[: len(segments) - but]:
        StringTranslation.objects.get_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=made.target_locale,
            defaults={"data": f"EN {segment.string.data}"},
        )


def save_draft(language: str = ENGLISH) -> None:
    translation(language).save_target(user=somebody(), publish=False)


def change_original(summary: str = "", minor: bool = False) -> None:
    """Publishes the original with another summary."""
    page = guide(ORIGINAL).get_latest_revision_as_object()
    page.summary = summary or f"{page.summary} Og litt til."
    page.minor_change = minor
    page.save_revision().publish()
