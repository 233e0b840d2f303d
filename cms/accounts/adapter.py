"""Our choices where allauth asks for them."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _


class AccountAdapter(DefaultAccountAdapter):
    """Nobody signs up: an administrator makes the accounts."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("wagtailadmin_home")

    def clean_password(self, password: str, user: AbstractBaseUser | None = None) -> str:
        cleaned: str = super().clean_password(password, user=user)
        if user is not None and hasattr(user, "one_time_password") and user.check_password(cleaned):
            raise ValidationError(_("Choose a new password, not the one you were given."))
        return cleaned

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Wrong passwords are counted by axes, per name and address and in the database, so that a stranger who
        guesses cannot lock the owner out. allauth's own count, per name alone, stays in use for codes only."""


class SecondFactorAdapter(DefaultMFAAdapter):
    """Names the toolbox, not the host, in people's apps and keys."""

    def _get_site_name(self) -> str:
        return settings.WAGTAIL_SITE_NAME
