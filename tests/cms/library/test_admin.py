"""The editor's views of the library: they open, quickly, and refuse what would break pages."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ReferenceIndex

from cms.library.models import PAGE_OF_KIND, GuidePage, HelpBox, ToolboxImage
from cms.publishing.load_places import Places
from tests.cms.library.pages import make


@pytest.fixture
def editor(places: Places, client: Client) -> Client:
    """Somebody who may do everything, signed in."""
    person = get_user_model().objects.create_superuser("kari", "kari@example.org", "tre-blå-hester-i-regn")
    client.force_login(person)
    return client


def queries(editor: Client, url: str) -> int:
    """How many a view takes when it is opened again."""
    editor.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert editor.get(url).status_code == 200
    return len(captured)


@pytest.mark.parametrize("model", PAGE_OF_KIND.values())
def test_the_form_of_a_new_page_opens(model, editor: Client, places: Places) -> None:
    section = places.sections["nb", model.kind]
    url = reverse("wagtailadmin_pages:add", args=["library", model._meta.model_name, section.pk])
    assert editor.get(url).status_code == 200


def test_a_longer_list_takes_no_more_queries(editor: Client, places: Places) -> None:
    url = reverse("wagtailadmin_explore", args=[places.sections["nb", GuidePage.kind].pk])
    make(GuidePage, places, slug="side")
    one = queries(editor, url)
    for number in range(6):
        make(GuidePage, places, slug=f"side-{number}")
    assert queries(editor, url) == one


def test_topics_and_help_boxes_stand_in_the_menu_in_a_calm_order(editor: Client, places: Places) -> None:
    HelpBox(key="politi", title="Politiet", locale=places.locales["nb"]).save()
    for name in ("topic", "helpbox"):
        assert editor.get(reverse(f"wagtailsnippets_library_{name}:list")).status_code == 200
    page = editor.get(reverse("wagtailadmin_home")).content.decode()
    places_in_menu = [page.find(f'"name": "{name}"') for name in ("explorer", "help-boxes", "topics", "images")]
    assert -1 not in places_in_menu
    assert places_in_menu == sorted(places_in_menu)


def test_a_preview_shows_what_would_be_published(editor: Client, places: Places) -> None:
    page = make(GuidePage, places)
    response = editor.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    html = response.content.decode()
    assert response.status_code == 200
    assert "Skriv to linjer om deg selv." in html
    assert '<html lang="nb"' in html


def test_a_picture_in_use_cannot_be_deleted_and_one_that_is_not_can(editor: Client, places: Places, picture) -> None:
    body = [("image", {"image": picture, "alt_text": "Et hus", "decorative": False})]
    page = make(GuidePage, places, steps=[("step", {"title": "Se", "body": body, "key": "se"})])
    ReferenceIndex.create_or_update_for_object(page)
    url = reverse("wagtailimages:delete", args=[picture.pk])
    editor.post(url)
    assert ToolboxImage.objects.filter(pk=picture.pk).exists()
    page.delete()
    editor.post(url)
    assert not ToolboxImage.objects.filter(pk=picture.pk).exists()
