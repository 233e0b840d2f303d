"""What follows by itself: roles after a migration or a new language, a lifted mark after a changed password."""

from __future__ import annotations

from typing import Any

from allauth.account.signals import password_changed, password_reset, password_set
from django.apps import AppConfig, apps
from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import connections
from django.db.models.signals import post_delete, post_migrate, post_save, pre_save

from cms.accounts.models import OneTimePassword
from cms.accounts.roles import drop_roles_of, sync_roles

NEEDED_TABLES = {
    "auth_group",
    "auth_permission",
    "languages_languagereviewtask",
    "library_homepage",
    "wagtailcore_collection",
    "wagtailcore_grouppagepermission",
}
"""A migration may stop before these exist; a later one then brings the roles."""


def connect() -> None:
    """Listen. Called once, when the app is ready."""
    post_migrate.connect(_after_migrate, dispatch_uid="accounts.sync_roles")
    post_save.connect(_after_home_page, sender="library.HomePage", dispatch_uid="accounts.sync_roles")
    post_delete.connect(_after_home_page_is_gone, sender="library.HomePage", dispatch_uid="accounts.drop_roles")
    pre_save.connect(_lower_email, sender=get_user_model(), dispatch_uid="accounts.lower_email")
    for signal in (password_changed, password_reset, password_set):
        signal.connect(_password_is_their_own, dispatch_uid="accounts.one_time_password")


def _after_migrate(app_config: AppConfig, using: str, **_: Any) -> None:
    """Once, after the last app: the permissions of all apps exist only then."""
    with_models = [config for config in apps.get_app_configs() if config.models_module]
    if app_config == with_models[-1] and set(connections[using].introspection.table_names()) >= NEEDED_TABLES:
        sync_roles()


def _after_home_page(created: bool, raw: bool, **_: Any) -> None:
    if created and not raw:
        sync_roles()


def _after_home_page_is_gone(instance: Any, **_: Any) -> None:
    drop_roles_of(instance.locale.language_code)


def _lower_email(instance: AbstractBaseUser, **_: Any) -> None:
    """allauth looks addresses up in lower case, and Wagtail stores them as typed."""
    instance.email = (instance.email or "").lower()


def _password_is_their_own(user: AbstractBaseUser, **_: Any) -> None:
    OneTimePassword.objects.filter(user=user).delete()
