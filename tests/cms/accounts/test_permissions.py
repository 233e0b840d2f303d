"""Every view × role. The table below is what ``cms/accounts/role_table.py`` promises, seen from the door."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from cms.accounts.role_table import ROLES

pytestmark = pytest.mark.django_db

ALL = {role.key for role in ROLES}
WRITERS = {"Author", "Publisher", "Administrator"}
RELEASERS = {"Publisher", "Administrator"}
ADMINISTRATORS = {"Administrator"}


@dataclass(frozen=True)
class View:
    """A view by its name, who may open it, and what it is about: the home page of a language, a
    section of the Norwegian one, or a release."""

    name: str
    open_to: set[str]
    about: str | None = None
    arguments: tuple[str, ...] = ()

    def address(self, things: dict[str, int]) -> str:
        return reverse(self.name, args=[*self.arguments, *([things[self.about]] if self.about else [])])

    def __str__(self) -> str:
        return " ".join((self.name, *self.arguments, self.about or "")).strip()


VIEWS = (
    View("wagtailadmin_home", ALL),
    View("wagtailadmin_account", ALL),
    View("wagtailadmin_explore", ALL, about="nb"),
    View("wagtailadmin_pages:edit", ALL, about="nb"),
    View("wagtailadmin_pages:edit", RELEASERS, about="en"),
    View("wagtailadmin_pages:history", ALL, about="nb"),
    View("wagtailadmin_pages:add_subpage", {"Author", "Administrator"}, about="section"),
    View("wagtailadmin_pages:unpublish", RELEASERS, about="nb"),
    View("wagtailadmin_pages:delete", set(), about="section"),
    View("wagtailadmin_pages:delete", set(), about="nb"),
    View("wagtailadmin_pages:move", set(), about="nb"),
    View("wagtail_localize:submit_page_translation", WRITERS, about="nb"),
    View("wagtailimages:index", WRITERS),
    View("wagtailimages:add", WRITERS),
    View("wagtailimages_chooser:choose", ALL),
    View("wagtaildocs:index", WRITERS),
    View("wagtaildocs:add", WRITERS),
    View("wagtaildocs_chooser:choose", ALL),
    View("wagtailsnippets_library_topic:list", ALL),
    View("wagtailsnippets_library_topic:add", {"Author", "Administrator"}),
    View("wagtailsnippets_library_helpbox:list", ALL),
    View("wagtailsnippets_library_helpbox:add", {"Author", "Administrator"}),
    View("wagtailsnippets_languages_glossaryterm:list", RELEASERS),
    View("wagtailsnippets_languages_glossaryterm:add", RELEASERS),
    View("wagtailadmin_collections:index", ADMINISTRATORS),
    View("wagtaillocales:index", ADMINISTRATORS),
    View("wagtailadmin_workflows:index", ADMINISTRATORS),
    View("wagtailusers_users:index", ADMINISTRATORS),
    View("wagtailusers_users:add", ADMINISTRATORS),
    View("wagtailusers_groups:index", set()),
    View("wagtailsites:index", set()),
    View("wagtailsettings:edit", ADMINISTRATORS, arguments=("accounts", "signinsettings")),
    View("languages:board", ALL),
    View("languages:board_file", ALL),
    View("releases:index", ALL),
    View("releases:detail", ALL, about="release"),
    View("releases:roll_back", RELEASERS, about="release"),
    View("editing:links", ALL),
    View("wagtailsnippets_editing_linkexception:list", RELEASERS),
    View("wagtailsnippets_editing_linkexception:add", RELEASERS),
    View("account_change_password", ALL),
    View("mfa_index", ALL),
)


@pytest.fixture
def things(homes: dict[str, Page], section: Page) -> dict[str, int]:
    release = apps.get_model("publishing", "Release").objects.create()
    return {**{language: home.pk for language, home in homes.items()}, "section": section.pk, "release": release.pk}


@pytest.mark.parametrize("role", sorted(ALL))
def test_a_role_opens_the_views_of_the_table_and_no_other(
    role: str, person: Callable, things: dict[str, int], client: Client
) -> None:
    client.force_login(person(role))

    opened = {str(view) for view in VIEWS if is_open(client, view.address(things))}

    assert opened == {str(view) for view in VIEWS if role in view.open_to}


def is_open(client: Client, address: str) -> bool:
    """Wagtail sends people away from a closed view to the dashboard, or answers 403."""
    answer = client.get(address, follow=True)
    if answer.status_code == 403:
        return False
    assert answer.status_code == 200, f"{address} answers {answer.status_code}"
    dashboard = reverse("wagtailadmin_home")
    return address == dashboard or answer.request["PATH_INFO"] != dashboard


def test_every_view_asks_a_stranger_to_sign_in(things: dict[str, int], client: Client) -> None:
    answers = {str(view): client.get(view.address(things)) for view in VIEWS}

    sign_in = reverse("account_login")
    assert {
        name for name, answer in answers.items() if not answer.headers.get("Location", "").startswith(sign_in)
    } == set()


def test_only_those_who_publish_may_publish(person: Callable, homes: dict[str, Page]) -> None:
    may = {role for role in ALL if homes["nb"].permissions_for_user(person(role)).can_publish()}

    assert may == RELEASERS


def test_an_author_of_two_languages_writes_in_both(person: Callable, homes: dict[str, Page]) -> None:
    user = person("Author", "nb")
    user.groups.add(*person("Author", "en", username="other").groups.all())

    assert all(home.permissions_for_user(user).can_edit() for home in homes.values())
