"""An exercise set with errors is saved, and goes live by no way there is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from cms.library.mapping.stream import field_value
from cms.library.models import ExercisePage
from cms.library.not_ready import NotReady
from cms.publishing.load_places import Places
from exercises import model
from tests.cms.editing.sets import BOR, WHOLE, block_of, page_form
from tests.cms.editing.test_set_check import BROKEN
from tests.cms.library.pages import make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _two_languages(settings) -> None:
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES[:2]


@pytest.fixture
def publisher(places: Places, client: Client) -> Client:
    client.force_login(get_user_model().objects.create_superuser("kari", "kari@example.org", "tre-blå-hester-i-regn"))
    return client


def add(publisher: Client, places: Places, form: dict[str, Any]) -> Any:
    section = places.sections["nb", ExercisePage.kind].pk
    return publisher.post(reverse("wagtailadmin_pages:add", args=["library", "exercisepage", section]), form)


def test_what_is_wrong_is_said_when_a_set_is_published_and_it_is_saved_as_a_draft(
    publisher: Client, places: Places
) -> None:
    for number, (item, _code, _block, _field, message) in enumerate(BROKEN[::3]):
        refused = add(publisher, places, {**page_form(item), "action-publish": "1"})
        assert refused.status_code == 200, message
        errors = refused.context["form"].errors
        assert any(message in told for told in errors["__all__"]), message
        assert "parts" in errors, message
        assert not ExercisePage.objects.filter(live=True).exists(), message

        assert add(publisher, places, page_form(item, slug=f"utkast-{number}")).status_code == 302, message
        assert not ExercisePage.objects.get(slug=f"utkast-{number}").live, message


def test_an_error_stands_at_its_field_however_deep(publisher: Client, places: Places) -> None:
    broken = next(item for item, code, *_ in BROKEN if code == "E05")
    refused = add(publisher, places, {**page_form(*WHOLE[1:], broken), "action-publish": "1"})
    (told,) = refused.context["form"].errors["parts"].as_data()
    gaps = told.block_errors[2].block_errors["gaps"]
    errors = gaps.block_errors[0].block_errors["errors"]
    assert "stands more than once" in errors.block_errors[1].block_errors["text"].messages[0]


def test_a_whole_set_is_published_with_everything_in_it(publisher: Client, places: Places) -> None:
    answer = add(publisher, places, {**page_form(*WHOLE), "action-publish": "1"})
    assert answer.status_code == 302, answer.context["form"].errors
    page = ExercisePage.objects.get()
    assert page.live
    assert page.to_document().body.items == WHOLE
    preview = publisher.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk])).content.decode()
    assert "Passasjeren" in preview
    assert "Hei hei!" in preview


def test_no_list_and_no_code_publishes_a_broken_set(publisher: Client, places: Places) -> None:
    item = BROKEN[0][0]
    page = make(ExercisePage, places, parts=field_value([block_of(BOR), block_of(item) | {"id": "x"}]))
    with pytest.raises(NotReady, match="used more than once"):
        page.save_revision().publish()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    answer = publisher.post(f"{url}?id={page.pk}", {"include_descendants": ""}, follow=True)
    assert answer.redirect_chain[-1][0] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert "was not published: it is not ready." in answer.content.decode()
    assert not ExercisePage.objects.get().live


def test_gaps_written_the_short_way_are_saved_as_gaps_in_a_draft_and_when_published(
    publisher: Client, places: Places
) -> None:
    short = replace(BOR, text="Jeg {bor|!bo: Presens.} i Oslo.", gaps=())
    for slug, action in (("utkast", {}), ("ute", {"action-publish": "1"})):
        answer = add(publisher, places, {**page_form(short, slug=slug), **action})
        assert answer.status_code == 302, answer.context["form"].errors
        (item,) = ExercisePage.objects.get(slug=slug).to_document().body.items
        assert item.text == "Jeg {bor} i Oslo."
        assert item.gaps == (model.GapField("bor", (model.Accepted("bor"),), (model.KnownError("bo", "Presens."),)),)
