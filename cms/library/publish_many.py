"""Publishing many pages at once: no form is shown there that could tell what a case lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from cms.library.models import CasePage


def keep_cases(request: HttpRequest, action: str, chosen: Iterable[Any], view: Any) -> HttpResponse | None:
    """A hook of Wagtail's bulk actions. Nothing is published where a case among the pages is not ticked for yet."""
    if action != "publish":
        return None
    with_those_under = bool(view.cleaned_form.cleaned_data.get("include_descendants"))
    titles = [case.title for case in _cases(chosen, with_those_under) if not case.is_anonymous()]
    if not titles:
        return None
    text = _(
        "Nothing was published. The list about anonymity is not ticked in full: {titles}. Open each case, tick the "
        "list at the end of its content, and publish it there, or leave it out."
    )
    messages.error(request, text.format(titles=", ".join(f"«{title}»" for title in titles)))
    # Without an address to go on to, Wagtail names the action's own, which leads nowhere without its pages.
    return redirect("wagtailadmin_home" if view.next_url == request.path else view.next_url)


def _cases(chosen: Iterable[Any], with_those_under: bool) -> Iterator[CasePage]:
    """The cases that would be published, as they would be."""
    wanted = Q()
    for page in chosen:
        if isinstance(page, Page):
            wanted |= Q(pk=page.pk)
            if with_those_under:
                wanted |= Q(path__startswith=page.path, live=False)
    if wanted:
        yield from (case.get_latest_revision_as_object() for case in CasePage.objects.filter(wanted))
