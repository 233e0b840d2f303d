"""The button in the translator's form: localize draws it for what looks like one of its own machine translators.

Its setting for them stays empty, since that would open other doors that keep none of our rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from cms.languages.machine.provider import Provider
from cms.languages.machine.setup import chosen_provider
from cms.library.models import ToolboxPage

_shown: ContextVar[Offer | None] = ContextVar("machine_translation_offer", default=None)


@dataclass
class Offer:
    """What localize asks a machine translator: first for the two languages, then for the name on the button."""

    provider: Provider
    lacks_language: bool = False

    def can_translate(self, source: Any, target: Any) -> bool:
        self.lacks_language = self.provider.is_known_to_lack(source.language_code, target.language_code)
        return bool(source != target)

    @property
    def display_name(self) -> str:
        name = self.provider.name
        return _("%(name)s (does not know this language)") % {"name": name} if self.lacks_language else name


@contextmanager
def offered_for(page: Any) -> Iterator[None]:
    """While the form of ``page`` is drawn. Only documents are offered: help boxes hold facts a person answers for."""
    provider = chosen_provider() if isinstance(page.specific, ToolboxPage) else None
    token = _shown.set(Offer(provider) if provider else None)
    try:
        yield
    finally:
        _shown.reset(token)


def present_offer() -> Offer | None:
    """In the place of localize's own question which machine translator there is."""
    return _shown.get()
