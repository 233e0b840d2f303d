"""A form that was opened long ago can ask whether somebody is still signed in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db


def test_a_stranger_is_told_that_nobody_is_signed_in(client: Client) -> None:
    answer = client.get(reverse("account_session"))
    assert (answer.json()["person"], answer.json()["name"]) == (None, None)
    assert "no-store" in answer["Cache-Control"]


def test_it_says_who_is_signed_in_and_gives_a_token_that_is_taken(person: Callable) -> None:
    user = person("Author")
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(user)
    answer = strict.get(reverse("account_session")).json()
    assert (answer["person"], answer["name"]) == (user.pk, user.get_username())
    out = reverse("account_logout")
    assert strict.post(out).status_code == 403
    assert strict.post(out, {"csrfmiddlewaretoken": answer["token"]}).status_code == 302
