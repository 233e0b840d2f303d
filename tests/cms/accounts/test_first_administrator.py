"""``manage.py ensure_admin``: the first door into a new installation."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from cms.accounts.models import OneTimePassword

pytestmark = pytest.mark.django_db


def ensure_admin(*arguments: str) -> str:
    out = StringIO()
    call_command("ensure_admin", *arguments, stdout=out)
    return out.getvalue()


def printed_password(text: str) -> str:
    return next(line.split()[-1] for line in text.splitlines() if line.startswith("Password"))


def test_the_first_run_prints_a_password_that_works_once(homes) -> None:
    text = ensure_admin("--username", "sjef", "--email", "sjef@example.org")

    user = User.objects.get()
    assert (user.username, user.email, user.is_superuser) == ("sjef", "sjef@example.org", True)
    assert user.check_password(printed_password(text))
    assert OneTimePassword.objects.get().user == user
    assert [group.name for group in user.groups.all()] == ["Administrator"]


def test_the_second_run_changes_nothing_and_prints_no_secret(homes) -> None:
    password = printed_password(ensure_admin())
    before = User.objects.get().password

    text = ensure_admin()

    assert text == "There is an administrator already; nothing was changed.\n"
    assert password not in text
    assert User.objects.get().password == before


def test_two_installations_have_different_passwords(homes) -> None:
    first = printed_password(ensure_admin())
    User.objects.all().delete()

    assert printed_password(ensure_admin()) != first


def test_a_name_that_is_taken_is_not_given_more_rights(person: Callable) -> None:
    person("Author", username="admin")

    with pytest.raises(CommandError, match="Choose another name"):
        ensure_admin()
    assert not User.objects.filter(is_superuser=True).exists()
