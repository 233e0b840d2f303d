"""Where Wagtail meets the views that are ours."""

from __future__ import annotations

from wagtail import hooks
from wagtail.admin.viewsets.pages import PageViewSet

from cms.editing.page_views import viewsets


@hooks.register("register_admin_viewset")
def register_viewsets() -> list[PageViewSet]:
    return viewsets()
