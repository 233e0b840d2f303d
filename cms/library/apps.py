from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LibraryConfig(AppConfig):
    name = "cms.library"
    label = "library"
    verbose_name = _("Library")

    def ready(self) -> None:
        from wagtail import whitelist

        from cms.library import checks, signals  # noqa: F401 — importing the checks registers them

        signals.connect()
        # Wagtail knows no text messages; without this a link to sms: is lost when an editor saves the page.
        if "sms" not in whitelist.ALLOWED_URL_SCHEMES:
            whitelist.ALLOWED_URL_SCHEMES.append("sms")
