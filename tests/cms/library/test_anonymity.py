"""Before others read a case, its author says line by line that nobody in it can be recognised."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from sitebuilder.contract.tree import read_tree
from wagtail.models import Page
from wagtail.test.utils.form_data import rich_text, streamfield

from cms.library.anonymity import STATEMENTS, fingerprint, is_complete
from cms.library.models import CasePage
from cms.library.models.case import NotAnonymous
from cms.publishing.load import load_library
from cms.publishing.load_places import Places
from tests.cms.library.pages import make
from tests.cms.library.test_saving import add, guide_form
from tests.site.test_documents import CONTENT

EVERYTHING = [name for name, _line in STATEMENTS]


@pytest.fixture
def editor(places: Places, client: Client) -> Client:
    person = get_user_model().objects.create_superuser("kari", "kari@example.org", "tre-blå-hester-i-regn")
    client.force_login(person)
    return client


def case_form(ticked: list[str], told: str = "De møtes.", **changes: Any) -> dict[str, Any]:
    part = {"title": "Møtet", "key": "", "body": streamfield([("text", rich_text(f"<p>{told}</p>"))])}
    form = guide_form(sections=streamfield([("part", part), ("part", part)]), scenario="", fictional="on", **changes)
    return {**form, "anonymity": ticked}


def edit(editor: Client, page: CasePage, form: dict[str, Any]) -> Any:
    return editor.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form)


def latest() -> CasePage:
    page: CasePage = CasePage.objects.get().get_latest_revision_as_object()
    return page


@pytest.mark.parametrize("action", ["action-publish", "action-submit"])
@pytest.mark.parametrize("missing", [*EVERYTHING, "all"])
def test_a_case_is_neither_published_nor_submitted_while_a_line_is_not_ticked(
    action: str, missing: str, editor: Client, places: Places
) -> None:
    ticked = [name for name in EVERYTHING if missing not in (name, "all")]
    response = add(editor, places, {**case_form(ticked), action: "1"}, CasePage)
    assert list(response.context["form"].errors) == ["anonymity"]
    assert not CasePage.objects.exists()


@pytest.mark.parametrize("action", ["action-publish", "action-submit"])
def test_with_every_line_ticked_it_goes_on_and_tells_who_ticked(action: str, editor: Client, places: Places) -> None:
    response = add(editor, places, {**case_form(EVERYTHING), action: "1"}, CasePage)
    assert response.status_code == 302, response.context["form"].errors
    page = latest()
    assert (page.anonymity, page.anonymity_by) == (EVERYTHING, "kari")
    assert page.anonymity_on is not None
    assert not page.changed_since_ticked()


def test_a_draft_is_saved_with_the_lines_that_are_ticked_so_far(editor: Client, places: Places) -> None:
    assert add(editor, places, case_form(EVERYTHING[:2]), CasePage).status_code == 302
    page = latest()
    assert (page.anonymity, page.anonymity_by, page.anonymity_on) == (EVERYTHING[:2], "", None)


def test_a_reviewer_sees_who_ticked_and_that_the_text_has_changed_since(editor: Client, places: Places) -> None:
    add(editor, places, case_form(EVERYTHING), CasePage)
    page = latest()
    form = reverse("wagtailadmin_pages:edit", args=[page.pk])
    before = editor.get(form).content.decode()
    assert "Ticked by kari" in before
    assert "The text has changed since then" not in before
    assert "anonymity_again" not in before

    edit(editor, page, case_form(EVERYTHING, "De møtes på en annen skole."))
    assert latest().changed_since_ticked()
    assert latest().anonymity_on == page.anonymity_on
    assert "The text has changed since then" in editor.get(form).content.decode()

    edit(editor, page, case_form(EVERYTHING, "De møtes på en annen skole.") | {"anonymity_again": "on"})
    assert not latest().changed_since_ticked()
    assert latest().anonymity_on != page.anonymity_on


def test_a_line_that_is_unticked_takes_the_name_away(editor: Client, places: Places) -> None:
    add(editor, places, case_form(EVERYTHING), CasePage)
    edit(editor, latest(), case_form(EVERYTHING[1:]))
    assert (latest().anonymity_by, latest().anonymity_on, latest().anonymity_of) == ("", None, "")


def test_who_publishes_later_takes_nothing_from_the_one_who_ticked(editor: Client, places: Places) -> None:
    add(editor, places, case_form(EVERYTHING), CasePage)
    other = get_user_model().objects.create_superuser("ola", "ola@example.org", "tre-blå-hester-i-regn")
    editor.force_login(other)
    edit(editor, latest(), {**case_form(EVERYTHING), "action-publish": "1"})
    page = CasePage.objects.get()
    assert (page.live, page.anonymity_by) == (True, "kari")


def test_a_translation_needs_no_list_of_its_own(editor: Client, places: Places) -> None:
    form = case_form([], translated_from="en", translation_of="0123456789abcdef", translation_state="draft")
    response = add(editor, places, {**form, "translation_method": "person", "action-publish": "1"}, CasePage)
    assert response.status_code == 302, response.context["form"].errors
    assert "This is a translation" in editor.get(reverse("wagtailadmin_pages:edit", args=[latest().pk])).text


@pytest.mark.parametrize("onward", ["", "&next=/cms/pages/"], ids=["home", "to the list"])
@pytest.mark.parametrize("under", [False, True], ids=["the case", "what is under its section"])
def test_publishing_many_pages_at_once_tells_which_case_is_not_ready(
    under: bool, onward: str, editor: Client, places: Places
) -> None:
    page = make(CasePage, places, title="Drømmen")
    chosen = page.get_parent() if under else page
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={chosen.pk}{onward}"
    response = editor.post(url, {"include_descendants": "on"} if under else {}, follow=True)
    assert "Nothing was published" in response.text
    assert "«Drømmen»" in response.text
    assert not CasePage.objects.filter(live=True).exists()

    page.anonymity = EVERYTHING
    page.save_revision()
    editor.post(url, {"include_descendants": "on"} if under else {})
    assert CasePage.objects.filter(live=True).exists()


def test_no_other_way_leads_past_the_list(places: Places) -> None:
    page = make(CasePage, places)
    with pytest.raises(NotAnonymous):
        page.save_revision().publish()
    assert not Page.objects.get(pk=page.pk).live


def test_the_list_stays_in_the_house(editor: Client, places: Places) -> None:
    add(editor, places, {**case_form(EVERYTHING), "action-publish": "1"}, CasePage)
    page = CasePage.objects.get()
    assert "anonym" not in str(page.front_matter)
    assert "kari" not in str(page.front_matter) + page.markdown
    answer = editor.get(f"/api/v2/pages/{page.pk}/")
    assert "anonym" not in answer.text


def test_the_starter_cases_are_loaded_without_it(places: Places) -> None:
    starter = read_tree(CONTENT).library
    norwegian = tuple(document for document in starter.documents if document.language == "nb")
    load_library(replace(starter, documents=norwegian, help_boxes=()), media=CONTENT / "media")
    loaded = CasePage.objects.filter(live=True)
    assert len(loaded) >= 2
    assert {page.anonymity_by for page in loaded} == {""}


@pytest.mark.parametrize("ticked", [None, [], ["names"], [*EVERYTHING[:-1], "gone"]])
def test_a_list_with_gaps_is_not_complete(ticked: list[str] | None) -> None:
    assert not is_complete(ticked)


def test_a_list_is_complete_in_any_order_and_with_lines_that_are_no_more() -> None:
    assert is_complete([*reversed(EVERYTHING), "gone"])


def test_a_fingerprint_follows_every_word() -> None:
    same = fingerprint("Lege", "Om", [{"value": "a"}], [])
    assert same == fingerprint("Lege", "Om", [{"value": "a"}], [])
    others = [("Leg", "Om", [{"value": "a"}], []), ("Lege", "", [{"value": "a"}], []), ("Lege", "Om", [], [])]
    assert same not in [fingerprint(*other) for other in others]
