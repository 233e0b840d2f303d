from __future__ import annotations

import logging

from django.apps import AppConfig

logger = logging.getLogger(__name__)


class ConfigConfig(AppConfig):
    name = "cms.config"
    label = "toolbox_config"

    def ready(self) -> None:
        from cms.config.translations import compile_translations, forget_loaded_translations

        try:
            if compile_translations():
                forget_loaded_translations()
        except OSError as error:  # A read-only installation: what was compiled before is used.
            logger.warning("The admin's Norwegian could not be compiled: %s", error)
