"""Wagtail's views of pages, asking the database once for what they would ask for page by page."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.listing import ExplorableIndexView, PageFilterSet
from wagtail.admin.viewsets.pages import PageViewSet, page_viewset_registry
from wagtail.models import Page
from wagtail.query import PageQuerySet

from cms.editing.check_panels import PANELS
from cms.editing.two_editors import TellsOfOthers
from cms.editing.usage import DocumentUsageView
from cms.library.known_pages import known_pages, placed, referred_to, remember
from cms.library.models import PAGE_OF_KIND, SectionPage

Switch = list[dict[str, Any]]
"""The languages one can change to: a locale, and the address of its view."""


OF_THE_PAGE = frozenset(
    {"locale", "content_type", "latest_revision", "live_revision", "owner", "locked_by", "alias_of"}
)
"""What a version keeps of the page itself, and Wagtail looks up for nothing: it is set from the page afterwards."""


class _Drawn:
    """A view that is drawn before it is handed on, while the pages it has met are still remembered."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        request.all_page_view_restriction_paths = ()  # No page can be made private: see `OnTheSite`.
        with known_pages():
            response = super().dispatch(request, *args, **kwargs)
            return response.render() if hasattr(response, "render") else response


class DocumentEditView(_Drawn, TellsOfOthers, EditView):
    """The form of a document."""

    def get_object(self) -> Page:
        """The latest version, with all that is known of the page already: Wagtail would ask for each thing again."""
        record = self.real_page_record
        own = record.specific
        self._meet(own)
        page = own
        if own.has_unpublished_changes:
            said = {name: value for name, value in self.latest_revision.content.items() if name not in OF_THE_PAGE}
            page = own.with_content_json(said)
            page.live_revision_id = own.live_revision_id
            page.as_published = own
            page.locale, page._cached_parent_obj = own.locale, own._cached_parent_obj
            page.known_locales = own.known_locales
        page.other_languages = tuple(
            each.locale.language_code for each in self.family if each.pk != page.pk and each.alias_of_id is None
        )
        page.latest_revision = self.latest_revision
        if page.live_revision_id == page.latest_revision_id:
            page.live_revision = self.latest_revision
        page.scheduled_revision = record.scheduled_revision
        if self.request.method == "GET":  # What is sent may begin or end a workflow.
            page._current_workflow_states = record._current_workflow_states
        return page

    def _meet(self, page: Page) -> None:
        """The page in every language, the page above it, and those it refers to, in one query."""
        above = page.path[: -page.steplen]
        wanted = Q(translation_key=page.translation_key) | Q(path=above) | Q(pk__in=referred_to(page))
        found = list(placed(Page.objects.filter(wanted)))
        remember(found)
        self.family = [each for each in found if each.translation_key == page.translation_key]
        page._cached_parent_obj = next(each for each in found if each.path == above)
        page.locale = next(each.locale for each in self.family if each.pk == page.pk)
        page.known_locales = {each.locale_id for each in self.family if each.alias_of_id is None}

    def get_translations(self) -> Switch:
        return [
            {"locale": page.locale, "url": reverse("wagtailadmin_pages:edit", args=[page.pk])}
            for page in self.family
            if page.pk != self.page.pk and self._may_edit(page)
        ]

    def get_side_panels(self) -> MediaContainer:
        panels = super().get_side_panels()
        panel = PANELS.get(type(self.page))
        if panel and not self.expects_json_response:
            panels.append(panel(self.page, self.request))
        return panels

    def _may_edit(self, page: Page) -> bool:
        page._current_workflow_states = []  # By their role alone: who reviews a language may change its pages.
        return page.permissions_for_user(self.request.user).can_edit()


class DocumentCreateView(_Drawn, CreateView):
    """The form of a new document."""

    def get_translations(self) -> Switch:
        kind = self.page_class
        sections = self.parent_page.get_translations().select_related("locale")
        return [
            {
                "locale": section.locale,
                "url": reverse(
                    "wagtailadmin_pages:add", args=[kind._meta.app_label, kind._meta.model_name, section.pk]
                ),
            }
            for section in sections
            if section.permissions_for_user(self.request.user).can_add_subpage() and kind.can_create_at(section)
        ]

    def get_side_panels(self) -> MediaContainer:
        panels = super().get_side_panels()
        panel = PANELS.get(type(self.page))
        if panel:
            panels.append(panel(self.page, self.request, self.parent_page))
        return panels


class SectionFilters(WagtailFilterSet):
    """Of Wagtail's filters for pages those by which a section's documents differ."""

    latest_revision_created_at = PageFilterSet.base_filters["latest_revision_created_at"]
    edited_by = PageFilterSet.base_filters["edited_by"]

    class Meta:
        model = Page
        fields: ClassVar[list[str]] = []

    def _add_locale_filter(self) -> None:
        """A section is in one language."""


class SectionView(_Drawn, ExplorableIndexView):
    """The list of a section's documents."""

    base_columns: ClassVar = [column for column in ExplorableIndexView.base_columns if column.name != "parent"]

    def annotate_queryset(self, pages: PageQuerySet) -> PageQuerySet:
        # Without what all rows share and no column shows.
        pages = super().annotate_queryset(pages)
        shared = ("content_type", "sites_rooted_here")
        kept = [lookup for lookup in pages._prefetch_related_lookups if lookup not in shared]
        return pages.prefetch_related(None).prefetch_related(*kept)

    def get_translations(self) -> Switch:
        others = list(self.parent_page.get_translations().select_related("locale"))
        self.parent_page.known_locales = {self.locale.pk, *(each.locale_id for each in others)}
        return [{"locale": each.locale, "url": reverse(self.index_url_name, args=[each.pk])} for each in others]


class SectionViewSet(PageViewSet):
    """For the list of a section only: what stands in it has a viewset of its own."""

    index_view_class = SectionView
    filterset_class = SectionFilters

    def on_register(self) -> None:
        page_viewset_registry.values_by_parent_model[SectionPage] = self


def viewsets() -> list[PageViewSet]:
    documents = [
        PageViewSet(
            model=model,
            name=f"{model._meta.model_name}s",
            add_view_class=DocumentCreateView,
            edit_view_class=DocumentEditView,
            usage_view_class=DocumentUsageView,
        )
        for model in PAGE_OF_KIND.values()
    ]
    return [*documents, SectionViewSet(model=Page, name="sections")]
