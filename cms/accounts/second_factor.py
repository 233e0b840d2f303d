"""Who must have a second factor, and who has one."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.contrib.auth.base_user import AbstractBaseUser

from cms.accounts.models import SecondFactorRule, SignInSettings
from cms.accounts.role_table import ADMINISTRATOR, PUBLISHER, group_name

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
"""Recovery codes are a way back in, not a factor of their own."""


def lacks_second_factor(user: AbstractBaseUser) -> bool:
    """True when the rule asks this user for a second factor and none is set up."""
    rule = SignInSettings.load().second_factor
    return _is_asked(user, rule) and not Authenticator.objects.filter(user=user, type__in=FACTORS).exists()


def _is_asked(user: AbstractBaseUser, rule: str) -> bool:
    if rule == SecondFactorRule.NOBODY:
        return False
    if rule == SecondFactorRule.EVERYONE or user.is_superuser:
        return True
    return user.groups.filter(name__in=[group_name(ADMINISTRATOR), group_name(PUBLISHER)]).exists()
