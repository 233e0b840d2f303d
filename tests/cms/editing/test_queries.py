"""Every view of an editor's day asks the database at most 25 times, whoever looks and however much there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms.library.mapping.stream import field_value, raw
from cms.library.models import PAGE_OF_KIND, GuidePage, HelpBox, ToolboxPage, Topic
from tests.cms.library.conftest import upload

MOST = 25
PEOPLE = ("full access", "Administrator", "Publisher", "Author (nb)", "Reviewer (nb)")
FULL = "be-mentoren-om-hjelp"


@pytest.fixture
def _starter_content(db: None, settings, tmp_path: Path) -> None:
    """The library as it is loaded, with one guide that has everything a guide can refer to."""
    settings.MEDIA_ROOT = tmp_path / "media"
    call_command("load_content", verbosity=0)
    page = GuidePage.objects.get(slug=FULL, locale__language_code="nb")
    steps = raw(page.steps)
    for number, step in enumerate(steps[:3]):
        link = f'<p>Les <a linktype="page" id="{page.pk + 1 + number}">mer</a>.</p>'
        picture = {"image": upload(f"Bilde {number}", (30, 20)).pk, "alt_text": "Et hus", "decorative": False}
        step["value"]["body"] += [{"type": "text", "value": link}, {"type": "image", "value": picture}]
    others = GuidePage.objects.filter(locale=page.locale).exclude(pk=page.pk)[:4]
    page.related = field_value([{"type": "page", "value": other.pk} for other in others])
    page.steps = field_value(steps)
    page.save()
    call_command("rebuild_references_index", verbosity=0)


@pytest.fixture
def _drafts(_starter_content: None) -> None:
    """Of each kind a translation that follows an older original, and a draft of both that is not published."""
    for page in (*_documents(), *_documents("en")):
        page.title = f"{page.title} igjen"
        page.save_revision()


@pytest.fixture
def _someone(request: pytest.FixtureRequest, _starter_content: None, client: Client) -> Client:
    if request.param == "full access":
        person = get_user_model().objects.create_superuser("kari", "kari@example.org", "tre-blå-hester-i-regn")
    else:
        person = get_user_model().objects.create_user("kari", "kari@example.org")
        person.groups.set([Group.objects.get(name=request.param)])
    client.force_login(person)
    return client


def _documents(language: str = "nb") -> Iterator[ToolboxPage]:
    """One of each kind; of the guides the one that refers to most."""
    for model in PAGE_OF_KIND.values():
        pages = model.objects.filter(locale__language_code=language)
        yield pages.filter(slug=FULL).first() or pages.first()


def _views() -> Iterator[str]:
    yield reverse("wagtailadmin_home")
    yield reverse("wagtailadmin_explore_root")
    for page in _documents():
        section = page.get_parent()
        yield reverse("wagtailadmin_explore", args=[section.pk])
        yield reverse("wagtailadmin_pages:add", args=["library", page._meta.model_name, section.pk])
        for name in ("edit", "history", "usage", "view_draft", "delete", "move", "copy"):
            yield reverse(f"wagtailadmin_pages:{name}", args=[page.pk])
    for model in (Topic, HelpBox):
        name = f"wagtailsnippets_library_{model._meta.model_name}"
        yield from (reverse(f"{name}:list"), reverse(f"{name}:add"))
        yield reverse(f"{name}:edit", args=[model.objects.first().pk])
    for name in ("wagtailimages:index", "wagtaildocs:index", "releases:index", "wagtailadmin_reports:site_history"):
        yield reverse(name)
    yield reverse("wagtailadmin_pages:search") + "?q=cv"


@pytest.mark.parametrize("_someone", PEOPLE[:1], indirect=True)
def test_no_form_of_a_translation_or_of_a_draft_asks_more_than_25_times(_someone: Client, request) -> None:
    urls = [reverse("wagtailadmin_pages:edit", args=[page.pk]) for page in _documents("en")]
    asked = _asked(_someone, urls)
    request.getfixturevalue("_drafts")
    urls += [reverse("wagtailadmin_pages:edit", args=[page.pk]) for page in _documents()]
    asked |= {f"draft {url}": number for url, number in _asked(_someone, urls).items()}
    assert len(asked) == 3 * len(PAGE_OF_KIND)
    assert {url: number for url, number in asked.items() if number > MOST} == {}


@pytest.mark.parametrize("_someone", PEOPLE, indirect=True)
def test_no_view_of_an_editors_day_asks_more_than_25_times(_someone: Client) -> None:
    asked = _asked(_someone, _views())
    assert len(asked) > 15
    assert {url: number for url, number in asked.items() if number > MOST} == {}


def _asked(someone: Client, urls: Iterable[str]) -> dict[str, int]:
    """How often each of the addresses that may be opened asks."""
    asked: dict[str, int] = {}
    for url in urls:
        someone.get(url)  # What is compiled and cached once is not counted.
        with CaptureQueriesContext(connection) as captured:
            response = someone.get(url)
        if response.status_code == 200:
            asked[url] = len(captured)
    return asked
