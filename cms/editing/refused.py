"""What an editor sees where something was refused elsewhere than in its form, and where it can be mended."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder

from cms.library.not_ready import NotReady
from cms.library.still_used import StillUsed
from cms.library.uses import Use

MOST_TOLD = 6
"""Texts that are named; of the others only how many there are."""


class RefusedMiddleware:
    """Leads from wherever it was refused to the form of what is to be mended first."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, refused: Exception) -> HttpResponse | None:
        match refused:
            case NotReady():
                messages.error(request, _not_ready(refused))
                form = reverse("wagtailadmin_pages:edit", args=[refused.page.pk])
            case StillUsed():
                finder = AdminURLFinder(request.user)
                messages.error(request, _still_used(refused, finder))
                form = finder.get_edit_url(refused.instance) or reverse("wagtailadmin_home")
            case _:
                return None
        if request.headers.get("X-Requested-With") == "XMLHttpRequest":  # Approved in one of Wagtail's dialogs.
            return JsonResponse({"step": "success", "redirect": form})
        return redirect(form)


def _not_ready(refused: NotReady) -> SafeString:
    headline = _("“%(title)s” was not published: it is not ready.") % {"title": refused.page.title}
    return format_html_join("\n", "<p>{}</p>", ((line,) for line in (headline, *refused.told)))


def _still_used(refused: StillUsed, finder: AdminURLFinder) -> SafeString:
    told = {
        "delete": _("“%(title)s” was not deleted: it is used here. Take it out there first."),
        "unpublish": _("“%(title)s” was not unpublished: readers are led to it from here. Mend that first."),
    }
    headline = told[refused.action] % {"title": refused.instance}
    listed = format_html_join("", "<li>{}</li>", ((_use(use, finder),) for use in refused.uses[:MOST_TOLD]))
    left = len(refused.uses) - MOST_TOLD
    more = ngettext("and %(n)d more", "and %(n)d more", left) % {"n": left} if left > 0 else ""
    return format_html("<p>{}</p><ul>{}</ul>{}", headline, listed, more)


def _use(use: Use, finder: AdminURLFinder) -> SafeString:
    place = f"{use.holder.title} ({use.holder.locale.language_code})"
    url: Any = finder.get_edit_url(use.holder)
    named = (
        format_html('<a class="w-text-white w-underline" href="{}">{}</a>', url, place)
        if url
        else format_html("{}", place)
    )
    return named if use.is_live else format_html("{} – {}", named, _("draft"))
