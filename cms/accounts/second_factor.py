"""Who must have a second factor, and who has one."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import Group
from django.db.models import Exists, OuterRef, QuerySet, Subquery

from cms.accounts.models import SecondFactorRule, SignInSettings
from cms.accounts.role_table import ADMINISTRATOR, PUBLISHER, group_name

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
"""Recovery codes are a way back in, not a factor of their own."""


def with_second_factor(people: QuerySet[Any]) -> QuerySet[Any]:
    """``people`` with what `lacks_second_factor` needs to know, so that it need not ask for each of them."""
    publishers = Group.objects.filter(name__in=[group_name(ADMINISTRATOR), group_name(PUBLISHER)])
    return people.annotate(
        second_factor_rule=Subquery(SignInSettings.objects.values("second_factor")[:1]),
        has_second_factor=Exists(Authenticator.objects.filter(user=OuterRef("pk"), type__in=FACTORS)),
        is_publisher=Exists(publishers.filter(user=OuterRef("pk"))),
    )


def lacks_second_factor(user: AbstractBaseUser) -> bool:
    """True when the rule asks this user for a second factor and none is set up."""
    known: Any = user
    if not hasattr(known, "second_factor_rule"):
        known = with_second_factor(get_user_model()._default_manager.all()).get(pk=user.pk)
    return _is_asked(known) and not known.has_second_factor


def _is_asked(user: Any) -> bool:
    if user.second_factor_rule in (None, SecondFactorRule.NOBODY):  # None: nobody has opened the settings yet.
        return False
    return user.second_factor_rule == SecondFactorRule.EVERYONE or user.is_superuser or user.is_publisher
