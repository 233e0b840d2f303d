from __future__ import annotations

from django.apps import AppConfig


class LanguagesConfig(AppConfig):
    name = "cms.languages"
    label = "languages"

    def ready(self) -> None:
        from cms.languages import checks, follow, records, removal, review_mails  # noqa: F401 — importing registers
        from cms.languages.machine import checks as machine_checks  # noqa: F401 — likewise
        from cms.languages.translating import flow

        records.connect()
        follow.connect()
        removal.connect()
        flow.connect()
        review_mails.connect()
