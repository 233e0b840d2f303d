"""What is told of every kind of page while it is written: what is said about it, its parts, pictures and links."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from cms.library.models import CasePage, GuidePage
from cms.library.not_ready import NotReady
from cms.publishing.load_places import Places
from tests.cms.editing.stories import EMPTY, NO_COMMENTS
from tests.cms.library.conftest import upload
from tests.cms.library.pages import make

pytestmark = pytest.mark.django_db
MOST = 15
PLAIN = "Du skriver navnet ditt og hva du kan. Så leser dere det sammen. "


@pytest.fixture(autouse=True)
def _two_languages(settings) -> None:
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES[:2]


@pytest.fixture
def writer(client: Client, places: Places) -> Client:
    client.force_login(get_user_model().objects.create_superuser("kari", "kari@example.org", "tre-blå-hester-i-regn"))
    return client


def section(title: str, *blocks: tuple[str, Any], key: str = "", **fields: Any) -> dict[str, Any]:
    return {**fields, "title": title, "key": key, "body": streamfield(list(blocks))}


def text(html: str) -> tuple[str, Any]:
    return "text", rich_text(html)


STEP = section("Skriv", text(f"<p>{PLAIN}</p>"))


def guide_form(*steps: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return page_form(steps=streamfield([("step", step) for step in steps]), mentor="", **changes)


def page_form(**changes: Any) -> dict[str, Any]:
    fields = {
        "title": "Kort CV",
        "slug": "kort-cv",
        "summary": "Hva en CV er.",
        "together": "Skriv den sammen.",
        "audience": "both",
        "minutes": "5",
        "phase": "",
        "level": "",
        "series": "",
        "series_order": "",
        "intro": EMPTY,
        "related": EMPTY,
        "sources": EMPTY,
        "comments": NO_COMMENTS,
    }
    form = nested_form_data({**fields, **changes})
    # The id of a block tells where it stands.
    ids = {f"{name.removesuffix('-type')}-id": name.removesuffix("-type") for name in form if name.endswith("-type")}
    return {**form, **ids, "topics": ["trust"]}


def told(writer: Client, places: Places, form: dict[str, Any], kind: type = GuidePage) -> dict[str, Any]:
    answer = writer.post(reverse("editing:check_new_page", args=[places.sections["nb", kind.kind].pk]), form)
    assert answer.status_code == 200, answer.content
    return answer.json()


def found(answer: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    return [(p["severity"], p["code"], p["block"], p["field"]) for p in answer["problems"]]


def test_a_whole_guide_has_nothing_to_mend(writer: Client, places: Places) -> None:
    answer = told(writer, places, guide_form(STEP))
    assert (answer["headline"], answer["problems"]) == ("Nothing to mend.", [])
    assert not GuidePage.objects.exists()


def test_what_every_page_needs_is_asked_for_by_the_name_of_its_field(writer: Client, places: Places) -> None:
    answer = told(writer, places, guide_form(STEP, summary="", minutes="200", together="x" * 601))
    assert found(answer) == [
        ("error", "C05", "", "minutes"),
        ("error", "C05", "", "together"),
        ("error", "C04", "", "summary"),
    ]
    said = [p["message"] for p in answer["problems"]]
    assert said[2] == "“Summary” is empty."
    assert said[1].startswith("“Do together” is “xxx")


def test_an_empty_form_invites_to_begin(writer: Client, places: Places) -> None:
    answer = told(writer, places, guide_form())
    assert answer["headline"] == "Begin to write. What is missing stands here."
    assert ("error", "C17", "", "steps") in found(answer)


def test_a_step_without_a_title_and_one_that_was_copied_are_told_at_their_titles(
    writer: Client, places: Places
) -> None:
    twice = {**STEP, "key": "skriv"}
    answer = told(writer, places, guide_form(twice, twice, {**STEP, "title": ""}))
    assert found(answer) == [("error", "C04", "steps-2", "title"), ("error", "C15", "steps-1", "title")]
    assert "gets a new one when you save" in answer["problems"][1]["remedy"]


def test_a_picture_nobody_describes_is_told_where_it_stands_in_its_box(
    writer: Client, places: Places, settings, tmp_path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    picture = {"image": str(upload("Hus", (30, 20)).pk), "alt_text": "", "decorative": "on"}
    box = {"kind": "tip", "title": "Se", "body": streamfield([("image", picture)])}
    answer = told(writer, places, guide_form(section("Se", ("callout", box))))
    assert found(answer) == [("error", "C16", "steps-0-value-body-0-value-body-0", "alt_text")]


def test_links_to_what_is_gone_or_not_published_are_told_at_their_text(writer: Client, places: Places) -> None:
    draft = make(GuidePage, places, "et-utkast")
    gone, there = (f'<p><a linktype="page" id="{number}">Les</a></p>' for number in (9999, draft.pk))
    answer = told(writer, places, guide_form(section("Les", text(gone), text(there))))
    assert found(answer) == [
        ("error", "L01", "steps-0-value-body-0", ""),
        ("warning", "C20", "steps-0-value-body-1", ""),
    ]
    draft.save_revision().publish()
    assert [p["code"] for p in told(writer, places, guide_form(section("Les", text(there))))["problems"]] == []


def test_two_pages_do_not_share_a_place_in_a_series(writer: Client, places: Places) -> None:
    make(GuidePage, places, "forste", series="cv", series_order=1).save_revision().publish()
    answer = told(writer, places, guide_form(STEP, series="cv", series_order="1"))
    assert found(answer) == [("error", "C25", "", "series_order")]
    assert "Forste" in answer["problems"][0]["message"]


def test_a_case_is_advised_in_the_words_of_its_form(writer: Client, places: Places) -> None:
    parts = [section("Møtet", text("<p>Ring Samira på 41 23 45 67.</p>")), section("Etterpå", text("<p>De går.</p>"))]
    form = page_form(sections=streamfield([("part", part) for part in parts]), scenario="", fictional="on")
    answer = told(writer, places, form, CasePage)
    assert found(answer) == [
        ("warning", "C43", "", "sections"),
        ("warning", "C44", "sections-0", "body"),
        ("warning", "C45", "", "sections"),
        ("warning", "C46", "sections-0-value-body-0", ""),
    ]
    assert answer["problems"][1]["remedy"] == "End a part with a box of the kind “Stop and think”."
    assert answer["errors"] == 0
    alone = page_form(sections=streamfield([("part", parts[1])]), scenario="")
    assert {("error", "C17", "", "sections"), ("error", "C05", "", "fictional")} <= set(
        found(told(writer, places, alone, CasePage))
    )


def test_a_guide_with_errors_does_not_go_live_whichever_way_it_is_sent(places: Places) -> None:
    page = make(GuidePage, places)
    page.summary = ""
    with pytest.raises(NotReady, match="Summary"):
        page.save_revision(clean=False).publish()
    assert not GuidePage.objects.get().live


def test_looking_at_a_guide_asks_the_database_little(writer: Client, places: Places) -> None:
    page = make(GuidePage, places)
    form = guide_form(
        *[section(f"Steg {n}", text(f'<p><a linktype="page" id="{page.pk}">x</a></p>')) for n in range(9)]
    )
    url = reverse("editing:check_page", args=[page.pk])
    writer.post(url, form)
    with CaptureQueriesContext(connection) as captured:
        assert len(writer.post(url, form).json()["problems"]) == 9
    assert len(captured) <= MOST


LONG = "Arbeidsgiveren undersøker " + "og leser " * 12 + "søknaden."


def test_norwegian_running_text_is_measured_and_what_makes_it_hard_leads_to_its_place(
    writer: Client, places: Places
) -> None:
    unlisted = "<ul><li>Arbeidsplassvurderinger</li></ul>"
    answer = told(
        writer, places, guide_form(section("Les", text(f"<p>{PLAIN * 6}</p>{unlisted}"), text(f"<p>{LONG}</p>")))
    )
    reads = answer["readability"]
    assert reads["headline"].startswith("112 words. LIX 16: very easy")
    assert [(each["block"], each["note"]) for each in reads["sentences"]] == [("steps-0-value-body-1", "27 words")]
    assert [each["text"] for each in reads["words"]] == ["skriver", "arbeidsgiveren", "undersøker", "søknaden"]
    assert answer["problems"] == []


def test_what_is_no_norwegian_is_not_measured(writer: Client, places: Places) -> None:
    page = make(GuidePage, places, language="en")
    answer = writer.post(reverse("editing:check_page", args=[page.pk]), guide_form(STEP)).json()
    assert answer["readability"] is None
