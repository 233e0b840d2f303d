"""A story with errors is saved, and goes live by no way there is."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowState, WorkflowTask
from wagtail.users.models import UserProfile

from cms.library.mapping.stream import field_value, raw
from cms.library.models import ScenarioPage
from cms.library.not_ready import NotReady
from cms.publishing.load_places import Places
from tests.cms.editing.stories import END, choice, page_form, scenes
from tests.cms.library.pages import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher(places: Places, client: Client) -> Client:
    client.force_login(get_user_model().objects.create_superuser("kari", "kari@example.org", "tre-blå-hester-i-regn"))
    return client


@pytest.fixture
def broken(places: Places) -> ScenarioPage:
    """A draft whose ending gives nothing to take along."""
    page = make(ScenarioPage, places)
    stream = raw(page.scenes)
    stream[1]["value"]["takeaways"] = []
    page.scenes = field_value(stream)
    page.save()
    page.save_revision()
    return page


def add(publisher: Client, places: Places, form: dict[str, Any]) -> Any:
    section = places.sections["nb", ScenarioPage.kind].pk
    return publisher.post(reverse("wagtailadmin_pages:add", args=["library", "scenariopage", section]), form)


BROKEN = {
    "leads nowhere": (scenes(choice("Spør", ""), choice("Vent", END)), "“Spør” leads nowhere."),
    "no point": (scenes(takeaways=()), "The ending “Enige” gives the reader nothing to take away."),
    "one choice": (scenes(choice("Spør", END)), "The scene “Kafeen” has only one choice."),
    "no consequence": (scenes(choice("Spør", END, ""), choice("Vent", END)), "The choice “Spør” has no consequence."),
    "same words": (scenes(choice("Spør", END), choice("spør ", END)), "have the same words"),
    "no quality": (
        scenes({**choice("Spør", END), "quality": ""}, choice("Vent", END, "<p>Han venter.</p>")),
        "“Spør” does not say",
    ),
    "no outcome": (scenes(outcome=""), "The ending “Enige” does not say how things went."),
    "empty": ({"count": "0"}, "The story has no ending."),
}


def test_what_is_wrong_is_said_when_it_is_published_and_saved_as_a_draft(publisher: Client, places: Places) -> None:
    for name, (stream, message) in BROKEN.items():
        refused = add(publisher, places, {**page_form(scenes=stream), "action-publish": "1"})
        assert refused.status_code == 200, name
        errors = refused.context["form"].errors
        assert any(message in told for told in errors["__all__"]), name
        assert "scenes" in errors, name
        assert not ScenarioPage.objects.filter(live=True).exists(), name

        slug = name.replace(" ", "-")
        assert add(publisher, places, page_form(scenes=stream, slug=slug)).status_code == 302, name
        assert not ScenarioPage.objects.get(slug=slug).live, name


def test_an_address_that_is_taken_is_told_once(publisher: Client, places: Places) -> None:
    for form in (page_form(), {**page_form(slug="kafeen"), "action-publish": "1"}):
        assert add(publisher, places, form).status_code == 302
    for slug, message in (("mobilen", "already in use"), ("Ikke en adresse", "valid")):
        refused = add(publisher, places, {**page_form(slug=slug), "action-publish": "1"})
        told = refused.context["form"].errors["slug"]
        assert (len(told), message in told[0]) == (1, True), told


def test_the_list_of_faults_is_in_the_editors_language(publisher: Client, places: Places) -> None:
    UserProfile.objects.create(user=get_user_model().objects.get(), preferred_language="nb")
    form = page_form(scenes=BROKEN["no point"][0], goals={"count": "0"})
    refused = add(publisher, places, {**form, "topics": [], "action-publish": "1"})
    told = "\n".join(map(str, refused.context["messages"]))
    assert "Hva leseren øver på: Rett det som er merket med rødt her." in told
    assert "Tema: Dette feltet må fylles ut." in told


def test_a_whole_story_is_published(publisher: Client, places: Places) -> None:
    answer = add(publisher, places, {**page_form(), "action-publish": "1"})
    assert answer.status_code == 302, answer.context["form"].errors
    page = ScenarioPage.objects.get()
    assert page.live
    assert [choice.onward.target for choice in page.to_document().body.scenes[0].choices] == ["enige", "enige"]


def test_the_first_scene_may_be_named_by_its_title_and_must_be_there(publisher: Client, places: Places) -> None:
    refused = add(publisher, places, {**page_form(start="Kjelleren"), "action-publish": "1"})
    assert "start" in refused.context["form"].errors
    assert add(publisher, places, {**page_form(start="kafeen "), "action-publish": "1"}).status_code == 302
    assert ScenarioPage.objects.get().start == "kafeen"


def test_a_list_of_pages_publishes_no_broken_story_and_leads_to_its_form(
    publisher: Client, broken: ScenarioPage
) -> None:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    answer = publisher.post(f"{url}?id={broken.pk}", {"include_descendants": ""}, follow=True)
    assert answer.redirect_chain[-1][0] == reverse("wagtailadmin_pages:edit", args=[broken.pk])
    assert "gives the reader nothing to take away" in answer.content.decode()
    assert not Page.objects.get(pk=broken.pk).live


def test_no_code_and_no_schedule_publishes_a_broken_story(broken: ScenarioPage) -> None:
    with pytest.raises(NotReady, match="slutt|take away"):
        broken.get_latest_revision().publish()
    broken.go_live_at = timezone.now() + timedelta(days=1)
    with pytest.raises(NotReady):
        broken.save_revision().publish()
    assert not Page.objects.get(pk=broken.pk).live


def test_a_reviewer_who_approves_a_broken_story_is_led_to_its_form(publisher: Client, broken: ScenarioPage) -> None:
    kari = get_user_model().objects.get()
    workflow = Workflow.objects.create(name="Les", active=True)
    task = GroupApprovalTask.objects.create(name="Les", active=True)
    task.groups.add(Group.objects.create(name="Lesere"))
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    state = workflow.start(broken, kari).current_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[broken.pk, "approve", state.pk])
    form = {"comment": ""}
    answer = publisher.post(url, form, headers={"x-requested-with": "XMLHttpRequest"})
    assert answer.json()["redirect"] == reverse("wagtailadmin_pages:edit", args=[broken.pk])
    assert "take away" in publisher.get(answer.json()["redirect"]).content.decode()
    page = ScenarioPage.objects.get()
    assert not page.live
    assert page.current_workflow_state.status == WorkflowState.STATUS_IN_PROGRESS
