"""The bar above a translation that stands beside its original: where its review is, and what one can do about it."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils import timezone

from cms.languages.review import review_of
from cms.languages.written import is_of_an_earlier_original, without_words
from cms.library.models import ToolboxPage

register = template.Library()


@register.inclusion_tag("languages/review_bar.html", takes_context=True)
def review_bar(context: dict[str, Any]) -> dict[str, Any]:
    page, request = context["instance"], context["request"]
    if not isinstance(page, ToolboxPage):
        return {}
    review, latest = review_of(page, request.user), page.get_latest_revision()
    return {
        "page": page,
        "draft": latest.as_object(),
        "review": review,
        "of_an_earlier_original": review.waits and is_of_an_earlier_original(context["translation"], latest),
        "lacking": without_words(context["translation"]),
        "opened": getattr(request, "opened", timezone.now()).isoformat(),
        "csrf_token": context.get("csrf_token"),
    }
