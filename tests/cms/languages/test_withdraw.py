"""An original that is taken down takes nothing with it unless somebody says so."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from sitebuilder.contract.checks import check_library

from cms.library.live import live_content
from tests.cms.languages.english_guide import (
    ENGLISH,
    ORIGINAL,
    guide,
    send_to_translation,
    somebody,
    translate,
    translation,
    write_original,
)


@pytest.fixture
def editor(transactional_db, client: Client, settings) -> Client:
    """Signed in, beside a guide that is live in two languages."""
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES[:2]
    write_original()
    send_to_translation()
    translate()
    translation().save_target(publish=True)
    client.force_login(somebody())
    return client


def take_down(editor: Client, **answer: str) -> str:
    url = reverse("wagtailadmin_pages:unpublish", args=[guide(ORIGINAL).pk])
    return editor.post(url, answer, follow=True).content.decode()


def live() -> set[str]:
    return {document.language for document in live_content().library.documents}


def test_it_is_asked_about_first(editor: Client) -> None:
    asked = take_down(editor)
    assert "Readers have it in other languages too" in asked
    assert "EN En side" in asked
    assert live() == {ORIGINAL, ENGLISH}


def test_the_translations_stay_and_can_still_be_released(editor: Client) -> None:
    take_down(editor, translations="stay")
    library = live_content().library
    assert live() == {ENGLISH}
    assert [(problem.code, problem.severity) for problem in check_library(library)] == [("C31", "warning")]


def test_the_translations_go_too(editor: Client) -> None:
    take_down(editor, translations="too")
    assert live() == set()
    assert guide(ENGLISH).title == "EN En side"


def test_a_translation_is_taken_down_without_a_question(editor: Client) -> None:
    editor.post(reverse("wagtailadmin_pages:unpublish", args=[guide(ENGLISH).pk]))
    assert live() == {ORIGINAL}


def test_whoever_deletes_an_original_is_told_what_stays(editor: Client) -> None:
    url = reverse("wagtailadmin_pages:delete", args=[guide(ORIGINAL).pk])
    assert "Readers keep it in other languages" in editor.post(url).content.decode()
    assert live() == {ORIGINAL, ENGLISH}
    editor.post(url, {"translations": "stay"})
    assert live() == {ENGLISH}
