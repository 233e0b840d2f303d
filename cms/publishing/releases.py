"""Questions about releases."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q
from django.utils import timezone

from cms.publishing.models import Change, Release
from cms.publishing.states import UNDER_WAY, Kind, State

RECENT = timedelta(seconds=90)


def current() -> Release | None:
    """The release readers see."""
    return Release.objects.filter(state=State.LIVE).order_by("-pk").first()


def latest() -> Release | None:
    """The newest release, whatever became of it."""
    return Release.objects.order_by("-pk").first()


def of_interest_to(user: AbstractBaseUser) -> Release | None:
    """The newest release that ``user`` asked for or has a change in, while it is under way and shortly after."""
    mine = Q(requested_by=user) | Q(changes__user=user)
    fresh = Q(state__in=UNDER_WAY) | Q(finished_at__gt=timezone.now() - RECENT)
    release = Release.objects.filter(mine & fresh).order_by("-pk").first()
    if Change.objects.filter(release=None, user=user).exists():
        waiting = Release.objects.filter(kind=Kind.PUBLISH, state=State.WAITING).first()
        return waiting or release
    return release
