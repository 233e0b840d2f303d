"""A review in the page's own form: of a translation that is written by hand, and of an original."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone
from sitebuilder.contract.hashing import source_hash
from wagtail.models import WorkflowState

from cms.library.mapping.stream import field_value, raw
from cms.library.models import ScenarioPage, Topic, TopicName
from cms.publishing.load_places import ensure_places
from tests.cms.languages.review import Person, told
from tests.cms.library.pages import make
from tests.cms.library.story_form import story_form

ORIGINAL, ENGLISH = "nb", "en"
APPROVE = {"action-workflow-action": "true", "workflow-action-name": "approve"}
REVIEWED = {
    "translation_state": "reviewed",
    "translation_reviewed_by": "Rosa Dahl",
    "translation_reviewed_on": "2026-01-05",
}


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker) -> Iterator[None]:
    """Once for all tests here: each of them is undone in itself, and all of it at the end."""
    languages = settings.WAGTAIL_CONTENT_LANGUAGES[:2]
    with django_db_blocker.unblock(), override_settings(WAGTAIL_CONTENT_LANGUAGES=languages), transaction.atomic():
        places = ensure_places()
        Topic(key="arbeid", names=[TopicName(language="nb", name="Arbeid")]).save()
        make(ScenarioPage, places).save_revision().publish()
        own = {
            "translation_key": page(ORIGINAL).translation_key,
            "translated_from": "nb",
            "translation_method": "person",
        }
        english = make(ScenarioPage, places, language=ENGLISH, translation_state="draft", **own)
        for stream in ("scenes", "goals"):
            setattr(english, stream, field_value(raw(getattr(page(ORIGINAL), stream))))
        english.translation_of = source_hash(page(ORIGINAL).to_document())
        english.save_revision().publish()
        Person("tara", "Translator (en)", "Author (nb)")
        Person("rosa", "Reviewer (en)", "Reviewer (nb)")
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _undone(made, db) -> None:
    """Each test begins with what was made."""


def page(language: str = ENGLISH) -> ScenarioPage:
    return ScenarioPage.objects.get(locale__language_code=language)


def draft(language: str = ENGLISH) -> Any:
    return page(language).get_latest_revision_as_object()


class Form:
    """A page that somebody has open."""

    def __init__(self, name: str, language: str = ENGLISH) -> None:
        self.client = Client(headers={"accept-language": "en"})
        self.client.force_login(get_user_model().objects.get(username=name))
        self.url = reverse("wagtailadmin_pages:edit", args=[page(language).pk])
        version = page(language).latest_revision
        self.form: dict[str, Any] = {
            **story_form(draft(language)),
            "translated_from": draft(language).translated_from,
            "translation_of": draft(language).translation_of,
            "translation_method": draft(language).translation_method,
            "loaded_revision_id": str(version.pk),
            "loaded_revision_created_at": version.created_at.isoformat(),
        }

    def send(self, **changes: str) -> str:
        answer = self.client.post(self.url, {**self.form, **changes})
        assert answer.status_code == 302, answer.context["form"].errors
        return told(answer)


def waits(language: str = ENGLISH) -> bool:
    states = WorkflowState.objects.filter(object_id=str(page(language).pk))
    return states.filter(status=WorkflowState.STATUS_IN_PROGRESS).exists()


def say_reviewed() -> None:
    """What readers have was approved."""
    version = page().latest_revision
    version.content.update(REVIEWED)
    version.save()
    version.publish()


def test_nobody_writes_by_hand_that_a_translation_is_approved() -> None:
    Form("rosa").send(**REVIEWED, title="New title")
    assert (draft().title, draft().translation_state, draft().translation_reviewed_by) == ("New title", "draft", "")


def test_other_words_are_a_draft_again_while_readers_keep_what_was_approved() -> None:
    say_reviewed()
    Form("tara").send(title="New title")
    assert (draft().title, draft().translation_state, draft().translation_reviewed_by) == ("New title", "draft", "")
    assert (page().title, page().translation_state) == ("En side", "reviewed")


def test_the_same_words_stay_approved() -> None:
    say_reviewed()
    Form("tara").send(sources="ignored")
    assert (draft().translation_state, draft().translation_reviewed_by) == ("reviewed", "Rosa Dahl")


def test_what_the_reviewer_mends_in_the_form_is_approved_with_the_rest() -> None:
    Form("tara").send(**{"action-submit": "true"}, title="Submitted")
    assert waits()
    Form("rosa").send(**APPROVE, title="Mended")
    assert not waits()
    assert (page().title, page().translation_state, page().translation_reviewed_by) == (
        "Mended",
        "reviewed",
        "rosa Dahl",
    )
    assert page().live_revision_id == page().latest_revision_id


def test_what_was_submitted_anew_meanwhile_is_looked_at_first() -> None:
    Form("tara").send(**{"action-submit": "true"}, title="Submitted")
    opened = Form("rosa")
    again = Form("tara")
    again.client.post(again.url, {**again.form, "action-cancel-workflow": "true"})
    Form("tara").send(**{"action-submit": "true"}, title="Other words")
    assert "somebody has saved a newer version" in opened.send(**APPROVE)
    assert waits()
    assert (page().title, draft().title) == ("En side", "Other words")
    Form("rosa").send(**APPROVE)
    assert (page().title, page().translation_state) == ("Other words", "reviewed")


def test_a_story_that_lacks_words_is_not_approved_and_what_was_mended_is_kept() -> None:
    original = draft(ORIGINAL)
    scenes = raw(original.scenes)
    scenes[0]["value"]["choices"].append(
        {**scenes[0]["value"]["choices"][0], "id": "00000000-0000-4000-8000-00000000000a"}
    )
    scenes[0]["value"]["choices"][-1]["value"] = {
        **scenes[0]["value"]["choices"][0]["value"],
        "key": "ny",
        "title": "Ny",
    }
    original.scenes = field_value(scenes)
    original.save_revision().publish()
    scenes = raw(draft(ORIGINAL).scenes)
    scenes[0]["value"]["choices"][-1]["value"] |= {"reason": ""}
    english = draft()
    english.scenes = field_value(scenes)
    english.translation_of = source_hash(page(ORIGINAL).to_document())
    english.save_revision()
    Form("tara").send(**{"action-submit": "true"})
    assert waits()
    assert "1 text has no words in this language yet." in Form("rosa").send(**APPROVE, title="Mended")
    assert waits()
    assert (page().title, draft().title, draft().translation_state) == ("En side", "Mended", "draft")


def test_the_one_who_submitted_reads_what_to_change() -> None:
    Form("tara").send(**{"action-submit": "true"})
    rejects = {"workflow-action-name": "reject", "workflow-action-extra-data": '{"comment": "Si det enklere."}'}
    Form("rosa").send(**{**APPROVE, **rejects})
    assert not waits()
    tara = Form("tara")
    assert "rosa Dahl asked for changes: “Si det enklere.”" in tara.client.get(tara.url).content.decode()


def test_an_approved_original_says_on_which_day_it_was_reviewed() -> None:
    Form("tara", ORIGINAL).send(**{"action-submit": "true"}, title="Ny tittel")
    Form("rosa", ORIGINAL).send(**APPROVE)
    live = page(ORIGINAL)
    assert (live.title, live.reviewed_on, live.translation_state) == ("Ny tittel", timezone.localdate(), "")
    assert live.to_document().front.reviewed_on == timezone.localdate()
