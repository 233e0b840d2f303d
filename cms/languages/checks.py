"""The words of the site, held by Django's system check: a language that lacks some is told before anything runs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, register
from sitebuilder.languages import LanguageError, load_languages
from sitebuilder.places import LANGUAGES


@register("toolbox")
def check_words(app_configs: Sequence[AppConfig] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """One error for each fault of a file in ``site/languages/``."""
    try:
        load_languages(LANGUAGES)
    except LanguageError as error:
        hint = "See docs/add-a-language.md."
        return [Error(line, hint=hint, id="languages.E001") for line in str(error).split("\n")]
    return []
