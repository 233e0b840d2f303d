"""Where Wagtail meets the views that are ours."""

from __future__ import annotations

from django.forms import Media
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from wagtail import hooks
from wagtail.admin.site_summary import PagesSummaryItem, SummaryItem
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.ui.components import Component
from wagtail.admin.viewsets.pages import PageViewSet

from cms.editing import admin_urls
from cms.editing.dashboard.panel import DayPanel
from cms.editing.external_links import admin  # noqa: F401 — importing it registers what it has.
from cms.editing.page_views import viewsets

SCRIPTS = ("editing/block-links.js", "editing/unsaved-words.js", "editing/own-drafts.js", "editing/paste.js")
"""What every form has."""


@hooks.register("register_admin_viewset")
def register_viewsets() -> list[PageViewSet]:
    return viewsets()


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[URLPattern | URLResolver]:
    return [path("editing/", include(admin_urls))]


@hooks.register("construct_homepage_panels")
def add_day(request: HttpRequest, panels: list[Component]) -> None:
    panels.append(DayPanel())


@hooks.register("construct_homepage_summary_items", order=1000)  # After those that add them.
def keep_to_the_day(request: HttpRequest, items: list[SummaryItem]) -> None:
    """How many pictures and recordings there are is no news to anybody; it is said where they are."""
    items[:] = [item for item in items if isinstance(item, PagesSummaryItem)]


@hooks.register("register_icons")
def register_icons(icons: list[str]) -> list[str]:
    return [*icons, "editing/icons/story.svg"]


@hooks.register("insert_editor_js")
def register_scripts_of_forms() -> SafeString:
    return SafeString("".join(Media(js=SCRIPTS).render_js())) + format_html(
        '<script src="{}" data-session="{}" data-sign-in="{}" data-signed-out="{}" data-other="{}" data-away="{}"'
        ' data-open="{}"></script>',
        versioned_static("editing/still-signed-in.js"),
        reverse("account_session"),
        reverse("account_login"),
        gettext("You are signed out. Your words are still here: sign in in another tab, then press the button again."),
        gettext("{name} is signed in now. Press the button again to save as {name}."),
        gettext("There is no connection. Your words are still here: press the button again when there is."),
        gettext("Sign in in another tab"),
    )
