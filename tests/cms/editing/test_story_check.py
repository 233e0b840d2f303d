"""What is told of a story while it is written: to whom, of what, and of what is no story at all."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st
from wagtail.models import Locale

from cms.accounts.role_table import ROLES, group_name
from cms.accounts.roles import sync_roles
from cms.library.form_problems import UnreadableForm, read_form, reading
from cms.library.models import ScenarioPage
from cms.publishing.load_places import Places
from tests.cms.editing.stories import CAFE, END, choice, page_form, scenes, story_form
from tests.cms.library.pages import make

pytestmark = pytest.mark.django_db
MOST = 15


@pytest.fixture
def section(places: Places) -> str:
    return reverse("editing:check_new_page", args=[places.sections["nb", ScenarioPage.kind].pk])


@pytest.fixture
def writer(client: Client, places: Places) -> Client:
    client.force_login(get_user_model().objects.create_superuser("kari", "kari@example.org", "tre-blå-hester-i-regn"))
    return client


def told(client: Client, url: str, **changes: Any) -> dict[str, Any]:
    answer = client.post(url, page_form(**changes))
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_a_story_that_was_never_saved_has_its_map_and_its_scenes(writer: Client, section: str) -> None:
    answer = told(writer, section)
    assert answer["scenes"] == [
        {"key": "kafeen", "title": "Kafeen", "block": CAFE},
        {"key": "enige", "title": "Enige", "block": END},
    ]
    assert f'href="#block-{CAFE}-section"' in answer["map"]
    assert f'href="#block-{END}-section"' in answer["list"]
    assert answer["errors"] == 0
    assert not ScenarioPage.objects.exists()


def test_a_problem_names_its_scene_by_title_and_leads_to_its_field(writer: Client, section: str) -> None:
    answer = told(writer, section, scenes=scenes(choice("Spør", ""), choice("Vent", END)))
    problem = next(p for p in answer["problems"] if p["code"] == "S03")
    assert problem["field"] == "target"
    assert (problem["title"], "“Spør”" in problem["message"]) == ("Spør", True)
    assert problem["remedy"] == "Choose the scene it goes on to."
    assert problem["block"].endswith("10")


def test_what_was_not_chosen_is_told_at_its_field_and_counts_as_nothing(writer: Client, section: str) -> None:
    undecided = scenes({**choice("Spør", END), "quality": ""}, choice("Vent", END, "<p>Han venter.</p>"), outcome="")
    answer = told(writer, section, scenes=undecided)
    mend = {(p["title"], p["field"], p["remedy"]) for p in answer["problems"] if p["severity"] == "error"}
    assert mend == {
        ("Spør", "quality", "Choose how well it serves the mentee."),
        ("Enige", "outcome", "Choose how it ended."),
    }
    assert answer["errors"] == 2


def test_problems_are_told_in_the_language_of_the_admin(writer: Client, section: str) -> None:
    writer.defaults["HTTP_ACCEPT_LANGUAGE"] = "nb"
    form = story_form(scenes=scenes(takeaways=()))
    answer = writer.post(section, form, headers={"accept-language": "nb"}).json()
    problem = next(p for p in answer["problems"] if p["code"] == "S10")
    assert "Slutten «Enige»" in problem["message"]
    assert "Å rette" in answer["map"]


def test_markup_in_a_title_stays_text(writer: Client, section: str) -> None:
    answer = told(writer, section, scenes=scenes(choice("<script>x</script>", END), choice("Vent", END)))
    assert "<script" not in answer["map"] + answer["list"]


def test_a_form_without_scenes_invites_to_write_one(writer: Client, section: str) -> None:
    answer = told(writer, section, scenes={"count": "0"})
    assert (answer["map"], answer["headline"]) == ("", "Add the first scene, and the map grows here.")


def test_who_may_edit_a_page_may_have_it_looked_at_and_nobody_else(client: Client, places: Places) -> None:
    sync_roles()
    pages = [make(ScenarioPage, places, slug="en-side", language=language) for language in ("nb", "en")]
    answers = set()
    for role in ROLES:
        person = get_user_model().objects.create_user(role.key, f"{role.key}@example.org")
        person.groups.add(Group.objects.get(name=group_name(role, "nb" if role.per_language else None)))
        client.force_login(person)
        for page in pages:
            section = page.get_parent()
            old = client.post(reverse("editing:check_page", args=[page.pk]), story_form()).status_code == 200
            new = client.post(reverse("editing:check_new_page", args=[section.pk]), story_form()).status_code == 200
            assert old == page.permissions_for_user(person).can_edit(), role
            assert new == section.permissions_for_user(person).can_add_subpage(), role
            answers |= {("old", old), ("new", new)}
    assert len(answers) == 4


def test_a_stranger_is_asked_to_sign_in_and_a_foreign_page_asks_in_vain(
    places: Places, section: str, writer: Client
) -> None:
    assert Client().post(section, story_form()).headers["Location"].startswith(reverse("account_login"))
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = writer.cookies
    assert strict.post(section, story_form()).status_code == 403
    assert writer.get(section).status_code == 405


def test_only_documents_are_looked_at(writer: Client, places: Places) -> None:
    section = places.sections["nb", ScenarioPage.kind]
    home = section.get_parent().pk
    assert writer.post(reverse("editing:check_page", args=[section.pk]), story_form()).status_code == 404
    assert writer.post(reverse("editing:check_new_page", args=[home]), story_form()).status_code == 404


HOSTILE = {
    "scenes-count": ("many", "1000000000"),
    "scenes-0-order": ("first",),
    "scenes-0-value-text-count": ("",),
    "scenes-0-value-choices-0-value-quality": ("splendid",),
    "scenes-0-value-choices-0-value-consequence": ("[" * 5000, '{"blocks": 1, "entityMap": []}'),
}


def test_what_no_form_sends_is_refused_in_words(writer: Client, section: str) -> None:
    for field, values in HOSTILE.items():
        for value in values:
            answer = writer.post(section, {**story_form(), field: value})
            assert answer.status_code == 400, (field, value)
            assert answer.json()["message"].startswith("The form could not be read."), (field, value)


def test_more_than_a_story_can_be_is_refused(writer: Client, section: str, settings) -> None:
    assert writer.post(section, {}).status_code == 400
    assert writer.post(section, {"start": "x" * 3_000_000}).status_code == 400
    many = {f"scenes-{n}": "x" for n in range(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1)}
    assert writer.post(section, many).status_code == 400


def test_looking_at_a_story_asks_the_database_little_and_writes_nothing(writer: Client, places: Places) -> None:
    page = make(ScenarioPage, places)
    url = reverse("editing:check_page", args=[page.pk])
    told(writer, url)
    with CaptureQueriesContext(connection) as captured:
        told(writer, url)
    asked = [query["sql"] for query in captured]
    assert len(asked) <= MOST
    assert [sql for sql in asked if sql.startswith(("INSERT", "UPDATE", "DELETE"))] == []


FORM = story_form()
JUNK = st.sampled_from(["", "0", "-1", "x", "[]", "{}", "null", '{"blocks": [{}]}', "\x00", "🙂", END, "scene", "item"])


@given(changes=st.dictionaries(st.sampled_from(sorted(FORM)), st.one_of(JUNK, st.text(max_size=20)), max_size=4))
@settings(max_examples=150, deadline=None)
def test_no_form_makes_the_reading_fall_over(changes: dict[str, str]) -> None:
    data = QueryDict(mutable=True)
    data.update({**FORM, **changes})
    page = ScenarioPage(locale=Locale(language_code="nb"))
    page._state.fields_cache["locale"] = type("Norwegian", (), {"language_code": "nb"})()
    try:
        with reading():
            read_form(page, data)
            written = page.written()
    except UnreadableForm:
        return
    assert {scene.id for scene in written.story.scenes} <= written.blocks.keys()
    assert all(problem.message for problem in page.problems())
