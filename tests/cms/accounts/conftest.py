"""People, pages in two languages, and a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage
from playwright.sync_api import Page as Tab
from wagtail.models import Collection, Locale, Page

from cms.accounts.role_table import ROLES, group_name
from cms.accounts.roles import sync_roles

LANGUAGES = ("nb", "en")


@pytest.fixture(autouse=True)
def _as_in_a_fresh_process() -> Iterator[None]:
    """No count of attempts from an earlier test."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def homes(db) -> dict[str, Page]:
    """A live home page for each language, and the roles that come with them."""
    root = Page.get_first_root_node() or Page.add_root(title="Root", slug="root", locale=_locale("nb"))
    if Collection.get_first_root_node() is None:
        Collection.add_root(name="Root")
    home_page = apps.get_model("library", "HomePage")
    homes = {}
    for language in LANGUAGES:
        found = home_page.objects.filter(locale=_locale(language)).first()
        homes[language] = found or root.add_child(
            instance=home_page(title=f"Home {language}", slug=f"home-{language}", locale=_locale(language), live=True)
        )
    sync_roles()
    return homes


@pytest.fixture
def section(homes: dict[str, Page]) -> Page:
    """Where Norwegian guides stand."""
    guides = apps.get_model("library", "SectionPage")(title="Guides", slug="guides", kind="guide", live=True)
    return homes["nb"].add_child(instance=guides)


def _locale(language: str) -> Locale:
    return Locale.objects.get_or_create(language_code=language)[0]


@pytest.fixture
def password() -> str:
    """Of everyone ``person`` makes."""
    return "tre-blå-hester-i-regn"


@pytest.fixture
def person(homes, password: str) -> Callable[..., User]:
    """``person("Author", "nb")``: someone with that role, in that language when the role is given per language."""

    def make(role_key: str | None = None, language: str = "nb", **given: object) -> User:
        name = given.pop("username", (role_key or "nobody").lower())
        user = get_user_model().objects.create_user(
            username=name, email=f"{name}@example.org", password=password, **given
        )
        for role in ROLES:
            if role.key == role_key:
                user.groups.add(Group.objects.get(name=group_name(role, language if role.per_language else None)))
        return user

    return make


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(locale="en-GB")
    context.set_default_timeout(15_000)
    yield context
    context.close()


@pytest.fixture
def tab(context: BrowserContext) -> Tab:
    return context.new_page()


@pytest.fixture
def violations(tab: Tab) -> list[str]:
    """What the browser refused because of the content security policy."""
    refused: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            refused.append(message.text)

    tab.on("console", note)
    return refused
