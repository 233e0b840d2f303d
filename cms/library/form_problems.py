"""What is wrong with what stands in a form, saved or not: the same for every kind of page that is checked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

from django.db import models
from django.http import QueryDict
from django.utils.translation import get_language
from wagtail.fields import StreamField

from cms.library.mapping.stream import field_value, raw
from cms.library.models.key_list import KeyListField


class UnreadableForm(ValueError):
    """What was sent is no form of ours."""


@dataclass(frozen=True)
class FormProblem:
    """One thing to mend or to think about, in the words and the places of the form.

    ``block`` is the id of the block it is mended in and ``field`` the field of that block. Without a block it is a
    field of the page itself, or, where that is empty too, the whole. ``title`` is what the part is called.
    """

    code: str
    severity: Literal["error", "warning"]
    message: str
    remedy: str
    title: str = ""
    block: str = ""
    field: str = ""
    around: str = ""
    """The block of the stream that ``block`` is in, where it is another one: it is there before the form is saved."""

    @property
    def is_error(self) -> bool:
        return self.severity == "error"

    @property
    def said(self) -> str:
        """Message and remedy in one breath."""
        return f"{self.message} {self.remedy}"


@contextmanager
def reading() -> Iterator[None]:
    """Raises `UnreadableForm` where what is done inside fails on data that no form of ours sends."""
    try:
        yield
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        raise UnreadableForm from error


def read_form(page: Any, data: QueryDict) -> None:
    """Makes a page say what the data of its form says. It is not saved, and nothing is validated.

    Fields that were not sent keep what they have; the content is always sent.
    """
    for field in page._meta.concrete_fields:
        name = field.name
        if isinstance(field, StreamField) and (f"{name}-count" in data or name in page.keyed_streams):
            setattr(page, name, field_value(raw(field.stream_block.value_from_datadict(data, {}, name))))
        elif isinstance(field, KeyListField):
            setattr(page, name, data.getlist(name))
        elif isinstance(field, models.BooleanField) and field.editable and "title" in data:
            setattr(page, name, name in data)
        elif isinstance(field, models.CharField | models.TextField) and name in data:
            setattr(page, name, data[name])
        elif isinstance(field, models.PositiveSmallIntegerField) and name in data:
            setattr(page, name, int(data[name]) if data[name].isdecimal() else None)
    page.give_keys()


def language_of_admin() -> str:
    """That of the person at work, Norwegian or English."""
    return "nb" if (get_language() or "").startswith("nb") else "en"
