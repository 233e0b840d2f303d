"""A translated story beside its original: what is new there, and the button that brings it in."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.languages.behind import behind, bring_in
from cms.languages.compare import News
from cms.languages.synced import into
from cms.library.models import ScenarioPage

NEWS = {
    News.NEW: _("New"),
    News.MOVED: _("In another scene now"),
    News.CHANGED: _("Changed"),
    News.GONE: _("No longer there"),
}


class OriginalOf(WagtailAdminTemplateMixin, TemplateView):
    template_name = "languages/original.html"
    page_title = _("What is new in the original")
    header_icon = "wagtail-localize-language"
    _show_breadcrumbs = True

    def dispatch(self, request: HttpRequest, pk: int) -> HttpResponse:
        page = get_object_or_404(ScenarioPage.objects.select_related("locale"), pk=pk)
        if not page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        found = behind(page)
        if not found:
            raise Http404
        self.found, self.translation = found, into(page, enabled=True)
        lock = page.get_lock()
        self.is_locked = bool(lock and lock.for_user(request.user))
        return super().dispatch(request, pk=pk)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        if self.is_locked or self.translation:
            raise PermissionDenied
        if str(self.found.draft.latest_revision_id or "") != request.POST.get("revision", ""):
            messages.warning(request, gettext("Someone has saved this page in the meantime. Look at it once more."))
            return redirect("languages:original", pk)
        if self.found.is_behind:
            bring_in(self.found, request.user)
            words = gettext("The draft has the structure of the original now. What is published has not changed.")
            messages.success(request, words)
        return redirect("wagtailadmin_pages:edit", pk)

    def get_breadcrumbs_items(self) -> list[dict[str, object]]:
        url = reverse("wagtailadmin_pages:edit", args=[self.found.draft.pk])
        return [{"url": url, "label": str(self.found.draft)}, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = self.found
        lists = [
            (_("What has happened in the original"), found.news),
            (_("Has no words in this language yet"), found.gaps),
            (_("Look this through before you publish"), found.to_look_through),
        ]
        return {
            **super().get_context_data(**kwargs),
            "found": found,
            "translation": self.translation,
            "is_locked": self.is_locked,
            "edit_url": reverse("wagtailadmin_pages:edit", args=[found.draft.pk]),
            "lists": [(title, [(NEWS[item.news], item) for item in items]) for title, items in lists if items],
        }
