"""Snippets with what their list says of their translations, in the query that fetches them."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, OuterRef, QuerySet, Subquery
from wagtail_localize.models import TranslationSource


def with_translations(snippets: QuerySet[Any]) -> QuerySet[Any]:
    """``snippets`` with ``in_languages``, their number, and ``synced_source``, localize's source if it is in use."""
    model = snippets.model
    same = model.objects.filter(translation_key=OuterRef("translation_key")).order_by().values("translation_key")
    sources = TranslationSource.objects.filter(
        object__translation_key=OuterRef("translation_key"),
        object__content_type=ContentType.objects.get_for_model(model),
        locale=OuterRef("locale"),
        translations__enabled=True,
    )
    return snippets.select_related("locale").annotate(
        in_languages=Subquery(same.annotate(number=Count("pk")).values("number")),
        synced_source=Subquery(sources.values("pk")[:1]),
    )
