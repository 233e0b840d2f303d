"""Wrong passwords are counted per account and address, and the door closes for a while."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

pytestmark = pytest.mark.django_db
LIMIT = 5


def sign_in(client: Client, name: str, password: str, address: str = "192.0.2.1", **headers: str):
    return client.post(
        reverse("account_login"), {"login": name, "password": password}, REMOTE_ADDR=address, headers=headers
    )


def fail(client: Client, name: str, times: int = LIMIT, address: str = "192.0.2.1"):
    for _ in range(times):
        answer = sign_in(client, name, "wrong", address)
    return answer


def test_a_right_password_signs_in_by_name_or_by_address(person: Callable, client: Client, password: str) -> None:
    user = person("Author", username="kari")
    for name in ("kari", "KARI", "kari@example.org", "Kari@Example.org"):
        assert sign_in(client, name, password).url == reverse("wagtailadmin_home")
        assert int(client.session["_auth_user_id"]) == user.pk
        client.logout()


def test_an_address_written_with_capitals_is_found(person: Callable, client: Client, password: str) -> None:
    user = person("Author", username="kari")
    user.email = "Kari.Nordmann@Example.org"
    user.save()

    assert sign_in(client, "kari.nordmann@example.org", password).status_code == 302


def test_the_fifth_wrong_password_closes_the_door_with_a_text_that_tells_what_to_do(
    person: Callable, client: Client
) -> None:
    person("Author", username="kari")
    assert fail(client, "kari", LIMIT - 1).status_code == 200

    answer = sign_in(client, "kari", "wrong")

    assert answer.status_code == 429
    assert "Wait half an hour" in answer.content.decode()


def test_behind_a_closed_door_the_right_password_does_not_help(person: Callable, client: Client, password: str) -> None:
    person("Author", username="kari")
    fail(client, "kari")

    assert sign_in(client, "kari", password).status_code == 429
    assert "_auth_user_id" not in client.session


def test_the_name_and_its_address_share_their_attempts(person: Callable, client: Client) -> None:
    person("Author", username="kari")
    fail(client, "kari", 3)

    assert fail(client, "kari@example.org", 2).status_code == 429


def test_a_stranger_elsewhere_does_not_lock_the_owner_out(person: Callable, client: Client, password: str) -> None:
    person("Author", username="kari")
    fail(client, "kari", LIMIT + 3, address="198.51.100.7")

    assert sign_in(client, "kari", password, address="192.0.2.1").status_code == 302


def test_a_made_up_forwarded_address_gives_no_new_attempts(person: Callable, client: Client) -> None:
    person("Author", username="kari")
    answers = [sign_in(client, "kari", "wrong", **{"X-Forwarded-For": f"203.0.113.{n}"}) for n in range(LIMIT)]

    assert answers[-1].status_code == 429


def test_behind_a_proxy_each_visitor_has_attempts_of_their_own(
    person: Callable, client: Client, settings, password: str
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    person("Author", username="kari")
    for _ in range(LIMIT):
        sign_in(client, "kari", "wrong", "10.0.0.1", **{"X-Forwarded-For": "203.0.113.9"})

    answer = sign_in(client, "kari", password, "10.0.0.1", **{"X-Forwarded-For": "192.0.2.44"})

    assert answer.status_code == 302


def test_after_half_an_hour_the_door_opens_again(person: Callable, client: Client, password: str) -> None:
    person("Author", username="kari")
    fail(client, "kari")
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=31))

    assert sign_in(client, "kari", password).status_code == 302


def test_an_administrator_can_open_the_door_sooner(person: Callable, client: Client, password: str) -> None:
    person("Author", username="kari")
    fail(client, "kari")
    call_command("axes_reset_username", "kari")

    assert sign_in(client, "kari", password).status_code == 302


def test_what_was_typed_is_not_written_down(person: Callable, client: Client) -> None:
    sign_in(client, "a-password-in-the-wrong-field", "secret-2")

    attempt = AccessAttempt.objects.get()
    assert "wrong-field" not in attempt.post_data
    assert "secret-2" not in attempt.post_data


def test_wagtails_own_sign_in_leads_to_ours_and_lets_nobody_in(person: Callable, client: Client, password: str) -> None:
    person("Author", username="kari")
    assert client.get("/cms/login/?next=/cms/pages/").url == "/cms/account/login/?next=/cms/pages/"

    client.post("/cms/login/", {"username": "kari", "password": password})

    assert "_auth_user_id" not in client.session


def test_nobody_signs_up(client: Client) -> None:
    answer = client.post(
        "/cms/account/signup/",
        {"username": "new", "email": "n@example.org", "password1": "x" * 14, "password2": "x" * 14},
    )

    assert answer.url == reverse("account_login")
