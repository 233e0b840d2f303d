"""A Norwegian story that is published, and its English translation as wagtail-localize keeps it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth import get_user_model
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.operations import translate_object

from cms.library.models import ScenarioPage, Topic, TopicName
from cms.publishing.load_places import ensure_places
from tests.cms.languages.conftest import publish
from tests.cms.library.pages import make, scenes_with

TITLES = ("Vent litt", "Spør rett ut", "Smil")


def make_translated(*titles: str, language: str = "en") -> Translation:
    """Nothing has words yet."""
    places = ensure_places()
    Topic(key="arbeid", names=[TopicName(language="nb", name="Arbeid")]).save()
    make(ScenarioPage, places, scenes=scenes_with(*(titles or TITLES))).save_revision().publish()
    kari = get_user_model().objects.create_superuser("kari", "kari@example.org")
    translate_object(original(), [places.locales[language]], user=kari)
    return Translation.objects.get()


def original() -> ScenarioPage:
    return ScenarioPage.objects.get(locale__language_code="nb")


def english() -> ScenarioPage:
    return ScenarioPage.objects.get(locale__language_code="en")


def segments(translation: Translation) -> list[StringSegment]:
    """The texts as a translator sees them, each with its words so far."""
    found = translation.source.stringsegment_set.order_by("order").select_related("string", "context")
    return list(found.annotate_translation(translation.target_locale))


def say(translation: Translation, words: Callable[[str], str] = lambda text: f"EN {text}", **fields: Any) -> None:
    """Words for every text that has none."""
    for segment in segments(translation):
        if segment.translation is None:
            StringTranslation.objects.create(
                translation_of=segment.string,
                context=segment.context,
                locale=translation.target_locale,
                data=words(segment.string.data),
                **{"translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL, **fields},
            )


def rename_choice(title: str, place: int = 0) -> None:
    """What an author does who changes one line and publishes."""

    def change(scenes: list[Any]) -> None:
        scenes[0]["value"]["choices"][place]["value"]["title"] = title

    publish(original(), change)


def unsaid(translation: Translation) -> list[str]:
    """The texts that a translator is asked for."""
    return [segment.string.data for segment in segments(translation) if segment.translation is None]
