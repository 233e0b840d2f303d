"""Where Wagtail meets the library: topics and help boxes in the menu, the menu's order, files that stay."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet
from wagtail_localize.wagtail_hooks import page_listing_more_buttons

from cms.library.models import HelpBox, ToolboxAudio, ToolboxImage, Topic
from cms.library.used_files import UsedFilesStay

ORDER = {"explorer": 100, "help-boxes": 200, "topics": 300, "images": 400, "documents": 500, "releases": 600}
"""The menu, in the order of an editor's day. What is not named here comes after."""

# Exactly these models: what Wagtail registers for them, before or after, stands behind.
for model, auth_model in ((ToolboxImage, "wagtailimages.Image"), (ToolboxAudio, "wagtaildocs.Document")):
    register_permission_policy(model, UsedFilesStay(model, auth_model, "uploaded_by_user"), exact_class=True)

# wagtail-localize asks the database twice for every row of a list of pages; its button stands on the page itself.
_MORE = "register_page_listing_more_buttons"
hooks._hooks[_MORE] = [(hook, order) for hook, order in hooks._hooks[_MORE] if hook is not page_listing_more_buttons]


class TopicViewSet(SnippetViewSet):
    model = Topic
    icon = "tag"
    menu_label = _("Topics")
    menu_name = "topics"
    add_to_admin_menu = True
    list_display = ("__str__", "key")


class HelpBoxViewSet(SnippetViewSet):
    model = HelpBox
    icon = "help"
    menu_label = _("Help boxes")
    menu_name = "help-boxes"
    add_to_admin_menu = True
    list_display = ("title", "key", "verified_on", "locale")
    list_filter = ("locale",)


register_snippet(TopicViewSet)
register_snippet(HelpBoxViewSet)


@hooks.register("construct_main_menu")
def order_menu(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    for item in menu_items:
        if item.name == "documents":
            item.label = _("Recordings")
        item.order = ORDER.get(item.name, 600 + item.order // 100)
    menu_items.sort(key=lambda item: item.order)
