from __future__ import annotations

from django.apps import AppConfig


class LanguagesConfig(AppConfig):
    name = "cms.languages"
    label = "languages"

    def ready(self) -> None:
        from cms.languages import follow, records, review_mails
        from cms.languages.machine import checks  # noqa: F401 — registers itself
        from cms.languages.translating import flow

        records.connect()
        follow.connect()
        flow.connect()
        review_mails.connect()
