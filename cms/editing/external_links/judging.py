"""What an answer means for a link. Pure: what was known and what came back in, what is known now out.

An alarm that is false teaches editors to overlook the next one. So a link is broken at once only where the site
itself says that the page is gone; a site that is down or slow has some nights to come back, and a site that turns
machines away says nothing about what a reader would see.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.db.models import IntegerChoices
from django.utils.translation import gettext_lazy as _

from cms.editing.external_links.answer import Answer, Fault

NIGHTS = 3
"""In how many nights in a row a site must fail before a link to it counts as broken."""
A_NIGHT = timedelta(hours=12)
"""Failures closer together than this are one."""
GONE = (404, 410)


class State(IntegerChoices):
    """In the order in which they need someone."""

    BROKEN = 1, _("Broken")
    FAILING = 2, _("Does not answer")
    MOVED = 3, _("Has moved")
    UNCLEAR = 4, _("Cannot be checked")
    WAITING = 5, _("Not checked yet")
    EXCEPTED = 6, _("Exception")
    FINE = 7, _("Works")


@dataclass(frozen=True)
class Standing:
    """What is known of a link."""

    state: int = State.WAITING
    status: int | None = None
    why: str = ""
    """A `Fault`, or ``gone``, ``server``, ``closed`` or ``busy``; empty where nothing is wrong."""
    moved_to: str = ""
    checked_at: datetime | None = None
    failing_since: datetime | None = None
    failures: int = 0
    """Nights in a row."""


def judge(before: Standing, answer: Answer, now: datetime) -> Standing:
    """What is known of the link after ``answer``."""
    why = why_of(answer)
    after = Standing(State.FINE, answer.status, why, checked_at=now)
    if not why:
        return replace(after, state=State.MOVED, moved_to=answer.moved_to) if answer.moved_to else after
    if why in ("closed", "busy", Fault.PRIVATE):
        return replace(after, state=State.UNCLEAR)
    again = before.checked_at is not None and before.failures > 0 and now - before.checked_at < A_NIGHT
    failures = before.failures if again else before.failures + 1
    broken = why in ("gone", Fault.ADDRESS) or failures >= NIGHTS
    return replace(
        after,
        state=State.BROKEN if broken else State.FAILING,
        failing_since=before.failing_since or now,
        failures=failures,
    )


def why_of(answer: Answer) -> str:
    """What is wrong, in one word."""
    if answer.fault:
        return answer.fault.value
    status = answer.status or 0
    if status in GONE:
        return "gone"
    if status == 429:
        return "busy"
    if 500 <= status < 600:
        return "server"
    return "closed" if status >= 400 else ""
