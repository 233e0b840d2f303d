"""Language, cookies, headers and letters of the sign-in pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from cms.accounts.admin_language import wished
from cms.config.settings import accounts

pytestmark = pytest.mark.django_db
POLICY = "Content-Security-Policy"


@pytest.mark.parametrize(
    ("browser", "spoken"),
    [
        ("nb-NO,nb;q=0.9,en;q=0.5", "nb"),
        ("no", "nb"),
        ("nn-NO", "nb"),
        ("en-GB,en", "en"),
        ("ar,en;q=0.8", "en"),
        ("uk", "nb"),
        ("", "nb"),
        ("*", "nb"),
        (";;q=,", "nb"),
    ],
)
def test_the_browser_chooses_between_norwegian_and_english(browser: str, spoken: str, client: Client) -> None:
    answer = client.get(reverse("account_login"), headers={"Accept-Language": browser})

    assert wished(browser) == spoken
    assert f'<html lang="{spoken}">' in answer.content.decode()
    assert answer.headers["Content-Language"] == spoken


def test_a_persons_own_choice_of_language_wins(person: Callable, client: Client) -> None:
    user = person("Author")
    UserProfile.objects.create(user=user, preferred_language="en")
    client.force_login(user)

    answer = client.get(reverse("mfa_index"), headers={"Accept-Language": "nb"})

    assert answer.headers["Content-Language"] == "en"


@pytest.mark.parametrize("name", ["account_login", "account_reset_password", "mfa_index", "account_change_password"])
def test_the_pages_of_signing_in_allow_no_inline_code(name: str, person: Callable, client: Client) -> None:
    if name in ("mfa_index", "account_change_password"):
        client.force_login(person("Author"))
    answer = client.get(reverse(name))

    policy = directives(answer)
    assert answer.status_code == 200
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == policy["form-action"] == "'self'"
    assert policy["object-src"] == "'none'"


def test_the_admin_may_print_scripts_into_its_pages_but_load_none_from_elsewhere(
    person: Callable, client: Client
) -> None:
    client.force_login(person("Author"))

    for address in ("/cms/", "/cms/account/"):
        assert directives(client.get(address))["script-src"] == "'self' 'unsafe-inline'"


def test_the_readers_site_gets_no_policy_and_no_cookie_of_the_cms(client: Client, settings, tmp_path: Path) -> None:
    settings.TOOLBOX_PUBLIC = tmp_path
    (tmp_path / "index.html").write_text("<p>Verktøykassa</p>", "utf-8")
    answer = client.get("/")

    assert answer.status_code == 200
    assert POLICY not in answer.headers
    assert not answer.cookies


def test_cookies_stay_under_the_cms_and_out_of_reach_of_scripts(
    person: Callable, client: Client, password: str
) -> None:
    person("Author", username="kari")
    page = client.get(reverse("account_login"))
    answer = client.post(reverse("account_login"), {"login": "kari", "password": password})

    for cookie in (*page.cookies.values(), *answer.cookies.values()):
        assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/cms/", True, "Lax")
    assert answer.cookies["sessionid"]["max-age"] == 12 * 60 * 60


def test_passwords_are_kept_with_argon2(person: Callable, settings) -> None:
    settings.PASSWORD_HASHERS = accounts.PASSWORD_HASHERS
    assert person("Author").password.startswith("argon2$")


def test_a_forgotten_password_is_replaced_by_a_letter(person: Callable, client: Client) -> None:
    person("Author", username="kari")
    client.post(reverse("account_reset_password"), {"email": "kari@example.org"})

    link = re.search(r"http://testserver(/cms/account/password/reset/key/\S+)", mail.outbox[0].body)
    form = client.get(link[1], follow=True).request["PATH_INFO"]
    new = "fire-grønne-epler-i-vind"
    client.post(form, {"password1": new, "password2": new})

    assert mail.outbox[0].to == ["kari@example.org"]
    assert client.post(reverse("account_login"), {"login": "kari", "password": new}).url == "/cms/"


def test_an_unknown_address_gets_the_same_answer_and_no_letter(homes, client: Client) -> None:
    answer = client.post(reverse("account_reset_password"), {"email": "nobody@example.org"})

    assert answer.url == reverse("account_reset_password_done")
    assert mail.outbox == []


def test_wagtails_own_password_pages_are_closed(homes, client: Client) -> None:
    assert client.get("/cms/password_reset/").status_code == 404


def directives(answer) -> dict[str, str]:
    parts = (part.strip().partition(" ") for part in answer.headers[POLICY].split(";"))
    return {name: value for name, _space, value in parts}
