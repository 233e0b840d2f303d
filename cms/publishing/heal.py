"""Puts right what a worker left behind that was stopped in the middle of its work."""

from __future__ import annotations

import logging
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from cms.publishing.lock import Busy, holding
from cms.publishing.models import Change, Release
from cms.publishing.places import Places
from cms.publishing.progress import Progress
from cms.publishing.release_folder import ReleaseFolder, folders
from cms.publishing.request import enqueue, ensure_waiting
from cms.publishing.states import STEPS, Kind, State
from cms.publishing.switch import live_folder, switch
from cms.publishing.tasks import make_release

logger = logging.getLogger(__name__)

ATTEMPTS = 3
"""How often the same changes are tried by themselves. A build that kills its worker must not do so for ever."""

PATIENCE = timedelta(seconds=5)
"""Younger requests are still on their way."""


def heal(places: Places | None = None) -> None:
    """Look for unfinished business and see that it is finished. Does nothing while a release is being made."""
    places = places or Places.from_settings()
    try:
        with holding(places.lock, wait=False):
            # We hold the lock, so no release is being made: one that says so was left behind.
            _point_somewhere(places)
            for release in Release.objects.filter(state__in=STEPS).order_by("pk"):
                _finish(release, places)
            _see_that_changes_go_out()
    except Busy:
        return


def _finish(release: Release, places: Places) -> None:
    live = live_folder(places.public)
    if release.directory and live is not None and live == (places.releases / release.directory).resolve():
        # Stopped between the switch and its record: what readers see decides.
        Progress(release).went_live(redirects=ReleaseFolder(live).redirects)
        return
    again = release.kind == Kind.PUBLISH and release.attempt < ATTEMPTS
    code = "rollback-stopped" if release.kind == Kind.ROLLBACK else "interrupted" if again else "gave-up"
    logger.warning("Release %s was stopped in the middle (%s).", release.pk, code)
    with transaction.atomic():
        Progress(release).failed({"code": code, "attempts": release.attempt}, [])
        if again:
            for change in release.changes.all():
                change.pk, change.release_id = None, None
                change.save()
            ensure_waiting(user=release.requested_by, attempt=release.attempt + 1)


def _see_that_changes_go_out() -> None:
    """A change without a waiting release gets one; a waiting release without a task gets one."""
    before = timezone.now() - PATIENCE
    waiting = Release.objects.filter(state=State.WAITING)
    if not waiting.filter(kind=Kind.PUBLISH).exists():
        change = Change.objects.filter(release=None, at__lt=before).first()
        if change is not None:
            ensure_waiting(user=change.user)
    for release in waiting.filter(requested_at__lt=before):
        if not _has_task(release):
            enqueue(release)


def _has_task(release: Release) -> bool:
    ready = DBTaskResult.objects.filter(status=TaskResultStatus.READY, task_path=make_release.module_path)
    return any(task.args_kwargs["args"] == [release.pk] for task in ready)


def _point_somewhere(places: Places) -> None:
    """Where ``public`` leads nowhere, though a finished release is there, readers get that one back."""
    if places.public.exists():
        return
    for folder in folders(places.releases):
        if folder.is_complete:
            switch(places.public, folder.public)
            return
