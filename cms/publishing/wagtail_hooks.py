"""Where Wagtail meets publishing: menu, addresses, the permission, and the strip that follows a release."""

from __future__ import annotations

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from cms.publishing import admin_urls
from cms.publishing.models import Release
from cms.publishing.states import Kind, State


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[URLPattern | URLResolver]:
    return [path("releases/", include(admin_urls))]


@hooks.register("register_admin_menu_item")
def register_releases_menu_item() -> MenuItem:
    return MenuItem(_("Releases"), reverse("releases:index"), name="releases", icon_name="history", order=650)


@hooks.register("register_permissions")
def register_permissions() -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label="publishing", codename__in=["roll_back", "view_release"])


@hooks.register("insert_global_admin_css")
def progress_css() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("publishing/progress.css"))


@hooks.register("insert_global_admin_js")
def progress_js() -> SafeString:
    return format_html(
        '<script type="module" src="{}" data-my-release="{}"></script>',
        static("publishing/progress.js"),
        reverse("releases:mine"),
    )


@hooks.register("after_publish_page")
def say_where_to_follow(request: HttpRequest, page: Page) -> None:
    """A link that also works without JavaScript. A page that is scheduled for later has no release yet."""
    if not page.live:
        return
    release = Release.objects.filter(kind=Kind.PUBLISH, state=State.WAITING).first()
    if release is not None:
        follow = messages.button(reverse("releases:detail", args=[release.pk]), gettext("Follow it"))
        messages.info(request, gettext("The site is being updated with your changes."), buttons=[follow])
