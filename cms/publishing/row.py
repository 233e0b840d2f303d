"""A release as the pages of the admin show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cms.publishing.models import Change, Release
from cms.publishing.places import Places
from cms.publishing.rollback import can_go_back_to
from cms.publishing.states import Delivery
from cms.publishing.status import Said, changes_of, headline, people_of, problems_of, seconds_text, site_address, status

TONES = {"live": "success", "failed": "critical", "replaced": "secondary", "superseded": "secondary"}


@dataclass(frozen=True)
class ShownChange:
    title: str
    action: str
    address: str
    """Where readers find the page; empty where they do not."""


@dataclass(frozen=True)
class Row:
    release: Release
    headline: str
    tone: str
    people: list[str]
    changes: list[ShownChange]
    problems: list[Said]
    seconds: str
    steps: list[dict[str, str]]
    can_go_back: bool
    delivery: str
    delivery_failed: bool


def rows(releases: Iterable[Release], places: Places) -> list[Row]:
    return [_row(release, places) for release in releases]


def _row(release: Release, places: Places) -> Row:
    told = status(release)
    steps = told["steps"]
    assert isinstance(steps, list)
    return Row(
        release=release,
        headline=headline(release),
        tone=TONES.get(release.state, "info"),
        people=people_of(release),
        changes=[_shown(change) for change in changes_of(release)],
        problems=problems_of(release),
        seconds=seconds_text(release.seconds) if release.steps else "",
        steps=steps,
        can_go_back=can_go_back_to(release, places),
        delivery=str(release.get_delivery_state_display()) if release.delivery_state else "",
        delivery_failed=release.delivery_state == Delivery.FAILED,
    )


def _shown(change: Change) -> ShownChange:
    gone = change.action in ("unpublished", "deleted")
    return ShownChange(
        change.title, str(change.get_action_display()), site_address(change.url) if change.url and not gone else ""
    )
