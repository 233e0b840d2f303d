"""Reports → Links to other sites: the broken ones first, each with the page and the block it is mended in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

import django_filters
from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import HeaderButton

from cms.editing.external_links.judging import State
from cms.editing.external_links.models import LinkException, LinkPlace, LinkRound
from cms.editing.external_links.told import why


def _languages() -> list[tuple[str, str]]:
    return list(settings.WAGTAIL_CONTENT_LANGUAGES)


class LinkFilters(WagtailFilterSet):
    state = django_filters.ChoiceFilter(field_name="link__state", choices=State.choices, label=_("State"))
    language = django_filters.ChoiceFilter(choices=_languages, label=_("Language"))

    class Meta:
        model = LinkPlace
        fields: ClassVar[list[str]] = []


class LinkReport(ReportView):
    """Every place of every link. Whoever may open the admin may see it: what stands here is public."""

    model = LinkPlace
    page_title = _("Links to other sites")
    header_icon = "link-external"
    index_url_name = "editing:links"
    index_results_url_name = "editing:links_results"
    results_template_name = "editing/links_results.html"
    filterset_class = LinkFilters
    no_results_message = _("What readers see links to no other site.")
    default_ordering = ("link__state", "link__failing_since", "link__url", "title", "pk")
    list_export: ClassVar = ["link.url", "state", "why", "title", "language", "link.checked_at"]
    export_headings: ClassVar = {
        "link.url": _("Link"),
        "state": _("State"),
        "why": _("What is wrong"),
        "title": _("Page"),
        "language": _("Language"),
        "link.checked_at": _("Checked"),
    }

    def get_queryset(self) -> QuerySet[LinkPlace]:
        return LinkPlace.objects.select_related("link").order_by(*self.default_ordering)

    def decorate_paginated_queryset(self, object_list: Iterable[LinkPlace]) -> list[LinkPlace]:
        names = dict(settings.WAGTAIL_CONTENT_LANGUAGES)
        rows = list(object_list)
        for row in rows:
            row.state, row.why = row.link.get_state_display(), why(row.link)
            row.language_name = names.get(row.language, row.language)
        return rows

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        if not self.request.user.has_perm("editing.view_linkexception"):
            return []
        return [HeaderButton(_("Exceptions"), reverse(f"{LinkException.snippet_viewset.url_namespace}:list"))]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        last = LinkRound.objects.exclude(finished_at=None).first()
        return {**super().get_context_data(**kwargs), "last_check": last, "nightly": settings.TOOLBOX_LINK_CHECK}
