"""Signing in as people do it, in a real browser, under the real content security policy."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.contrib.auth.models import User
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page, expect
from wagtail.models import Page as WagtailPage

from cms.accounts.models import SecondFactorRule, SignInSettings
from cms.accounts.role_table import ROLES

pytestmark = pytest.mark.django_db(transaction=True)
PERIOD = 30
"""Seconds that a code of an app is shown."""


@pytest.fixture
def server(live_server) -> str:
    """By name: a passkey belongs to a name, never to a number."""
    return live_server.url.replace("127.0.0.1", "localhost")


@pytest.fixture
def kari(server: str, person: Callable[..., User]) -> User:
    return person("Author", username="kari")


@pytest.fixture
def sign_in(server: str, tab: Page, password: str) -> Callable[[str], None]:
    def with_password(name: str) -> None:
        tab.goto(server + reverse("account_login"))
        tab.get_by_label("Username or e-mail").fill(name)
        tab.get_by_label("Password").fill(password)
        tab.get_by_role("button", name="Sign in", exact=True).click()

    return with_password


@pytest.fixture
def confirm(tab: Page, password: str) -> Callable[[], None]:
    """The password once more, before the second factor is changed."""

    def with_password() -> None:
        expect(tab.get_by_role("heading", name="Confirm that it is you")).to_be_visible()
        tab.get_by_label("Password").fill(password)
        tab.get_by_role("button", name="Confirm").click()

    return with_password


def is_in(tab: Page, server: str) -> None:
    expect(tab).to_have_url(f"{server}/cms/")
    expect(tab.get_by_role("heading", level=1)).to_be_visible()


def sign_out(context: BrowserContext) -> None:
    context.clear_cookies()


def test_a_code_from_an_app_is_set_up_and_asked_for(
    server: str,
    kari: User,
    tab: Page,
    sign_in: Callable,
    confirm: Callable,
    context: BrowserContext,
    violations: list[str],
    settings,
) -> None:
    settings.MFA_TOTP_TOLERANCE = 1  # The code may be typed just after it changed.
    sign_in("kari")
    is_in(tab, server)

    tab.goto(server + reverse("mfa_index"))
    tab.get_by_role("link", name="Set up an app").click()
    confirm()
    picture = tab.get_by_role("img")
    assert picture.evaluate("image => image.complete && image.naturalWidth > 0")
    secret = tab.locator("#authenticator_secret").input_value()
    tab.get_by_label("Authenticator code").fill(code(secret))
    tab.get_by_role("button", name="Activate").click()
    expect(tab.get_by_label("Unused codes")).to_be_visible()

    sign_out(context)
    sign_in("kari")
    tab.locator("#id_code").fill(code(secret))
    tab.get_by_role("button", name="Sign In").click()
    is_in(tab, server)
    assert violations == []


def code(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // PERIOD))


def test_a_passkey_is_added_and_signs_in_without_a_password(
    server: str,
    kari: User,
    tab: Page,
    sign_in: Callable,
    confirm: Callable,
    context: BrowserContext,
    violations: list[str],
) -> None:
    plug_in_authenticator(tab)
    sign_in("kari")
    is_in(tab, server)

    tab.goto(server + reverse("mfa_index"))
    tab.get_by_role("link", name="Add a key").click()
    confirm()
    expect(tab.get_by_label("Sign in with this key alone")).to_be_checked()
    tab.get_by_role("button", name="Add").click()
    expect(tab.get_by_label("Unused codes")).to_be_visible()

    sign_out(context)
    tab.goto(server + reverse("account_login"))
    tab.get_by_role("button", name="Sign in with a passkey").click()
    is_in(tab, server)
    assert violations == []


def plug_in_authenticator(tab: Page) -> None:
    """A finger that always fits, in place of the machine's own reader."""
    devtools = tab.context.new_cdp_session(tab)
    devtools.send("WebAuthn.enable")
    devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )


def test_who_must_have_a_second_factor_is_led_to_it(
    server: str, kari: User, tab: Page, sign_in: Callable, violations: list[str]
) -> None:
    SignInSettings.objects.create(second_factor=SecondFactorRule.EVERYONE)

    sign_in("kari")

    expect(tab).to_have_url(server + reverse("mfa_index"))
    expect(tab.get_by_text("Your role needs a second factor")).to_be_visible()
    tab.goto(server + reverse("wagtailadmin_explore_root"))
    expect(tab).to_have_url(server + reverse("mfa_index"))
    assert violations == []


def test_too_many_wrong_passwords_end_at_a_page_that_says_so(
    server: str, kari: User, tab: Page, violations: list[str]
) -> None:
    tab.goto(server + reverse("account_login"))
    for _ in range(5):
        tab.get_by_label("Username or e-mail").fill("kari")
        tab.get_by_label("Password").fill("wrong")
        tab.get_by_role("button", name="Sign in", exact=True).click()

    expect(tab.get_by_role("heading", name="Too many attempts")).to_be_visible()
    assert violations == []


def test_the_dashboard_opens_for_every_role_and_breaks_no_policy(
    server: str,
    person: Callable[..., User],
    tab: Page,
    sign_in: Callable,
    context: BrowserContext,
    violations: list[str],
) -> None:
    for role in ROLES:
        user = person(role.key)
        sign_in(user.username)
        is_in(tab, server)
        sign_out(context)

    assert violations == []


def test_the_editor_works_under_the_policy(
    server: str, section: WagtailPage, kari: User, tab: Page, sign_in: Callable, violations: list[str]
) -> None:
    sign_in("kari")
    tab.goto(server + reverse("wagtailadmin_pages:add", args=["library", "guidepage", section.pk]))

    expect(tab.locator("#id_title")).to_be_visible()
    tab.goto(server + reverse("wagtailimages:add"))
    expect(tab.get_by_role("heading", level=1)).to_be_visible()
    assert violations == []
