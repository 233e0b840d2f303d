"""The bar above a translation that stands beside its original: where its review is, and what one can do about it."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils import timezone

from cms.languages.review import review_of
from cms.languages.written import made_from_present, without_words
from cms.library.models import ToolboxPage

register = template.Library()


@register.inclusion_tag("languages/review_bar.html", takes_context=True)
def review_bar(context: dict[str, Any]) -> dict[str, Any]:
    page, request = context["instance"], context["request"]
    if not isinstance(page, ToolboxPage):
        return {}
    review, translation = review_of(page, request.user), context["translation"]
    latest = page.get_latest_revision()
    return {
        "page": page,
        "draft": latest.as_object() if latest else page,
        "review": review,
        "is_past": bool(latest and review.may_answer and not made_from_present(translation, latest)),
        "lacking": without_words(translation),
        "opened": getattr(request, "opened", timezone.now()).isoformat(),
        "csrf_token": context.get("csrf_token"),
    }
