from __future__ import annotations

from django.apps import AppConfig


class EditingConfig(AppConfig):
    name = "cms.editing"
    label = "editing"

    def ready(self) -> None:
        from cms.editing.external_links import signals

        signals.connect()
