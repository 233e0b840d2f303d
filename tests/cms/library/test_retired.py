"""What becomes of the ids of scenes and choices that are published no longer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from cms.library.mapping.stream import field_value, raw
from cms.library.models import ScenarioPage
from cms.library.not_ready import NotReady
from cms.library.retired import ids_of, retire
from cms.publishing.export import live_library
from cms.publishing.load import load_library
from cms.publishing.load_places import Places
from scenarios.checks import check_story
from tests.cms.library.pages import make, scenes_with
from tests.cms.library.story_form import story_form

IDS = ["samira-er-stille", "vent-litt", "ga-en-tur", "spor-rett-ut", "dere-avtaler-neste-mote"]
TITLES = ("Vent litt", "Gå en tur", "Spør rett ut")


@pytest.fixture
def page(places: Places) -> ScenarioPage:
    """A story with one scene of three choices, published."""
    page = make(ScenarioPage, places, scenes=scenes_with(*TITLES))
    page.save_revision().publish()
    return ScenarioPage.objects.get()


def draft(page: ScenarioPage, change: Any) -> ScenarioPage:
    """The page as an editor saves it after a ``change`` of its scenes."""
    edited = ScenarioPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    scenes = raw(edited.scenes)
    change(scenes)
    edited.scenes = field_value(scenes)
    edited.save_revision()
    return edited


def publish(page: ScenarioPage, change: Any) -> ScenarioPage:
    draft(page, change).latest_revision.publish()
    return ScenarioPage.objects.get(pk=page.pk)


def drop_a_choice(scenes: list[Any]) -> None:
    del scenes[0]["value"]["choices"][2]


def add_the_choice_anew(scenes: list[Any]) -> None:
    choices = scenes[0]["value"]["choices"]
    value = {**choices[0]["value"], "title": "Spør rett ut", "consequence": "<p>Hun ler.</p>", "key": ""}
    choices.append({"type": "item", "value": value, "id": "00000000-0000-4000-8000-000000000001"})


def add_under_the_old_id(scenes: list[Any]) -> None:
    add_the_choice_anew(scenes)
    scenes[0]["value"]["choices"][-1]["value"]["key"] = "spor-rett-ut"


def s16(page: ScenarioPage) -> list[str]:
    return [found.where for found in check_story(page.to_document().body) if found.code == "S16"]


def test_an_id_that_is_published_no_longer_is_retired(page: ScenarioPage) -> None:
    assert (ids_of(raw(page.scenes)), page.retired) == (tuple(IDS), [])
    page = publish(page, drop_a_choice)
    assert page.retired == ["spor-rett-ut"]
    assert page.to_document().front.retired == page.to_document().body.retired == ("spor-rett-ut",)
    assert page.get_latest_revision_as_object().retired == ["spor-rett-ut"]
    assert publish(page, lambda scenes: None).retired == ["spor-rett-ut"]


def test_a_draft_retires_nothing_and_what_never_was_published_neither(places: Places) -> None:
    page = make(ScenarioPage, places, scenes=scenes_with(*TITLES))
    assert publish(page, drop_a_choice).retired == []


def test_a_new_choice_is_never_given_the_id_of_one_that_is_gone(page: ScenarioPage) -> None:
    edited = draft(page, lambda scenes: (drop_a_choice(scenes), add_the_choice_anew(scenes)))
    assert ids_of(raw(edited.scenes))[3] == "spor-rett-ut-2"
    page = publish(publish(page, drop_a_choice), add_the_choice_anew)
    assert ids_of(raw(page.scenes))[3] == "spor-rett-ut-2"
    assert s16(page) == []


def test_an_old_id_written_into_a_new_choice_is_told(page: ScenarioPage) -> None:
    page = draft(publish(page, drop_a_choice), add_under_the_old_id)
    assert (s16(page), page.retired) == (["spor-rett-ut"], ["spor-rett-ut"])
    page = draft(page, lambda scenes: None)
    assert s16(page) == ["spor-rett-ut"]
    with pytest.raises(NotReady):
        page.latest_revision.publish()


def test_going_back_to_an_earlier_version_brings_its_ids_back(page: ScenarioPage) -> None:
    first = page.latest_revision
    publish(page, drop_a_choice)
    first.publish()
    page = ScenarioPage.objects.get()
    assert (page.retired, s16(page)) == ([], [])
    assert publish(page, lambda scenes: None).retired == ["spor-rett-ut"]  # The later version, published once more.


def test_an_earlier_version_opened_in_the_form_and_saved_brings_its_ids_back(
    page: ScenarioPage, client: Client
) -> None:
    client.force_login(get_user_model().objects.create_superuser("kari", "kari@example.org", "tre-blå-hester-i-regn"))
    first = page.latest_revision
    publish(page, drop_a_choice)
    assert client.get(reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, first.pk])).status_code == 200
    form = {**story_form(first.as_object()), "revision": first.pk, "action-publish": "1"}
    response = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form)
    assert response.status_code == 302, response.context["form"].errors
    page = ScenarioPage.objects.get()
    assert ids_of(raw(page.scenes)) == tuple(IDS)
    assert (page.live, page.retired, s16(page)) == (True, [], [])


def test_a_page_taken_down_and_published_again_keeps_its_ids_and_what_it_retired(page: ScenarioPage) -> None:
    page = publish(page, drop_a_choice)
    page.unpublish()
    assert publish(page, lambda scenes: None).retired == ["spor-rett-ut"]
    ScenarioPage.objects.get().unpublish()
    assert publish(page, lambda scenes: scenes[0]["value"].update(key="en-ny")).retired == [
        "spor-rett-ut",
        "samira-er-stille",
    ]


def test_a_file_says_which_ids_are_retired_and_loading_it_again_adds_none(page: ScenarioPage, tmp_path: Path) -> None:
    page = publish(page, drop_a_choice)
    library = live_library()
    said = library.documents[0]
    shorter = replace(said.body, scenes=said.body.scenes[1:], retired=("bare-dette",), start=said.body.scenes[1].id)
    front = replace(said.front, retired=("bare-dette",), start=shorter.start)
    wanted = replace(library, documents=(replace(said, front=front, body=shorter),))
    load_library(wanted, media=tmp_path / "none")
    assert ScenarioPage.objects.get().retired == ["bare-dette"]
    assert live_library().documents == wanted.documents
    assert load_library(wanted, media=tmp_path / "none").is_empty


def test_retired_ids_keep_their_order_and_leave_when_they_are_back() -> None:
    assert retire(["a", "b"], ["c", "b", "d"], {"a", "d"}) == ["b", "c"]
