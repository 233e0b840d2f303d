"""How the fields of a page behave when it is translated."""

from __future__ import annotations

from wagtail_localize.fields import BaseTranslatableField, SynchronizedField


class Shared(SynchronizedField):
    """A field that is the same in every language, always."""

    def __init__(self, field_name: str) -> None:
        super().__init__(field_name, overridable=False)


class Own(BaseTranslatableField):
    """A field each language has for itself: neither translated nor kept like the original's."""
