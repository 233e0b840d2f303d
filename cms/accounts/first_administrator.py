"""The first account of a new installation."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils.crypto import get_random_string

from cms.accounts.models import OneTimePassword
from cms.accounts.role_table import ADMINISTRATOR, group_name

ALPHABET = "abcdefghijkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXY34679"
"""Letters and digits that are not mistaken for each other when they are copied from a screen by hand."""
LENGTH = 20


@transaction.atomic
def create_first_administrator(*, username: str, email: str = "") -> str | None:
    """Create a user who may do everything, and return a one-time password, shown once and stored only as a hash.

    None, and nothing changed, when a user with full access exists already. A user of that name who has no full access
    is an error of the caller: ``ValueError``.
    """
    users = get_user_model()
    if users.objects.filter(is_superuser=True).exists():
        return None
    if users.objects.filter(username__iexact=username).exists():
        raise ValueError(
            f"There is a user named {username!r} without full access. Choose another name, "
            f"or give that user full access in the CMS."
        )
    password = get_random_string(LENGTH, ALPHABET)
    user = users.objects.create_superuser(username=username, email=email, password=password)
    user.groups.add(*Group.objects.filter(name=group_name(ADMINISTRATOR)))
    OneTimePassword.objects.create(user=user)
    return password
