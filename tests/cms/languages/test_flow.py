"""A published change of an original reaches its translators by itself, and a minor one leaves translations valid."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from sitebuilder.contract.hashing import source_hash
from sitebuilder.contract.writer import write_document
from wagtail.models import Locale, Task, Workflow, WorkflowTask
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from cms.languages.progress import progress
from cms.languages.translating.flow import on_published
from cms.library.mapping.stream import field_value, raw
from cms.library.models import ScenarioPage
from tests.cms.languages.conftest import publish
from tests.cms.languages.translated import english, original, rename_choice, segments, unsaid
from tests.cms.library.story_form import story_form

Change = Callable[[list[Any]], None]


@pytest.fixture(autouse=True)
def _reviewed(translation: Translation) -> None:
    ScenarioPage.objects.filter(pk=english().pk).update(translation_state="reviewed")


def hash_of(page: ScenarioPage) -> str:
    return source_hash(page.to_document())


def change_title(title: str) -> Change:
    def change(scenes: list[Any]) -> None:
        scenes[0]["value"]["choices"][0]["value"]["title"] = title

    return change


def draft(change: Change, **fields: Any) -> Any:
    """A version that is not published yet."""
    page = original().get_latest_revision_as_object()
    scenes = raw(page.scenes)
    change(scenes)
    page.scenes = field_value(scenes)
    for name, value in fields.items():
        setattr(page, name, value)
    return page.save_revision()


def test_a_translator_is_asked_for_the_changed_text_alone(translation: Translation) -> None:
    before, words = english().to_document(), StringTranslation.objects.count()
    rename_choice("Vent litt til")
    assert unsaid(translation) == ["Vent litt til"]
    assert english().to_document() == before
    assert StringTranslation.objects.count() == words


def test_a_draft_asks_for_nothing(translation: Translation) -> None:
    draft(change_title("Vent litt til"))
    assert unsaid(translation) == []


def test_a_page_that_nobody_translates_costs_one_query(translation: Translation, django_assert_num_queries) -> None:
    Translation.objects.update(enabled=False)
    page = original()
    with django_assert_num_queries(3):  # Two of them are for undoing what fails.
        on_published(page)


def test_what_fails_on_the_way_is_noted_and_the_page_is_published(
    translation: Translation, caplog: pytest.LogCaptureFixture
) -> None:
    TranslationSource.objects.update(specific_content_type=Locale.objects.first().pk)
    with caplog.at_level(logging.ERROR, "cms.languages.translating.flow"):
        rename_choice("Vent litt til")
    assert "did not reach its translators" in caplog.text
    assert "Vent litt til" in original().markdown


def test_words_of_what_is_removed_are_there_when_it_comes_back_elsewhere(translation: Translation) -> None:
    gone: list[Any] = []
    words, (_, total) = StringTranslation.objects.count(), progress(translation)

    def remove(scenes: list[Any]) -> None:
        gone.append(scenes[0]["value"]["choices"].pop(0))

    def put_back(scenes: list[Any]) -> None:
        scenes[0]["value"]["choices"].append(gone.pop())

    publish(original(), remove)
    assert progress(translation) == (total - 3, total - 3)
    assert StringTranslation.objects.count() == words
    publish(original(), put_back)
    assert unsaid(translation) == []


def test_scenes_put_in_and_choices_moved_under_a_half_done_translation_lose_no_words(translation: Translation) -> None:
    done = ("Samira er stille", "Vent litt", "Smil")
    StringTranslation.objects.exclude(translation_of__data__in=done).delete()
    assert progress(translation)[0] == 3

    def divide(scenes: list[Any]) -> None:
        """The last choice, done, goes to a new scene with another one; the one that is not done is taken out."""
        choices = scenes[0]["value"]["choices"]
        smile, _ask = choices.pop(), choices.pop()
        for number, (choice, title) in enumerate(((choices[0], "Gå en tur"), (smile, "Si noe"))):
            fresh = {**choice["value"], "title": title, "key": ""}
            choices.append({**choice, "value": fresh, "id": f"00000000-0000-4000-8000-00000000001{number}"})
        said = choices.pop()
        text = [{"type": "text", "value": "<p>Senere.</p>", "id": "00000000-0000-4000-8000-000000000001"}]
        value = {"title": "Senere", "text": text, "choices": [smile, said], "key": "senere"}
        scenes.insert(1, {"type": "scene", "id": "00000000-0000-4000-8000-000000000003", "value": value})
        choices[0]["value"]["target"] = "senere"

    publish(original(), divide)
    there = [segment.translation for segment in segments(translation) if segment.translation]
    assert there == ["EN Samira er stille", "EN Vent litt", "EN Smil"]
    assert progress(translation) == (3, len(segments(translation)))
    assert "Spør rett ut" not in unsaid(translation)


def test_a_minor_change_leaves_translations_valid(translation: Translation) -> None:
    page = english()
    assert page.translation_of == hash_of(original())
    draft(change_title("Vent  litt!"), minor_change=True).publish()
    now = hash_of(original())
    assert now != page.translation_of
    page = english()
    assert (page.translation_of, page.translation_state) == (now, "reviewed")
    assert page.latest_revision.content["translation_of"] == now
    assert f"of: {now}" in write_document(page.to_document())
    assert unsaid(translation) == []


def test_the_next_version_starts_without_the_tick(translation: Translation) -> None:
    draft(change_title("Vent litt!"), minor_change=True).publish()
    assert not original().minor_change
    assert not original().get_latest_revision_as_object().minor_change
    was = english().translation_of
    rename_choice("Gå din vei")
    assert english().translation_of == was != hash_of(original())
    assert unsaid(translation) == ["Gå din vei"]


def test_a_translation_that_was_older_already_stays_older(translation: Translation) -> None:
    was = english().translation_of
    rename_choice("Vent en stund")
    draft(change_title("Vent en stund!"), minor_change=True).publish()
    assert english().translation_of == was
    assert unsaid(translation) == ["Vent en stund!"]


def test_what_is_new_is_never_minor(translation: Translation) -> None:
    def add(scenes: list[Any]) -> None:
        first = scenes[0]["value"]["choices"][0]
        said = {**first["value"], "title": "Gå en tur", "key": ""}
        block = {**first, "value": said, "id": "00000000-0000-4000-8000-000000000002"}
        scenes[0]["value"]["choices"].append(block)

    was = english().translation_of
    draft(add, minor_change=True).publish()
    assert english().translation_of == was != hash_of(original())
    assert unsaid(translation) == ["Gå en tur"]  # What it says else is said elsewhere in the page.


def test_it_is_minor_also_when_it_was_scheduled(translation: Translation) -> None:
    later = timezone.now() + dt.timedelta(hours=1)
    revision = draft(change_title("Vent litt!"), minor_change=True, go_live_at=later)
    revision.publish()
    assert english().translation_of == hash_of(original())
    assert unsaid(translation) == []
    past = timezone.now() - dt.timedelta(minutes=1)
    revision.refresh_from_db()
    revision.content["go_live_at"] = past.isoformat()
    revision.approved_go_live_at = past
    revision.save()
    call_command("publish_scheduled", verbosity=0)
    assert "Vent litt!" in original().markdown
    assert english().translation_of == hash_of(original())
    assert unsaid(translation) == []


def test_it_is_minor_also_when_a_reviewer_lets_it_through(translation: Translation) -> None:
    workflow, task = Workflow.objects.create(name="Les"), Task.objects.create(name="Les", active=True)
    WorkflowTask.objects.create(workflow=workflow, task=task)
    draft(change_title("Vent litt!"), minor_change=True)
    state = workflow.start(original(), None)
    state.current_task_state.approve()
    assert "Vent litt!" in original().markdown
    assert english().translation_of == hash_of(original())


def test_the_author_of_an_original_with_translations_is_asked_and_no_one_else(
    translation: Translation, client: Client
) -> None:
    client.force_login(get_user_model().objects.get())
    url = reverse("wagtailadmin_pages:edit", args=[original().pk])
    assert "minor_change" in client.get(url).content.decode()
    form = {**story_form(original()), "title": "En side!", "minor_change": "on", "action-publish": "1"}
    assert client.post(url, form).status_code == 302
    assert (original().title, english().translation_of) == ("En side!", hash_of(original()))
    Translation.objects.update(enabled=False)
    assert "minor_change" not in client.get(url.replace(str(original().pk), str(english().pk))).content.decode()
    english().delete()
    assert "minor_change" not in client.get(url).content.decode()
