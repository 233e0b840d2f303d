"""How axes counts wrong passwords: by the account that was tried, and the address that tried it."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.utils import filter_users_by_email
from django.contrib.auth import get_user_model
from django.http import HttpRequest

LONGEST = 255
"""Of the column axes keeps the name in."""


def tried_username(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """The username behind what was typed, so that a name and its e-mail address do not give twice the attempts.

    Unknown names are counted too, as they were typed but in lower case.
    """
    given = credentials or {}
    typed = str(given.get("username") or given.get("email") or request.POST.get("login") or "").strip()
    users = get_user_model()._default_manager.filter(username__iexact=typed)[:1] or filter_users_by_email(typed)[:1]
    return users[0].get_username() if users else typed.lower()[:LONGEST]


def client_address(request: HttpRequest) -> str | None:
    """The visitor's address, past as many proxies as ``TOOLBOX_PROXIES`` says and no more.

    None for a request that came from no network: one made up inside the process.
    """
    return get_adapter().get_client_ip(request) if "REMOTE_ADDR" in request.META else None
