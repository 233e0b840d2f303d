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


@dataclass(frozen=True)
class Offer:
    """What localize asks a machine translator for before it draws the button."""

    provider: Provider
    page: ToolboxPage
    source: str

    @property
    def display_name(self) -> str:
        if not self.provider.is_known_to_lack(self.source, self.page.locale.language_code):
            return self.provider.name
        return _("%(name)s (does not know this language)") % {"name": self.provider.name}

    def can_translate(self, source: Any, target: Any) -> bool:
        return bool(source != target)


@contextmanager
def offered_for(page: Any) -> Iterator[None]:
    """While the form of ``page`` is drawn. Only documents are offered: help boxes hold facts a person answers for."""
    specific = page.specific
    provider = chosen_provider() if isinstance(specific, ToolboxPage) else None
    token = _shown.set(Offer(provider, specific, specific.translated_from) if provider else None)
    try:
        yield
    finally:
        _shown.reset(token)


def present_offer() -> Offer | None:
    """In the place of localize's own question which machine translator there is."""
    return _shown.get()
