"""Where Wagtail meets the library: topics and help boxes in the menu, the menu's order, pages that stay."""

from __future__ import annotations

from functools import partial

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.permissions import register_permission_policy
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from cms.library.models import HelpBox, Topic
from cms.library.page_links import PageLinks
from cms.library.page_policy import PagePolicy
from cms.library.publish_many import keep_cases
from cms.library.still_used import refuse_used_pages, stay_while_linked
from cms.library.translated import with_translations

ORDER = {
    "explorer": 100,
    "board": 150,
    "help-boxes": 200,
    "topics": 300,
    "images": 400,
    "documents": 500,
    "releases": 600,
}
"""The menu, in the order of an editor's day. What is not named here comes after."""

register_permission_policy(Page, PagePolicy())


class TopicViewSet(SnippetViewSet):
    model = Topic
    icon = "tag"
    menu_label = _("Topics")
    menu_name = "topics"
    add_to_admin_menu = True
    list_display = ("__str__", "key")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Topic]:
        return Topic.objects.prefetch_related("names")


class HelpBoxViewSet(SnippetViewSet):
    model = HelpBox
    icon = "help"
    menu_label = _("Help boxes")
    menu_name = "help-boxes"
    add_to_admin_menu = True
    list_display = ("title", "key", "verified_on", "locale")
    list_filter = ("locale",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[HelpBox]:
        return with_translations(HelpBox.objects.all())


register_snippet(TopicViewSet)
register_snippet(HelpBoxViewSet)


@hooks.register("register_rich_text_features", order=1)  # After Wagtail's own.
def fetch_linked_pages_at_once(features: FeatureRegistry) -> None:
    rule = features.converter_rules_by_converter["contentstate"]["link"]
    rule["from_database_format"]['a[linktype="page"]'] = PageLinks("LINK")


@hooks.register("construct_main_menu")
def order_menu(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    for item in menu_items:
        if item.name == "documents":
            item.label = _("Recordings")
        item.order = ORDER.get(item.name, 600 + item.order // 100)
    menu_items.sort(key=lambda item: item.order)


hooks.register("before_bulk_action", keep_cases)
hooks.register("before_bulk_action", refuse_used_pages)
for name, action in (("before_delete_page", "delete"), ("before_unpublish_page", "unpublish")):
    hooks.register(name, partial(stay_while_linked, action))
