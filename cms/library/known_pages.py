"""The pages a form shows links to, fetched together instead of one by one.

While `known_pages` is in force, what draws a chosen page or a link to one looks here first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Cast, Length, Substr
from wagtail.models import Page, ReferenceIndex

_known: ContextVar[dict[int, Page] | None] = ContextVar("known_pages", default=None)


@contextmanager
def known_pages() -> Iterator[None]:
    """Remembers pages until the end of the block, and no longer."""
    token = _known.set({})
    try:
        yield
    finally:
        _known.reset(token)


def placed(pages: QuerySet[Page]) -> QuerySet[Page]:
    """``pages`` with their language, and the key of the page above each as ``parent_pk``."""
    parents = Page.objects.filter(path=OuterRef("parent_path")).values("pk")
    above = Substr("path", 1, Length(F("path")) - Page.steplen)
    return pages.select_related("locale").annotate(parent_path=above).annotate(parent_pk=Subquery(parents))


def referred_to(page: Page) -> QuerySet[Any]:
    """The keys of all pages that ``page`` refers to, as Wagtail's index knows them."""
    references = ReferenceIndex.get_references_for_object(page).filter(
        to_content_type=ContentType.objects.get_for_model(Page)
    )
    return references.values_list(Cast("to_object_id", BigIntegerField()), flat=True)


def remember(pages: Iterable[Page]) -> None:
    """``pages`` must be `placed`."""
    known = _known.get()
    if known is not None:
        known.update((page.pk, page) for page in pages)


def find_pages(keys: Iterable[int]) -> dict[int, Page]:
    """The pages with these keys, `placed`, by key; those that are gone are missing."""
    known = _known.get() or {}
    wanted = set(keys)
    found = {key: known[key] for key in wanted & known.keys()}
    if wanted - found.keys():
        fetched = placed(Page.objects.all()).in_bulk(wanted - found.keys())
        remember(fetched.values())
        found |= fetched
    return found
