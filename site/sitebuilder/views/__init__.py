"""What the templates show, as plain values computed from the library: no HTML, no disk, no clock."""

from __future__ import annotations

from sitebuilder.views.page import Alternate, Card, DocumentView, Group, HelpView, Link, Note, PageView, SeriesView
from sitebuilder.views.site import SiteView, build_views
from sitebuilder.views.staging import staged_pages

__all__ = [
    "Alternate",
    "Card",
    "DocumentView",
    "Group",
    "HelpView",
    "Link",
    "Note",
    "PageView",
    "SeriesView",
    "SiteView",
    "build_views",
    "staged_pages",
]
