from __future__ import annotations

from django.apps import AppConfig


class LanguagesConfig(AppConfig):
    name = "cms.languages"
    label = "languages"

    def ready(self) -> None:
        from cms.languages import follow, records
        from cms.languages.translating import flow

        records.connect()
        follow.connect()
        flow.connect()
