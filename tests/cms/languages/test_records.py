"""A story that wagtail-localize translates, and whose original goes on."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from cms.languages.behind import behind
from cms.library.models import ScenarioPage, Topic, TopicName
from cms.publishing.load_places import ensure_places
from tests.cms.languages.conftest import publish
from tests.cms.library.pages import make, scenes_with

ORIGINAL, ENGLISH = "nb", "en"
TITLES = ("Vent litt", "Gå en tur", "Smil", "Spør rett ut")


@pytest.fixture
def administrator(transactional_db, client: Client) -> Client:
    """Beside a Norwegian story and its whole English translation, both published."""
    places = ensure_places()
    Topic(key="arbeid", names=[TopicName(language="nb", name="Arbeid")]).save()
    make(ScenarioPage, places, scenes=scenes_with(*TITLES)).save_revision().publish()
    kari = get_user_model().objects.create_superuser("kari", "kari@example.org", "tre-blå-hester-i-regn")
    client.force_login(kari)
    translate_object(page(ORIGINAL), [places.locales[ENGLISH]], user=kari)
    translate_all()
    return client


def page(language: str) -> ScenarioPage:
    return ScenarioPage.objects.get(locale__language_code=language)


def translate_all() -> None:
    translation = Translation.objects.get()
    for segment in translation.source.stringsegment_set.select_related("string"):
        words = {"data": f"EN {segment.string.data}"}
        place = {"translation_of": segment.string, "context": segment.context, "locale": translation.target_locale}
        StringTranslation.objects.get_or_create(**place, defaults=words)


def publish_translation(client: Client) -> Any:
    return client.post(reverse("wagtailadmin_pages:edit", args=[page(ENGLISH).pk]), {"action": "publish"}, follow=True)


def sync(client: Client, **form: str) -> None:
    source = Translation.objects.get().source_id
    assert client.post(reverse("wagtail_localize:update_translations", args=[source]), form).status_code == 302


def divide(scenes: list[Any]) -> None:
    """The last two choices go to a scene of their own, which is new, and which the first one leads to."""
    choices = scenes[0]["value"]["choices"]
    moved = [choices.pop(2), choices.pop(2)]
    choices[0]["value"]["target"] = "senere"
    text = [{"type": "text", "value": "<p>Senere.</p>", "id": "00000000-0000-4000-8000-000000000001"}]
    value = {"title": "Senere", "text": text, "choices": moved, "key": "senere"}
    scenes.insert(1, {"type": "scene", "id": "00000000-0000-4000-8000-000000000003", "value": value})


def test_a_choice_that_was_moved_keeps_its_words(administrator: Client) -> None:
    publish_translation(administrator)
    publish(page(ORIGINAL), divide)
    sync(administrator)
    translation = Translation.objects.get()
    missing = translation.source.stringsegment_set.annotate_translation(translation.target_locale)
    assert set(missing.filter(translation=None).values_list("string__data", flat=True)) == {"Senere", "Senere."}
    translate_all()
    publish_translation(administrator)
    story = page(ENGLISH).to_document().body
    assert [scene.id for scene in story.scenes] == ["samira-er-stille", "senere", "dere-avtaler-neste-mote"]
    moved = story.scenes[1].choices[1]
    assert (moved.id, moved.title, moved.consequence) == ("spor-rett-ut", "EN Spør rett ut", "EN Hun smiler.")


@pytest.mark.parametrize("way", ["its own form", "the form of the original"])
def test_what_is_half_translated_is_not_published(way: str, administrator: Client) -> None:
    publish_translation(administrator)
    before = page(ENGLISH).to_document().body
    publish(page(ORIGINAL), divide)
    sync(administrator, **({"publish_translations": "on"} if way == "the form of the original" else {}))
    if way == "its own form":
        said = publish_translation(administrator).content.decode()
        assert "Not published: some texts have no words in this language yet." in said
    assert page(ENGLISH).live
    assert page(ENGLISH).to_document().body == before


def test_a_translation_says_which_version_of_the_original_it_was_made_from(administrator: Client) -> None:
    publish_translation(administrator)
    assert not behind(page(ENGLISH)).is_behind
    ScenarioPage.objects.filter(pk=page(ENGLISH).pk).update(translation_state="reviewed")
    publish(page(ORIGINAL), divide)
    assert behind(page(ENGLISH)).is_behind
    edit = administrator.get(reverse("wagtailadmin_pages:edit", args=[page(ENGLISH).pk])).content.decode()
    assert "The original has changed since this was translated." in edit
    shown = administrator.get(reverse("languages:original", args=[page(ENGLISH).pk])).content.decode()
    assert reverse("wagtail_localize:update_translations", args=[Translation.objects.get().source_id]) in shown
    sync(administrator)
    translate_all()
    publish_translation(administrator)
    assert not behind(page(ENGLISH)).is_behind
    assert page(ENGLISH).translation_state == "draft"


def test_a_page_with_records_is_not_brought_up_to_date_beside_them(administrator: Client) -> None:
    publish(page(ORIGINAL), divide)
    answer = administrator.post(reverse("languages:original", args=[page(ENGLISH).pk]), {"revision": ""})
    assert answer.status_code in (302, 403)
    assert "senere" not in page(ENGLISH).get_latest_revision_as_object().markdown
