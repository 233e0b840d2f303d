"""Going back to an earlier release: readers see its pages again, and ``content/`` holds its texts again.

The CMS keeps the newer texts, so the next publish brings them back unless they are corrected first.
"""

from __future__ import annotations

import logging
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from cms.publishing import snapshot
from cms.publishing.failures import Failed, explain
from cms.publishing.lock import holding
from cms.publishing.models import Change, Release
from cms.publishing.places import Places
from cms.publishing.progress import Listener, Progress
from cms.publishing.release_folder import ReleaseFolder
from cms.publishing.request import claim, enqueue
from cms.publishing.states import Kind, State
from cms.publishing.switch import live_folder, switch

logger = logging.getLogger(__name__)


def can_go_back_to(release: Release, places: Places | None = None) -> bool:
    """Whether readers saw ``release`` once, see another now, and its files are still kept."""
    places = places or Places.from_settings()
    if release.state != State.REPLACED or not release.directory:
        return False
    folder = ReleaseFolder(places.releases / release.directory)
    return folder.is_complete and folder.path.resolve() != live_folder(places.public)


def request_rollback(*, to: Release, user: AbstractBaseUser | None, queued: bool = True) -> Release:
    """Ask to go back to ``to``. It is done by the worker, or by the caller with `go_back` where not ``queued``."""
    with transaction.atomic():
        release = Release.objects.create(kind=Kind.ROLLBACK, of=to, directory=to.directory, requested_by=user)
        if queued:
            enqueue(release)
    return release


def go_back(release_id: int, *, places: Places | None = None, listener: Listener | None = None) -> Release | None:
    """Carry out the waiting rollback; None where another process took it. Failures stand on the release."""
    places = places or Places.from_settings()
    with holding(places.lock):
        release = claim(release_id)
        if release is None:
            return None
        _set_waiting_aside()
        progress = Progress(release, listener)
        folder = ReleaseFolder(places.releases / release.directory)
        try:
            _switch_back(folder, places, progress)
        except Exception as error:
            logger.exception("Going back (release %s) failed while %s.", release.pk, release.state)
            progress.failed(explain(error, root=Path(settings.BASE_DIR)), [])
            return release
        progress.went_live(redirects=folder.redirects)
    return release


def _switch_back(folder: ReleaseFolder, places: Places, progress: Progress) -> None:
    with progress.step(State.CHECKING):
        if not progress.release.directory or not folder.is_complete:
            raise Failed("gone", release=progress.release.of_id)
    with progress.step(State.WRITING):
        snapshot.restore(folder.content, places.content)
    with progress.step(State.SWITCHING):
        switch(places.public, folder.public)


def _set_waiting_aside() -> None:
    """What waits to be published would undo this at once; it waits for the next time someone publishes."""
    with transaction.atomic():
        waiting = Release.objects.select_for_update().filter(kind=Kind.PUBLISH, state=State.WAITING).first()
        if waiting is None:
            return
        Change.objects.filter(release=None).update(release=waiting)
        Release.objects.filter(pk=waiting.pk).update(
            state=State.SUPERSEDED, failure={"code": "superseded"}, finished_at=timezone.now()
        )
