"""Where Wagtail meets the views that are ours."""

from __future__ import annotations

from django.forms import Media
from django.urls import URLPattern, URLResolver, include, path
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.viewsets.pages import PageViewSet

from cms.editing import admin_urls
from cms.editing.page_views import viewsets


@hooks.register("register_admin_viewset")
def register_viewsets() -> list[PageViewSet]:
    return viewsets()


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[URLPattern | URLResolver]:
    return [path("editing/", include(admin_urls))]


@hooks.register("register_icons")
def register_icons(icons: list[str]) -> list[str]:
    return [*icons, "editing/icons/story.svg"]


@hooks.register("insert_editor_js")
def register_scripts_of_forms() -> SafeString:
    return SafeString("".join(Media(js=["editing/unsaved-words.js", "editing/paste.js"]).render_js()))
