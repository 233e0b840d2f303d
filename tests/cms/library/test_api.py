"""The library as JSON for others: what is live and public, and nothing more."""

from __future__ import annotations

import json

from django.test import Client
from wagtail.models import PageViewRestriction

from cms.library.models import GuidePage
from cms.publishing.load_places import Places
from tests.cms.library.pages import make

PAGES = "/cms/api/v2/pages/"


def published(places: Places, slug: str = "en-side", **fields: object) -> GuidePage:
    page = make(GuidePage, places, slug, **fields)
    page.save_revision().publish()
    return page


def test_live_documents_are_listed_in_every_language_and_drafts_are_not(places: Places, client: Client) -> None:
    published(places)
    published(places, language="en")
    make(GuidePage, places, slug="utkast")
    listed = client.get(PAGES).json()["items"]
    assert sorted((item["title"], item["meta"]["locale"]) for item in listed) == [("En side", "en"), ("En side", "nb")]
    assert "front_matter" not in listed[0]


def test_a_document_has_its_front_matter_and_its_markdown(places: Places, client: Client) -> None:
    page = published(places)
    found = client.get(f"{PAGES}{page.pk}/").json()
    assert found["front_matter"]["topics"] == ["arbeid"]
    assert found["markdown"].startswith("## Skriv om deg selv {#skriv-om-deg-selv}\n\nSkriv to linjer")
    assert found["meta"]["html_url"].endswith("/nb/guides/en-side/")


def test_drafts_private_pages_and_places_are_not_found(places: Places, client: Client) -> None:
    draft = make(GuidePage, places, slug="utkast")
    private = published(places, slug="privat")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    for pk in (draft.pk, private.pk, places.sections["nb", GuidePage.kind].pk):
        assert client.get(f"{PAGES}{pk}/").status_code == 404


def test_nothing_can_be_changed(places: Places, client: Client) -> None:
    page = published(places)
    for method in (client.post, client.put, client.patch, client.delete):
        assert method(f"{PAGES}{page.pk}/", {}, content_type="application/json").status_code == 405


def test_the_json_holds_no_character_that_could_begin_a_tag(places: Places, client: Client) -> None:
    published(places, title="<script>alert(1)</script> & co")
    raw = client.get(PAGES).content
    assert not {b"<", b">", b"&"} & {raw[i : i + 1] for i in range(len(raw))}
    assert json.loads(raw)["items"][0]["title"] == "<script>alert(1)</script> & co"


def test_no_names_of_editors_are_given_away(places: Places, client: Client) -> None:
    page = published(places)
    assert not {"owner", "user", "latest_revision"} & client.get(f"{PAGES}{page.pk}/").json().keys()
    assert client.get("/cms/api/v2/images/").status_code != 200
