"""Where Wagtail meets the views that are ours."""

from __future__ import annotations

from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.viewsets.pages import PageViewSet

from cms.editing import admin_urls
from cms.editing.external_links import admin  # noqa: F401 — importing it registers what it has.
from cms.editing.page_views import viewsets


@hooks.register("register_admin_viewset")
def register_viewsets() -> list[PageViewSet]:
    return viewsets()


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[URLPattern | URLResolver]:
    return [path("editing/", include(admin_urls))]


@hooks.register("insert_editor_js")
def lead_to_blocks() -> SafeString:
    return format_html('<script src="{}"></script>', static("editing/block-links.js"))


@hooks.register("register_icons")
def register_icons(icons: list[str]) -> list[str]:
    return [*icons, "editing/icons/story.svg"]
