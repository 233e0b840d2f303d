"""A translated story whose original has gone on: what readers, translators and the gate see of it."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from sitebuilder.contract.checks import check_library
from sitebuilder.preview import render_document

from cms.languages.behind import behind
from cms.library.live import live_content
from cms.library.mapping.stream import field_value, raw
from cms.library.models import ScenarioPage
from scenarios.translation import check_same_structure
from tests.cms.languages.conftest import SLUG, drop_a_choice, publish, split_the_first_scene, story
from tests.cms.library.story_form import story_form

pytestmark = pytest.mark.usefixtures("stories")
PATH = f"en/scenarios/{SLUG}.md"


@pytest.fixture
def translator(client: Client) -> Client:
    return _person(client, "Translator (en)")


@pytest.fixture
def publisher(client: Client) -> Client:
    return _person(client, "Publisher")


def _person(client: Client, role: str) -> Client:
    call_command("sync_roles", verbosity=0)
    person = get_user_model().objects.create_user("amina", "amina@example.org")
    person.groups.add(Group.objects.get(name=role))
    client.force_login(person)
    return client


def told() -> set[tuple[str, str]]:
    """What the gate says of the English story."""
    return {(p.code, p.severity) for p in check_library(live_content().library) if p.path == PATH}


def address(page: ScenarioPage, name: str = "languages:original") -> str:
    return reverse(name, args=[page.pk])


def bring_in(client: Client, page: ScenarioPage) -> Any:
    revision = ScenarioPage.objects.get(pk=page.pk).latest_revision_id
    return client.post(address(page), {"revision": revision}, follow=True)


def fill(scenes: list[Any]) -> None:
    """Words for everything that has none, as the translator writes them."""
    for scene in scenes:
        for part in (scene, *scene["value"].get("choices", [])):
            value = part["value"]
            value["title"] = value["title"] or "Something new"
            if "consequence" in value:
                value["consequence"] = value["consequence"] or "<p>She smiles.</p>"
                value["reason"] = value["reason"] or "<p>You listen.</p>"
            elif not any(block["value"] for block in value["text"]):
                value["text"][0]["value"] = "<p>Some time passes.</p>"


def test_a_translation_that_is_behind_stays_published_as_it_is() -> None:
    before = story().to_document()
    publish(story("nb"), split_the_first_scene)
    assert story().to_document() == before
    assert told() == {("C32", "warning"), ("S13", "warning"), ("S14", "warning")}


def test_readers_of_it_are_told_that_it_is_older_and_can_choose_as_before() -> None:
    publish(story("nb"), split_the_first_scene)
    library = live_content().library
    english = next(document for document in library.documents if document.path == PATH)
    page = render_document(english, library)
    assert "The original has been changed since this translation was made." in page
    assert [scene.id for scene in english.body.scenes if f'id="{scene.id}"' not in page] == []
    assert "litt-senere" not in page


def test_a_translator_is_told_and_sees_what_is_new(translator: Client) -> None:
    assert b"The original has changed" not in translator.get(address(story(), "wagtailadmin_pages:edit")).content
    publish(story("nb"), split_the_first_scene)
    page = translator.get(address(story(), "wagtailadmin_pages:edit")).content.decode()
    assert "The original has changed since this was translated." in page
    assert f'href="{address(story())}"' in page
    page = translator.get(address(story())).content.decode()
    for news, title in (
        ("New", "Litt senere"),
        ("New", "Si ingenting"),
        ("In another scene now", "Foreslå at dere går en tur"),
    ):
        assert f'{news}: <span lang="nb">{title}' in page


def test_the_structure_is_brought_in_and_every_word_is_kept(translator: Client) -> None:
    english = story()
    publish(story("nb"), split_the_first_scene)
    page = bring_in(translator, english).content.decode()
    assert "The draft has the structure of the original now." in page
    draft, live = story().get_latest_revision_as_object(), story()
    assert live.to_document() == english.to_document()
    found = check_same_structure(story("nb").to_document().body, draft.to_document().body)
    assert {(f.wording, f.where) for f in found} == {
        ("S14.text", "litt-senere"),
        ("S14.consequence", "si-ingenting"),
        ("S14.reason", "si-ingenting"),
    }
    scenes = {scene.id: scene for scene in draft.to_document().body.scenes}
    first, new = scenes[live.to_document().body.scenes[0].id], scenes["litt-senere"]
    told_before = live.to_document().body.scenes[0]
    assert (first.title, first.text) == (told_before.title, told_before.text)
    assert new.choices[0] == told_before.choices[-1]
    assert (new.title, new.choices[1].title) == ("", "")
    assert (draft.translation_state, draft.translation_of) == ("draft", behind(story()).present)


def test_what_is_half_translated_cannot_be_published_and_the_draft_is_kept(publisher: Client) -> None:
    publish(story("nb"), split_the_first_scene)
    bring_in(publisher, story())
    draft = story().get_latest_revision_as_object()
    scenes = raw(draft.scenes)
    fill(scenes)
    scenes[1]["value"]["text"][0]["value"] = ""
    draft.scenes = field_value(scenes)
    form = {**story_form(draft), "action-publish": "1"}
    page = publisher.post(address(story(), "wagtailadmin_pages:edit"), form, follow=True).content.decode()
    assert "Saved as a draft, not published: some scenes or choices have no words in this language yet." in page
    assert "litt-senere" not in story().markdown
    assert "Something new" in story().get_latest_revision_as_object().markdown
    assert "litt-senere" in publisher.get(address(story())).content.decode()


def test_once_it_has_all_its_words_it_is_published_and_no_longer_behind(publisher: Client) -> None:
    publish(story("nb"), split_the_first_scene)
    bring_in(publisher, story())
    draft = story().get_latest_revision_as_object()
    scenes = raw(draft.scenes)
    fill(scenes)
    draft.scenes = field_value(scenes)
    page = publisher.get(address(story(), "wagtailadmin_pages:edit")).content.decode()
    assert "Some scenes or choices have no words in this language yet." in page
    form = {**story_form(draft), "action-publish": "1"}
    response = publisher.post(address(story(), "wagtailadmin_pages:edit"), form)
    assert response.status_code == 302, response.context["form"].errors
    assert "litt-senere" in story().markdown
    assert told() == set()
    page = publisher.get(address(story(), "wagtailadmin_pages:edit")).content.decode()
    assert "changed since" not in page


def test_a_scene_that_is_gone_leaves_the_draft_and_stays_in_the_history(translator: Client) -> None:
    publish(story("nb"), split_the_first_scene)
    bring_in(translator, story())
    publish(story("nb"), drop_a_choice)
    assert "No longer there" in translator.get(address(story())).content.decode()
    bring_in(translator, story())
    gone = story("nb").retired[-1]
    draft = story().get_latest_revision_as_object()
    assert (draft.retired, f"#{gone}" in draft.markdown) == (story("nb").retired, False)
    assert any(gone in revision.content["scenes"] for revision in story().revisions.all())


def test_an_original_changed_in_its_words_only_is_told_and_the_translation_keeps_all_of_its_own(
    translator: Client,
) -> None:
    publish(story("nb"), lambda scenes: scenes[0]["value"].update(title="Kakaoen er kald"))
    assert told() == {("C32", "warning")}
    assert 'Changed: <span lang="nb">Kakaoen er kald' in translator.get(address(story())).content.decode()
    before = story().to_document().body
    bring_in(translator, story())
    assert story().get_latest_revision_as_object().to_document().body == before
    page = translator.get(address(story())).content.decode()
    assert "Look this through before you publish" in page
    assert "Kakaoen er kald" in page


def test_two_translators_at_once_bring_it_in_once(translator: Client) -> None:
    publish(story("nb"), split_the_first_scene)
    seen = story().latest_revision_id
    translator.post(address(story()), {"revision": seen})
    count = story().revisions.count()
    page = translator.post(address(story()), {"revision": seen}, follow=True).content.decode()
    assert "Someone has saved this page in the meantime." in page
    bring_in(translator, story())
    assert story().revisions.count() == count


def test_where_no_version_of_the_original_is_kept_the_words_are_kept_all_the_same(translator: Client) -> None:
    publish(story("nb"), split_the_first_scene)
    original = story("nb")
    original.revisions.exclude(pk=original.live_revision_id).delete()
    page = translator.get(address(story())).content.decode()
    assert "Litt senere" in page
    assert "Changed:" not in page
    bring_in(translator, story())
    draft = story().get_latest_revision_as_object()
    assert [s.takeaways for s in draft.to_document().body.scenes if s.is_ending] == [
        s.takeaways for s in story().to_document().body.scenes if s.is_ending
    ]


@pytest.mark.parametrize(("role", "status"), [("Translator (nb)", 302), ("Author (en)", 200), ("Administrator", 200)])
def test_only_those_who_may_edit_the_translation_see_the_page(role: str, status: int, client: Client) -> None:
    assert _person(client, role).get(address(story())).status_code == status
    assert client.get(address(story("nb"))).status_code in (302, 404)
