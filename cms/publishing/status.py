"""A release in words, for the pages of the admin and for the script that follows it."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils import formats
from django.utils.translation import get_language, gettext

from cms.publishing.models import Change, Release
from cms.publishing.states import STEPS, Action, Kind, State

READABLE = (Action.PUBLISHED, Action.MOVED, Action.SLUG)
"""Changes after which there is a page to read."""


@dataclass(frozen=True)
class Said:
    """A problem in the reader's language; ``edit`` is where to mend it, if it is on a page."""

    text: str
    remedy: str
    where: str
    edit: str
    is_error: bool


def changes_of(release: Release) -> list[Change]:
    """One change for each page, the one that says most. `Release.changes` should be prefetched."""
    strength = list(Action.values)
    by_page: dict[object, Change] = {}
    for change in release.changes.all():
        key = change.page_id or (change.title, change.url)
        known = by_page.get(key)
        if known is None or strength.index(change.action) >= strength.index(known.action):
            by_page[key] = change
    return list(by_page.values())


def people_of(release: Release) -> list[str]:
    """The names of those who asked for it."""
    users = [release.requested_by, *(change.user for change in release.changes.all())]
    return list(dict.fromkeys(user.get_full_name() or user.get_username() for user in users if user))


def problems_of(release: Release) -> list[Said]:
    return [_said(problem) for problem in release.problems]


def site_address(url: str) -> str:
    """The address at which a reader opens the page at ``url``."""
    return f"{settings.TOOLBOX_SITE_URL}{url}"


def headline(release: Release) -> str:
    """What is happening with it, in a few words."""
    match release.state:
        case State.WAITING:
            return gettext("Waiting to begin")
        case State.LIVE:
            return gettext("Live again") if release.kind == Kind.ROLLBACK else gettext("Live")
        case State.FAILED:
            return gettext("Not published")
        case _:
            return str(State(release.state).label)


def status(release: Release) -> dict[str, object]:
    """What the script shows: everything already in words."""
    return {
        "id": release.pk,
        "title": str(release),
        "state": release.state,
        "headline": headline(release),
        "done": not release.is_under_way,
        "message": release.message,
        "detail": reverse("releases:detail", args=[release.pk]),
        "detail_label": gettext("More about this release"),
        "close_label": gettext("Close"),
        "steps": _steps(release),
        "links": _links(release) if release.is_live else [],
        "problems": [
            {"text": said.text, "remedy": said.remedy, "where": said.where, "edit": said.edit}
            for said in problems_of(release)
            if said.is_error
        ],
    }


def _steps(release: Release) -> list[dict[str, str]]:
    order = [*STEPS, State.LIVE]
    reached = order.index(State(release.state)) if release.state in order else -1
    steps = []
    for number, step in enumerate(order):
        done = step.value in release.steps or release.is_live
        now = number == reached and not release.is_live
        seconds = release.steps.get(step.value)
        steps.append(
            {
                "name": step.value,
                "label": str(step.label),
                "state": "now" if now else "done" if done else "todo",
                "seconds": "" if seconds is None or now else seconds_text(seconds),
            }
        )
    return steps


def seconds_text(seconds: float) -> str:
    return gettext("%(seconds)s s") % {"seconds": formats.number_format(seconds, decimal_pos=1)}


def _links(release: Release) -> list[dict[str, str]]:
    readable = [change for change in changes_of(release) if change.url and change.action in READABLE]
    return [
        {"title": gettext("Open “%(title)s”") % {"title": change.title}, "url": site_address(change.url)}
        for change in readable[:5]
    ]


def _said(problem: dict[str, object]) -> Said:
    words = problem["words"]
    assert isinstance(words, dict)
    message, remedy = words.get((get_language() or "nb").split("-")[0]) or words["en"]
    return Said(
        text=message,
        remedy=remedy,
        where=str(problem["title"] or problem["path"]),
        edit=str(problem["edit"]),
        is_error=problem["severity"] == "error",
    )
