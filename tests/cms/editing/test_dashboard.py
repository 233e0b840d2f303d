"""The start page tells what waits for whoever signs in, in the languages that are hers."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from cms.editing.dashboard.languages import languages_of
from cms.editing.dashboard.review_dates import overdue
from cms.editing.external_links.judging import State
from cms.editing.external_links.models import ExternalLink, LinkPlace
from cms.languages import standings
from cms.library.models import GuidePage, Topic, TopicName
from cms.publishing.load_places import Places, ensure_places
from cms.publishing.models import Release
from cms.publishing.states import Kind
from cms.publishing.states import State as ReleaseState
from tests.cms.library.pages import make

LONG_AGO = dt.date(2026, 1, 15)


@pytest.fixture
def places(db) -> Places:
    places = ensure_places()
    Topic(key="arbeid", names=[TopicName(language="nb", name="Arbeid")]).save()
    return places


def published(places: Places, slug: str, language: str = "nb", **fields: object) -> GuidePage:
    page = make(GuidePage, places, slug, language=language, **fields)
    page.save_revision().publish()
    standings.refresh([page.translation_key])
    return GuidePage.objects.get(pk=page.pk)


def person(*groups: str) -> object:
    user = get_user_model().objects.create_user("kari", "kari@example.org")
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


def start_page(client: Client, user: object) -> str:
    client.force_login(user)
    return " ".join(
        strip_tags(client.get(reverse("wagtailadmin_home")).content.decode().split('class="day"')[1]).split()
    )


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        (("Translator (ar)",), ("ar",)),
        (("Translator (ar)", "Reviewer (en)", "Author (nb)"), ("nb", "en", "ar")),
        (("Publisher",), ("nb", "en", "uk", "ar", "ti", "so", "fa")),
        ((), ()),
    ],
)
def test_languages_come_from_roles(places: Places, groups: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert languages_of(person(*groups)) == expected


def test_a_translator_sees_what_is_missing_and_older_in_her_language(places: Places, client: Client) -> None:
    published(places, "en")
    original = published(places, "to")
    key = original.translation_key
    published(places, "to", "ar", translated_from="nb", translation_of="0" * 16, translation_key=key)
    shown = start_page(client, person("Translator (ar)"))
    assert "العربية 0 0 1 1" in shown
    assert "Українська" not in shown


def test_pages_past_their_day_are_named_and_those_that_are_not_live_are_not(places: Places, client: Client) -> None:
    for number in range(7):
        published(places, f"side-{number}", title=f"Side {number}", review_by=LONG_AGO + dt.timedelta(days=number))
    published(places, "frisk", review_by=timezone.localdate())
    make(GuidePage, places, "kladd", review_by=LONG_AGO)
    shown = start_page(client, person("Author (nb)"))
    assert "Side 0" in shown
    assert "Side 5" not in shown
    assert "and 2 more" in shown
    assert [page.title for page in overdue(timezone.localdate(), ("nb",))] == [f"Side {n}" for n in range(7)]
    assert overdue(timezone.localdate(), ("ar",)) == []


def test_broken_links_are_told_to_those_whose_language_it_is(places: Places, client: Client) -> None:
    link = ExternalLink.objects.create(url="https://example.org/borte", state=State.BROKEN, why="gone", status=404)
    LinkPlace.objects.create(link=link, page=published(places, "kort-cv"), title="Kort CV", language="nb")
    assert "https://example.org/borte" in start_page(client, person("Author (nb)"))
    get_user_model().objects.all().delete()
    assert "https://example.org/borte" not in start_page(Client(), person("Translator (ar)"))


def test_the_last_release_is_told_and_what_became_of_it(places: Places, client: Client) -> None:
    Release.objects.create(kind=Kind.PUBLISH, state=ReleaseState.FAILED, failure={"code": "disk-full", "where": "var"})
    shown = start_page(client, person("Publisher"))
    assert "Not published" in shown
    assert "disk" in shown
