"""Which words of an exercise set a translator gets, and what becomes of the Norwegian when the original changes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, assume, given, settings
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import StreamFieldSegmentExtractor

from cms.library.mapping.exercise_read import read_item_into
from cms.library.mapping.prose_read import ProseReader
from cms.library.mapping.stream import Ids, field_value, raw
from cms.library.models import ExercisePage, Topic, TopicName
from cms.publishing.load_places import ensure_places
from exercises import model
from exercises.strings import translated
from tests.cms.library import generated
from tests.cms.library.generated import AROUND
from tests.cms.library.pages import make


def blocks_of(*items: model.Item) -> list[dict[str, Any]]:
    ids = Ids(UUID(int=1))
    return [read_item_into(item, ProseReader(AROUND.links, "nb"), ids.under(item.id)) for item in items]


def sent_to_translators(*items: model.Item) -> set[str]:
    field = ExercisePage._meta.get_field("parts")
    page = ExercisePage(parts=field_value(blocks_of(*items)))
    segments = StreamFieldSegmentExtractor(field).handle_stream_block(page.parts)
    return {s.string.render_text() for s in segments if isinstance(s, StringSegmentValue) and s.string.data}


def names_differ(item: model.Item) -> bool:
    """Whether the contract's list of texts, which goes by names, has them all."""
    gaps = [gap.name for gap in item.gaps] if isinstance(item, model.Gap) else []
    options = [option.id for option in item.options] if isinstance(item, model.Choice) else []
    return all(len(set(names)) == len(names) for names in (gaps, options))


@pytest.mark.django_db
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(generated.items)
def test_translators_get_all_that_is_said_in_the_readers_language_and_no_norwegian_to_be_learned(
    item: model.Item,
) -> None:
    assume(names_differ(item))
    item = replace(item, image=None)  # Its file is not there; pictures have a test of their own.
    assert sent_to_translators(item) == set(translated(item).values())


ITEMS: tuple[model.Item, ...] = (
    model.GapSelect(
        id="velg",
        instruction="Velg ordet.",
        text="Jeg {verb} i Oslo.",
        gaps=(model.GapField("verb", (model.Accepted("bor"),), (model.KnownError("bo", "Presens her."),)),),
        bank=("bor", "bo", "bodde"),
    ),
    model.OrderLines(id="linjer", instruction="Sett i rekkefølge.", lines=("Hei!", "Hei, hva heter du?")),
    model.MarkWords(
        id="finn",
        instruction="Finn verbene.",
        text="Jeg [bor] i Oslo.",
        errors=(model.KnownError("Oslo", "Et navn."),),
    ),
    model.Dictation(
        id="diktat",
        instruction="Skriv.",
        sentence="Bussen går nå.",
        accept=(model.Accepted("Bussen går no.", "Også riktig."),),
        errors=(model.KnownError("Bussen gor nå.", "Å, ikke o."),),
    ),
    model.Dialogue(
        id="samtale",
        instruction="Les sammen.",
        parts=(model.Part("sjafor", "Sjåføren", "Du har dårlig tid."), model.Part("kunde", "Passasjeren")),
        lines=(model.Line("kunde", "Går bussen nå?"), model.Line("sjafor", "Ja, nå.")),
    ),
)
"""One of each of the newer types; every word of the Norwegian in them is replaced below."""


def in_english(text: str) -> str:
    return f"EN {text}"


@pytest.fixture
def administrator(transactional_db, client: Client) -> Client:
    """Beside a Norwegian set and its whole English translation, both published."""
    places = ensure_places()
    Topic(key="arbeid", names=[TopicName(language="nb", name="Arbeid")]).save()
    page = make(ExercisePage, places, parts=field_value(blocks_of(*ITEMS)))
    page.save_revision().publish()
    kari = get_user_model().objects.create_superuser("kari", "kari@example.org", "tre-blå-hester-i-regn")
    client.force_login(kari)
    translate_object(page, [places.locales["en"]], user=kari)
    translation = Translation.objects.get()
    for segment in translation.source.stringsegment_set.select_related("string"):
        place = {"translation_of": segment.string, "context": segment.context, "locale": translation.target_locale}
        StringTranslation.objects.create(**place, data=in_english(segment.string.data))
    translation.save_target(publish=True)
    return client


def items(language: str) -> tuple[model.Item, ...]:
    page = ExercisePage.objects.get(locale__language_code=language)
    return page.get_latest_revision_as_object().to_document().body.items


def changed(stored: Any) -> Any:
    """The same with other Norwegian: every "nå" is "snart", every "bor" is "jobber"."""
    if isinstance(stored, str):
        return stored.replace("nå", "snart").replace("bor", "jobber")
    if isinstance(stored, list):
        return [changed(each) for each in stored]
    if isinstance(stored, dict):
        return {name: changed(value) for name, value in stored.items()}
    return stored


def test_norwegian_that_is_changed_in_the_original_is_changed_in_every_language_and_words_stay(
    administrator: Client,
) -> None:
    english = items("en")
    assert [translated(item) for item in english] == [
        {path: in_english(text) for path, text in translated(item).items()} for item in ITEMS
    ]
    original = ExercisePage.objects.get(locale__language_code="nb").get_latest_revision_as_object()
    original.parts = field_value(changed(raw(original.parts)))
    original.save_revision().publish()
    source = Translation.objects.get().source_id
    answer = administrator.post(reverse("wagtail_localize:update_translations", args=[source]), {})
    assert answer.status_code == 302
    page = ExercisePage.objects.get(locale__language_code="en")
    administrator.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {"action": "publish"})
    now, was = items("en"), {item.id: translated(item) for item in english}
    assert now[0].bank == ("jobber", "bo", "bodde")
    assert (now[0].text, now[0].gaps[0].accept[0].text) == ("Jeg {verb} i Oslo.", "jobber")
    assert now[2].text == "Jeg [jobber] i Oslo."
    assert [line.text for line in now[4].lines] == ["Går bussen snart?", "Ja, snart."]
    assert (now[3].sentence, now[3].errors[0].text) == ("Bussen går snart.", "Bussen gor snart.")
    assert {item.id: translated(item) for item in now} == was
