from __future__ import annotations

from django.apps import AppConfig


class LanguagesConfig(AppConfig):
    name = "cms.languages"
    label = "languages"

    def ready(self) -> None:
        from cms.languages import checks, follow, records, removal  # noqa: F401 — importing the check registers it
        from cms.languages.translating import flow

        records.connect()
        follow.connect()
        removal.connect()
        flow.connect()
