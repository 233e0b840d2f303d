"""Every view of an editor's day asks the database at most 25 times, whoever looks and however much there is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from sitebuilder.contract.tree import read_tree

from cms.library.mapping.stream import field_value, raw
from cms.library.models import PAGE_OF_KIND, GuidePage, HelpBox, ToolboxPage, Topic
from cms.publishing.load import load_library
from tests.cms.library.conftest import upload

MOST = 25
PEOPLE = ("full access", "Administrator", "Publisher", "Author (nb)", "Reviewer (nb)")
FULL = "be-mentoren-om-hjelp"


@pytest.fixture
def _starter_content(db: None, settings, tmp_path: Path) -> None:
    """All originals and one translation of each, with one guide that has everything a guide can refer to."""
    settings.MEDIA_ROOT = tmp_path / "media"
    whole = read_tree(settings.TOOLBOX_CONTENT).library
    documents = tuple(document for document in whole.documents if document.language in ("nb", "en"))
    load_library(replace(whole, documents=documents), media=settings.TOOLBOX_CONTENT / "media")
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


def _signed_in(role: str) -> Client:
    if role == "full access":
        person = get_user_model().objects.create_superuser(role, "kari@example.org")
    else:
        person = get_user_model().objects.create_user(role, "ola@example.org")
        person.groups.set([Group.objects.get(name=role)])
    client = Client(headers={"accept-language": "en"})
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
        for name in ("edit", "history", "usage", "delete", "move", "copy"):
            yield reverse(f"wagtailadmin_pages:{name}", args=[page.pk])
    for model in (Topic, HelpBox):
        name = f"wagtailsnippets_library_{model._meta.model_name}"
        yield from (reverse(f"{name}:list"), reverse(f"{name}:add"))
        yield reverse(f"{name}:edit", args=[model.objects.first().pk])
    for name in ("wagtailimages:index", "wagtaildocs:index", "releases:index", "wagtailadmin_reports:site_history"):
        yield reverse(name)
    yield reverse("wagtailadmin_pages:search") + "?q=cv"


def _asked(client: Client, role: str, url: str) -> dict[tuple[str, str], int]:
    """How often the database was asked, unless this person may not see it."""
    with CaptureQueriesContext(connection) as captured:
        response = client.get(url)
    return {(role, url): len(captured)} if response.status_code == 200 else {}


@pytest.mark.usefixtures("_starter_content")
def test_no_view_of_an_editors_day_asks_more_than_25_times() -> None:
    views = list(_views())
    asked: dict[tuple[str, str], int] = {}
    for role in PEOPLE:
        client = _signed_in(role)
        for url in views:
            if role == PEOPLE[0] or url.endswith("/edit/"):
                client.get(url)  # What is compiled and cached once, or noted of a first visit, is not counted.
            asked |= _asked(client, role, url)
        if role == PEOPLE[0]:  # A draft is shown without anything of who looks, and takes its time.
            for page in _documents():
                asked |= _asked(client, role, reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert min(Counter(role for role, _ in asked).values()) > 15
    assert {view: number for view, number in asked.items() if number > MOST} == {}


@pytest.mark.usefixtures("_starter_content")
def test_no_form_of_a_translation_or_of_a_draft_asks_more_than_25_times(request) -> None:
    role = PEOPLE[0]
    client = _signed_in(role)
    translations = [reverse("wagtailadmin_pages:edit", args=[page.pk]) for page in _documents("en")]
    asked = [_asked_again(client, role, url) for url in translations]
    request.getfixturevalue("_drafts")
    originals = [reverse("wagtailadmin_pages:edit", args=[page.pk]) for page in _documents()]
    asked += [_asked_again(client, role, url) for url in (*translations, *originals)]
    assert len(asked) == 3 * len(PAGE_OF_KIND)
    assert [each for each in asked if max(each.values()) > MOST] == []


def _asked_again(client: Client, role: str, url: str) -> dict[tuple[str, str], int]:
    client.get(url)  # As above.
    return _asked(client, role, url)
