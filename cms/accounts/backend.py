"""The person behind a request, with everything that each request asks about a person, in one query."""

from __future__ import annotations

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import Permission
from django.db.models import QuerySet

from cms.accounts.second_factor import with_second_factor


class PeopleBackend(AuthenticationBackend):
    """As allauth's. What a person may do comes from roles alone, so permissions of their own are not asked for."""

    def get_user(self, user_id: Any) -> AbstractBaseUser | None:
        people = get_user_model()._default_manager.select_related("wagtail_userprofile", "one_time_password")
        user = with_second_factor(people).filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None

    def _get_user_permissions(self, user_obj: Any) -> QuerySet[Permission]:
        return Permission.objects.none()
