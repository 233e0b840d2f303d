"""What an editor sees where a page with errors was to go live from elsewhere than its form."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from wagtail.admin import messages

from cms.library.not_ready import NotReady


class NotReadyMiddleware:
    """Leads from a list of pages, or from a workflow, to the form of the page that is to be mended first."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, refused: Exception) -> HttpResponse | None:
        if not isinstance(refused, NotReady):
            return None
        headline = _("“%(title)s” was not published: it is not ready.") % {"title": refused.page.title}
        messages.error(request, format_html_join("\n", "<p>{}</p>", ((line,) for line in (headline, *refused.told))))
        form = reverse("wagtailadmin_pages:edit", args=[refused.page.pk])
        if request.headers.get("X-Requested-With") == "XMLHttpRequest":  # Approved in one of Wagtail's dialogs.
            return JsonResponse({"step": "success", "redirect": form})
        return redirect(form)
