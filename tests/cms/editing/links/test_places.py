"""Where links to other sites stand."""

from __future__ import annotations

import pytest

from cms.editing.external_links.models import ExternalLink, LinkPlace
from cms.editing.external_links.places import refresh, refresh_all
from cms.library.mapping.stream import raw
from cms.library.models import CasePage, ExercisePage, GuidePage, HelpBox, ScenarioPage
from cms.publishing.load_places import Places
from tests.cms.editing.links.conftest import publish
from tests.cms.library.pages import OWN, make

pytestmark = pytest.mark.django_db
NAV = "https://www.nav.no/"


def told() -> set[tuple[str, str]]:
    return {(place.title, place.link.url) for place in LinkPlace.objects.select_related("link")}


def test_links_are_known_as_soon_as_a_page_is_live_and_gone_with_it(page: GuidePage) -> None:
    page = publish(page, f"{NAV}a", f"{NAV}b?x=1&amp;y=2#del", "tel:116117", "mailto:a@b.no")
    assert told() == {("Skriv cv", f"{NAV}a"), ("Skriv cv", f"{NAV}b?x=1&y=2")}
    page = publish(page, f"{NAV}b?x=1&amp;y=2")
    assert told() == {("Skriv cv", f"{NAV}b?x=1&y=2")}
    page.unpublish()
    assert told() == set()


def test_a_draft_says_nothing_yet(page: GuidePage) -> None:
    page.steps = [("step", {"title": "Skriv", "body": [("text", f'<p><a href="{NAV}">x</a></p>')], "key": "skriv"})]
    page.save_revision()
    refresh_all()
    assert told() == set()


def test_each_place_leads_to_its_block(page: GuidePage) -> None:
    page = publish(page, f"{NAV}a", f"{NAV}b", sources=[("source", {"title": "NAV", "url": f"{NAV}kilde"})])
    texts = [block["id"] for block in raw(page.steps)[0]["value"]["body"]]
    source = raw(page.sources)[0]["id"]
    form = f"/cms/pages/{page.pk}/edit/"
    assert {place.link.url: place.edit_url for place in LinkPlace.objects.select_related("link")} == {
        f"{NAV}a": f"{form}#block-{texts[0]}-section",
        f"{NAV}b": f"{form}#block-{texts[1]}-section",
        f"{NAV}kilde": f"{form}#block-{source}-section",
    }


def test_every_kind_of_page_and_a_help_box_is_looked_through(places: Places) -> None:
    text = [("text", f'<p><a href="{NAV}tekst">mer</a></p>')]
    scene, ending = OWN[ScenarioPage]["scenes"]
    reason = {**scene[1]["choices"][0], "reason": f'<p><a href="{NAV}grunn">x</a></p>'}
    scenes = [("scene", {**scene[1], "text": text, "choices": [reason, scene[1]["choices"][1]]}), ending]
    publish(make(ScenarioPage, places, "en"), scenes=scenes)
    case = make(CasePage, places, "to", intro=text)
    case.live = True  # Published by the form its list about anonymity would have to be ticked.
    case.save()
    refresh(case)
    publish(make(ExercisePage, places, "tre", language="en"), parts=[*OWN[ExercisePage]["parts"], text[0]])
    box = HelpBox(key="politi", title="Politi", text=text, locale=places.locales["nb"], live=False)
    box.save()
    box.save_revision().publish()
    expected = {("En", f"{NAV}tekst"), ("En", f"{NAV}grunn"), ("To", f"{NAV}tekst"), ("Tre", f"{NAV}tekst")}
    expected.add(("Politi", f"{NAV}tekst"))
    assert told() == expected
    assert LinkPlace.objects.get(help_box=box).edit_url.startswith(f"/cms/snippets/library/helpbox/edit/{box.pk}/#")
    assert ExternalLink.objects.count() == 2
    assert LinkPlace.objects.get(title="Tre").language == "en"
    LinkPlace.objects.all().delete()
    refresh_all()
    assert told() == expected
    HelpBox.objects.get().unpublish()
    assert ("Politi", f"{NAV}tekst") not in told()


def test_what_is_known_of_a_link_outlives_an_edit_and_not_its_last_page(page: GuidePage) -> None:
    page = publish(page, NAV)
    ExternalLink.objects.update(status=200)
    publish(page, NAV, f"{NAV}b")
    refresh_all()
    assert ExternalLink.objects.get(url=NAV).status == 200
    page.delete()
    refresh_all()
    assert not ExternalLink.objects.exists()


def test_an_address_too_long_to_remember_is_left_out(page: GuidePage) -> None:
    publish(page, NAV + "a" * 2000, NAV)
    assert told() == {("Skriv cv", NAV)}


@pytest.mark.parametrize("pages", [1, 4])
def test_looking_everything_through_asks_the_database_equally_often(
    places: Places, pages: int, django_assert_max_num_queries
) -> None:
    for number in range(pages):
        publish(make(GuidePage, places, f"side-{number}"), f"{NAV}{number}")
    with django_assert_max_num_queries(20):
        refresh_all()
