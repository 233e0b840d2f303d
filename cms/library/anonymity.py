"""What an author says of a case before others read it: that nobody in it can be recognised.

Each line is ticked by a person; nothing here can know whether it is true. The lines stand with the page for its
reviewer and are never exported: ``content/`` says ``fictional: true``, and no more.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

STATEMENTS = (
    ("names", _("No real names, and no nicknames that somebody goes by.")),
    ("places", _("No place, school, workplace or programme points to one person.")),
    ("details", _("Age, country, family, events and times are changed.")),
    ("woven", _("The story is put together from the stories of several people.")),
    ("words", _("Nothing is quoted as a real person said or wrote it.")),
    ("unknown", _("Those it was made from would not recognise themselves, nor would those who know them.")),
    ("read", _("Somebody else has read it and looked for what could give a person away.")),
)
"""The lines by their names. A name is kept with every page: never give it to another line."""


def statements() -> list[tuple[str, str]]:
    """As a form offers them."""
    return [(name, str(line)) for name, line in STATEMENTS]


def is_complete(ticked: Iterable[str] | None) -> bool:
    """Whether every line is ticked; names that are no longer known do not count."""
    return {name for name, _line in STATEMENTS} <= set(ticked or ())


def fingerprint(title: str, summary: str, *streams: Any) -> str:
    """Sixteen signs that change with the text."""
    text = json.dumps([title, summary, *streams], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
