"""Tells whoever starts the CMS what is wrong with the settings of the provider."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register

from cms.languages.machine.setup import faults


@register("toolbox")
def check_translator(**kwargs: Any) -> list[CheckMessage]:
    values = (settings.TOOLBOX_TRANSLATOR, settings.TOOLBOX_TRANSLATOR_URL, settings.TOOLBOX_TRANSLATOR_KEY)
    return [
        (Error if fault.is_error else Warning)(fault.message, hint=fault.hint, id=f"languages.{fault.code}")
        for fault in faults(*values)
    ]
