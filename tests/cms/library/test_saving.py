"""Saving and publishing through the form, as an editor does."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from cms.library.models import CasePage, GuidePage, Topic, TopicName
from cms.publishing.load_places import Places
from tests.cms.library.pages import make

EMPTY = {"count": "0"}
NO_COMMENTS = {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": ""}


@pytest.fixture
def editor(places: Places, client: Client) -> Client:
    client.force_login(get_user_model().objects.create_superuser("kari", "kari@example.org", "tre-blå-hester-i-regn"))
    return client


def guide_form(topics: tuple[str, ...] = ("arbeid",), **changes: Any) -> dict[str, Any]:
    step = {"title": "Skriv om deg selv", "key": "", "body": streamfield([("text", rich_text("<p>To linjer.</p>"))])}
    fields = {
        "title": "Kort CV",
        "slug": "kort-cv",
        "summary": "Om en kort CV.",
        "intro": EMPTY,
        "steps": streamfield([("step", step)]),
        "mentor": "",
        "together": "Les den sammen.",
        "audience": "both",
        "minutes": "5",
        "phase": "",
        "level": "",
        "series": "",
        "series_order": "",
        "related": EMPTY,
        "sources": EMPTY,
        "comments": NO_COMMENTS,
    }
    return {**nested_form_data({**fields, **changes}), "topics": topics}


def add(editor: Client, places: Places, form: dict[str, Any], model: type = GuidePage) -> Any:
    url = reverse(
        "wagtailadmin_pages:add", args=["library", model._meta.model_name, places.sections["nb", model.kind].pk]
    )
    return editor.post(url, form)


def test_a_guide_written_in_the_form_is_published_with_names_for_its_steps(editor: Client, places: Places) -> None:
    response = add(editor, places, {**guide_form(), "action-publish": "1"})
    assert response.status_code == 302, response.context["form"].errors
    page = GuidePage.objects.get(slug="kort-cv")
    assert page.live
    assert page.markdown == "## Skriv om deg selv {#skriv-om-deg-selv}\n\nTo linjer.\n"
    assert page.topics == ["arbeid"]


def test_a_draft_may_be_saved_with_gaps(editor: Client, places: Places) -> None:
    form = guide_form(summary="", together="", minutes="", topics=(), steps=EMPTY)
    assert add(editor, places, form).status_code == 302
    page = GuidePage.objects.get(slug="kort-cv").get_latest_revision_as_object()
    assert (page.live, page.to_document().front.together) == (False, "")


@pytest.mark.parametrize("field", ["summary", "together", "minutes", "topics"])
def test_what_every_page_needs_is_asked_for_when_it_is_published(field: str, editor: Client, places: Places) -> None:
    form = guide_form(**{field: () if field == "topics" else ""})
    response = add(editor, places, {**form, "action-publish": "1"})
    assert set(response.context["form"].errors) == {field, "__all__"}
    assert not GuidePage.objects.filter(slug="kort-cv", live=True).exists()


def test_ticked_topics_keep_the_order_they_had(editor: Client, places: Places) -> None:
    for key in ("tillit", "cv"):
        Topic(key=key, names=[TopicName(language="nb", name=key)]).save()
    page = make(GuidePage, places, topics=["tillit", "arbeid"])
    editor.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), guide_form(topics=("arbeid", "tillit", "cv")))
    page = GuidePage.objects.get(pk=page.pk)
    assert page.get_latest_revision_as_object().topics == ["tillit", "arbeid", "cv"]


def test_a_case_is_published_only_when_it_is_said_to_be_made_up(editor: Client, places: Places) -> None:
    part = {"title": "Møtet", "key": "", "body": streamfield([("text", rich_text("<p>De møtes.</p>"))])}
    form = guide_form(sections=streamfield([("part", part), ("part", part)]), scenario="")
    response = add(editor, places, {**form, "action-publish": "1"}, CasePage)
    assert list(response.context["form"].errors) == ["fictional", "__all__", "anonymity"]
    assert add(editor, places, form, CasePage).status_code == 302
    assert [s.id for s in CasePage.objects.get().get_latest_revision_as_object().to_document().body.sections] == [
        "motet",
        "motet-2",
    ]
