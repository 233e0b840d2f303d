from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(AppConfig):
    name = "cms.accounts"
    label = "accounts"
    verbose_name = _("People and sign-in")
    default = True

    def ready(self) -> None:
        from cms.accounts import reactions

        reactions.connect()


class WagtailUsersConfig(WagtailUsersAppConfig):
    """Wagtail's own users app, with roles named in the reader's language."""

    user_viewset = "cms.accounts.people.PeopleViewSet"
