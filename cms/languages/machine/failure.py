"""What can go wrong with a provider, in the words of the editor who pressed the button.

No message holds what the provider answered or what was sent: the key is in neither.
"""

from __future__ import annotations

from enum import Enum

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop


class Trouble(Enum):
    """Each with its sentence. ``name`` is the provider's; ``host``, ``status`` and ``seconds`` are told where used."""

    UNREACHABLE = gettext_noop(
        "%(name)s cannot be reached at %(host)s. Try again later. If it stays so, ask whoever runs the CMS "
        "whether it is running and whether TOOLBOX_TRANSLATOR_URL is right."
    )
    SLOW = gettext_noop(
        "%(name)s did not finish in %(seconds)d seconds. Try again later. If it is always too slow, whoever runs the "
        "CMS can give it more time with TOOLBOX_TRANSLATOR_SECONDS."
    )
    KEY = gettext_noop("%(name)s does not accept the key. Ask whoever runs the CMS to look at TOOLBOX_TRANSLATOR_KEY.")
    QUOTA = gettext_noop("The quota at %(name)s is used up. Translate by hand, or wait until there is quota again.")
    BUSY = gettext_noop("%(name)s is asked too much just now. Wait some minutes and try again.")
    TOO_LONG = gettext_noop("A text is longer than %(name)s takes. Translate the longest one by hand and try again.")
    FAULT = gettext_noop("%(name)s has a fault of its own (%(status)s). Try again later.")
    ELSEWHERE = gettext_noop(
        "%(name)s sends us to another address, and we do not follow. Ask whoever runs the CMS to look at "
        "TOOLBOX_TRANSLATOR_URL."
    )
    REFUSED = gettext_noop(
        "%(name)s refuses to translate this (%(status)s). Ask whoever runs the CMS whether TOOLBOX_TRANSLATOR_URL is "
        "right."
    )
    UNREADABLE = gettext_noop("%(name)s answered something that cannot be read as a translation. Try again later.")


class ProviderFailed(Exception):
    """A provider gave no translation."""

    def __init__(self, trouble: Trouble, **facts: object) -> None:
        self.trouble = trouble
        self.facts = facts
        super().__init__(trouble.name)

    def told(self, name: str) -> str:
        """In the active language. ``name`` is what the provider is called."""
        return str(_(self.trouble.value) % {"name": name, **self.facts})


def by_status(status: int) -> Trouble:
    """What an answer that is no success means. 456 is DeepL's own number."""
    if 300 <= status < 400:
        return Trouble.ELSEWHERE
    if status >= 500 and status != 529:  # DeepL's word for a request too many.
        return Trouble.FAULT
    known = {401: Trouble.KEY, 403: Trouble.KEY, 413: Trouble.TOO_LONG, 429: Trouble.BUSY, 456: Trouble.QUOTA}
    return {**known, 529: Trouble.BUSY}.get(status, Trouble.REFUSED)
