"""The board as a page and as a file. Everyone who may enter the admin may look."""

from __future__ import annotations

from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView, View
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.languages.board.csv_file import csv_of
from cms.languages.board.doors import Doors
from cms.languages.board.form import BoardForm
from cms.languages.board.order import helps_most_first
from cms.languages.board.read import read_rows
from cms.languages.board.rows import Row, sums
from cms.languages.board.shown import show
from cms.languages.board.wanted import Wanted
from cms.library.models import Topic
from cms.library.models.places import KINDS

PER_PAGE = 50


class _Asked(View):
    """What was asked for by the address."""

    @cached_property
    def languages(self) -> list[str]:
        return [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]

    @cached_property
    def doors(self) -> Doors:
        return Doors(self.request.user)

    @cached_property
    def topics(self) -> list[tuple[str, str]]:
        return Topic.offered()

    @cached_property
    def form(self) -> BoardForm:
        return BoardForm(topics=self.topics, data=self.asked)

    @cached_property
    def asked(self) -> dict[str, str]:
        """What was chosen. Whoever works in one language, and not in that of the originals, begins there."""
        asked = {name: value for name, value in self.request.GET.items() if name in BoardForm.base_fields}
        own = self.doors.own_language if not asked else ""
        return {"language": own} if own and own != settings.LANGUAGE_CODE else asked

    @cached_property
    def wanted(self) -> Wanted:
        return self.form.wanted()

    @cached_property
    def about(self) -> list[Row]:
        """The documents asked about, wherever they stand: sums are of these."""
        return [row for row in read_rows() if self.wanted.is_about(row)]

    def rows(self) -> list[Row]:
        """Those to show, in order."""
        wanted = self.wanted
        return helps_most_first(wanted.of(self.about, self.languages), wanted.columns(self.languages))


class Board(WagtailAdminTemplateMixin, _Asked, TemplateView):
    template_name = "languages/board.html"
    page_title = _("Translations")
    header_icon = "wagtail-localize-language"
    breadcrumbs_items = [*WagtailAdminTemplateMixin.breadcrumbs_items, {"url": "", "label": _("Translations")}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        columns = self.wanted.columns(self.languages)
        paginator = WagtailPaginator(self.rows(), PER_PAGE)
        page = paginator.get_page(self.request.GET.get("p"))
        names, topics = dict(settings.WAGTAIL_CONTENT_LANGUAGES), dict(self.topics)
        return {
            **super().get_context_data(**kwargs),
            "form": self.form,
            "query": urlencode(self.asked),
            "documents": len(self.about),
            "sums": [(names[each.language], each) for each in sums(self.about, columns)],
            "page_obj": page,
            "elided_page_range": paginator.get_elided_page_range(page.number),
            "rows": [show(row, columns, dict(KINDS), topics, self.doors) for row in page],
        }


class BoardFile(_Asked):
    """The same documents in the same order, all of them, as CSV."""

    def get(self, request: HttpRequest) -> HttpResponse:
        answer = HttpResponse(csv_of(self.rows(), self.languages, self.wanted), content_type="text/csv; charset=utf-8")
        answer["Content-Disposition"] = 'attachment; filename="translations.csv"'
        return answer
