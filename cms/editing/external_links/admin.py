"""Where Wagtail meets links to other sites: the report, the exceptions, the nightly check."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from cms.editing.external_links.models import LinkException
from cms.editing.external_links.nightly import NightlyCheck
from cms.publishing.timer import Chore

EVERY = 300.0
"""Seconds between two looks at the clock: a check that failed is tried again after so long."""


class LinkExceptionViewSet(SnippetViewSet):
    model = LinkException
    icon = "link-external"
    menu_label = _("Links that are not checked")
    menu_name = "link-exceptions"
    add_to_settings_menu = True
    list_display = ("pattern", "reason", "added_on")


register_snippet(LinkExceptionViewSet)


@hooks.register("register_reports_menu_item")
def register_report() -> MenuItem:
    return MenuItem(
        _("Links to other sites"), reverse("editing:links"), name="links", icon_name="link-external", order=600
    )


@hooks.register("register_chore")
def check_every_night() -> Chore:
    return Chore(NightlyCheck().start_if_due, EVERY)
