"""A provider may be slow; the database does not wait for it."""

from __future__ import annotations

import threading

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from cms.languages.machine.asking import Patience
from cms.languages.machine.fill import fill
from cms.languages.machine.libretranslate import LibreTranslate
from cms.library.models import ScenarioPage, Topic, TopicName
from cms.publishing.load_places import ensure_places
from tests.cms.languages.machine_server import playing, shouted
from tests.cms.library.pages import make


@pytest.mark.django_db(transaction=True)
def test_nothing_is_held_while_a_provider_is_waited_for() -> None:
    places = ensure_places()
    Topic(key="arbeid", names=[TopicName(language="nb", name="Arbeid")]).save()
    make(ScenarioPage, places).save_revision().publish()
    kari = get_user_model().objects.create_superuser("kari", "kari@example.org")
    translate_object(ScenarioPage.objects.get(), [places.locales["en"]], user=kari)
    translation = Translation.objects.get()
    written: list[str] = []

    def write_meanwhile(asked) -> None:
        """Another editor at work: with a transaction open, SQLite would let nobody else write."""
        Topic.objects.create(key=f"meanwhile-{threading.get_ident()}")
        written.append(asked.path)
        connection.close()
        asked.answer({"translatedText": [shouted(text) for text in asked.server.asked[-1]["q"]]})

    with playing() as server:
        server.fault = write_meanwhile
        assert fill(translation, LibreTranslate(server.url), kari, Patience()).places
    assert written
