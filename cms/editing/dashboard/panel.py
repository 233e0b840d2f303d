"""The part of the start page that is ours: translations, dates, links and the last release."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.admin.ui.components import Component

from cms.editing.dashboard.languages import LanguageCounts, counted, languages_of
from cms.editing.dashboard.review_dates import overdue
from cms.editing.external_links.told import broken_links
from cms.languages.board.wanted import OLDER
from cms.languages.standing import Work
from cms.publishing.releases import latest
from cms.publishing.status import headline

FEW = 5
"""So many pages or links are named; how many more there are is told."""


class DayPanel(Component):
    """What waits for whoever signs in, in the languages that are hers."""

    name = "day"
    order = 150  # Above Wagtail's own lists of what waits for approval.
    template_name = "editing/day.html"

    class Media:
        css: Mapping[str, Any] = {"all": ["editing/day.css"]}

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        user = parent_context["request"].user
        codes = languages_of(user)
        late = overdue(timezone.localdate(), codes)
        broken = [link for link in broken_links() if link.language in codes]
        return {
            "languages": [_Shown(counts) for counts in counted(codes)],
            "board": reverse("languages:board"),
            "overdue": late[:FEW],
            "more_overdue": len(late[FEW:]),
            "broken": broken[:FEW],
            "more_broken": len(broken[FEW:]),
            "links": reverse("editing:links"),
            **self._release(user),
        }

    def _release(self, user: Any) -> dict[str, Any]:
        release = latest()
        if not release:
            return {}
        may_see = user.has_perm("publishing.view_release")
        return {
            "release": release,
            "release_says": headline(release),
            "release_url": reverse("releases:detail", args=[release.pk]) if may_see else "",
            "site_url": settings.TOOLBOX_SITE_URL,
        }


class _Shown:
    """The counts of a language, each with the place on the board where they are to be seen."""

    def __init__(self, counts: LanguageCounts) -> None:
        self.counts = counts

    @cached_property
    def doors(self) -> list[tuple[str, int, str]]:
        code, counts = self.counts.code, self.counts
        states = (
            (Work.AWAITING_REVIEW.value, counts.awaiting_review),
            (Work.IN_TRANSLATION.value, counts.in_translation),
            (OLDER, counts.older),
            (Work.MISSING.value, counts.missing),
        )
        board = reverse("languages:board")
        return [(state, number, f"{board}?{urlencode({'language': code, 'state': state})}") for state, number in states]
