"""A place for scenarios, and an editor's browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from playwright.sync_api import Browser

from cms.library.models import Topic, TopicName
from cms.publishing.load_places import Places, ensure_places
from tests.browser.editor import Editor


@pytest.fixture
def places(db) -> Places:
    """Languages, homes and sections, and one topic."""
    made = ensure_places()
    Topic(key="trust", names=[TopicName(language="nb", name="Tillit"), TopicName(language="en", name="Trust")]).save()
    return made


@pytest.fixture
def editor(live_server, places: Places, chromium: Browser) -> Iterator[Editor]:
    """Someone who may publish, at a wide screen. What the browser refuses or throws fails the test."""
    kari = get_user_model().objects.create_superuser("kari", "kari@example.org", "tre-blå-hester-i-regn")
    client = Client()
    client.force_login(kari)
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    context.set_default_timeout(15_000)
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
    context.add_cookies([cookie])
    made = Editor(context.new_page(), live_server.url)
    made.page.on(
        "console",
        lambda message: made.faults.append(message.text) if "Content Security Policy" in message.text else None,
    )
    yield made
    assert made.faults == []
    context.close()
