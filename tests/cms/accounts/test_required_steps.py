"""What must be done before the CMS opens: a role, a password of one's own, a second factor."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client
from django.urls import reverse

from cms.accounts.first_administrator import create_first_administrator
from cms.accounts.models import OneTimePassword, SecondFactorRule, SignInSettings

pytestmark = pytest.mark.django_db
DASHBOARD = "/cms/"


def require(rule: SecondFactorRule) -> None:
    settings = SignInSettings.load()
    settings.second_factor = rule
    settings.save()


def test_someone_without_a_role_is_told_so_and_can_sign_out(person: Callable, client: Client) -> None:
    client.force_login(person(None))

    answer = client.get(DASHBOARD)

    assert answer.status_code == 403
    assert "no role" in answer.content.decode()
    client.post(reverse("account_logout"))
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    ("rule", "asked"),
    [
        (SecondFactorRule.NOBODY, set()),
        (SecondFactorRule.PUBLISHERS, {"Publisher", "Administrator"}),
        (SecondFactorRule.EVERYONE, {"Author", "Translator", "Reviewer", "Publisher", "Administrator"}),
    ],
)
def test_the_rule_decides_who_must_set_up_a_second_factor(
    rule: SecondFactorRule, asked: set[str], person: Callable, client: Client
) -> None:
    require(rule)
    sent_away = set()
    for role in ("Author", "Translator", "Reviewer", "Publisher", "Administrator"):
        client.force_login(person(role))
        answer = client.get(DASHBOARD)
        if answer.headers.get("Location") == reverse("mfa_index"):
            sent_away.add(role)

    assert sent_away == asked


def test_full_access_counts_as_administrator(person: Callable, client: Client) -> None:
    require(SecondFactorRule.PUBLISHERS)
    client.force_login(person(None, is_superuser=True))

    assert client.get(DASHBOARD).url == reverse("mfa_index")


def test_the_way_to_a_second_factor_stays_open(person: Callable, client: Client) -> None:
    require(SecondFactorRule.EVERYONE)
    client.force_login(person("Author"))

    page = client.get(reverse("mfa_index"))

    assert "Your role needs a second factor" in page.content.decode()
    assert client.get(reverse("mfa_activate_totp"), follow=True).status_code == 200
    assert client.get(reverse("account_reauthenticate")).status_code == 200


def test_a_second_factor_opens_the_cms(person: Callable, client: Client) -> None:
    require(SecondFactorRule.EVERYONE)
    user = person("Author")
    TOTP.activate(user, generate_totp_secret())
    client.force_login(user)

    assert client.get(DASHBOARD).status_code == 200


def test_recovery_codes_alone_are_no_second_factor(person: Callable, client: Client) -> None:
    require(SecondFactorRule.EVERYONE)
    user = person("Author")
    Authenticator.objects.create(user=user, type=Authenticator.Type.RECOVERY_CODES, data={})
    client.force_login(user)

    assert client.get(DASHBOARD).url == reverse("mfa_index")


@pytest.fixture
def first(homes, client: Client) -> str:
    """The first administrator, signed in; gives the one-time password."""
    password = create_first_administrator(username="first", email="first@example.org")
    client.post(reverse("account_login"), {"login": "first", "password": password})
    assert "_auth_user_id" in client.session
    return password


def change_password(client: Client, old: str, new: str):
    return client.post(reverse("account_change_password"), {"oldpassword": old, "password1": new, "password2": new})


def test_a_one_time_password_opens_nothing_but_its_own_change(first: str, client: Client) -> None:
    for address in (DASHBOARD, "/cms/pages/", reverse("mfa_index"), reverse("wagtailusers_users:index")):
        assert client.get(address).url == reverse("account_change_password")
    assert client.get(reverse("account_change_password")).status_code == 200


def test_a_password_of_ones_own_opens_the_cms(first: str, client: Client, password: str) -> None:
    assert change_password(client, first, password).url == DASHBOARD
    assert client.get(DASHBOARD).status_code == 200


def test_the_one_time_password_cannot_be_kept(first: str, client: Client) -> None:
    answer = change_password(client, first, first)

    assert "not the one you were given" in answer.content.decode()
    assert OneTimePassword.objects.exists()


def test_a_short_password_is_refused(first: str, client: Client) -> None:
    assert change_password(client, first, "elleve-tegn").status_code == 200
    assert OneTimePassword.objects.exists()
