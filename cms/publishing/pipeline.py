"""A release, from what is live in the CMS to what readers see.

check → write ``content/`` → check → build beside the live site → switch. Each step is a plain function on plain
data (see `Steps`); this module says their order, and that a failure at any of them leaves readers where they were.
"""

from __future__ import annotations

import logging
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from sitebuilder.contract.document import Library

from cms.publishing import snapshot
from cms.publishing.failures import Refused, explain
from cms.publishing.gate import refuse_errors, refuse_to_empty
from cms.publishing.lock import holding
from cms.publishing.models import Release
from cms.publishing.moved_pages import addresses, with_redirects
from cms.publishing.places import Places
from cms.publishing.progress import Listener, Progress
from cms.publishing.release_folder import ReleaseFolder, make_folder, prune
from cms.publishing.request import claim
from cms.publishing.states import State
from cms.publishing.steps import Steps
from cms.publishing.switch import live_folder, switch

logger = logging.getLogger(__name__)


def publish(
    release_id: int, *, places: Places | None = None, steps: Steps | None = None, listener: Listener | None = None
) -> Release | None:
    """Make the waiting release ``release_id``; None where it was taken by another process.

    Failures do not raise: they stand on the release that is returned. One release is made at a time, whatever
    the number of workers and commands; while this waits for its turn, further changes can join the release.
    """
    places = places or Places.from_settings()
    with holding(places.lock):
        release = claim(release_id)
        if release is None:
            return None
        _Making(release, places, steps or Steps(), Progress(release, listener)).run()
        _prune(places)
    return release


class _Making:
    def __init__(self, release: Release, places: Places, steps: Steps, progress: Progress) -> None:
        self.release, self.places, self.steps, self.progress = release, places, steps, progress
        self.folder: ReleaseFolder | None = None

    def run(self) -> None:
        try:
            library, redirects = self._make()
        except Exception as error:
            self._fail(error)
            return
        # From here on readers see it. Whatever happens now, `heal` finds the link and records what it says.
        self.progress.went_live(redirects=redirects)
        logger.info("Release %s is live: %s documents.", self.release.pk, len(library.documents))

    def _make(self) -> tuple[Library, dict[str, str]]:
        before = _before(self.places)
        with self.progress.step(State.CHECKING):
            live = self.steps.live()
            refuse_to_empty(live, self.places.content)
            library, redirects = with_redirects(live, before.addresses if before else {})
            self.progress.note(problems=refuse_errors(self.steps.check_library(library)))
        with self.progress.step(State.WRITING):
            self.steps.write(library, self.places.content)
            tree = self.steps.read(self.places.content)
            self.progress.note(problems=refuse_errors(self.steps.check_tree(tree)))
        with self.progress.step(State.BUILDING):
            self.folder = make_folder(self.places.releases, self.release.pk, timezone.now())
            self.progress.note(directory=self.folder.path.name)
            self.steps.build(
                self.places.content,
                self.folder.public,
                cache=self.places.cache,
                tree=tree,
                previous=self.places.public,
            )
            snapshot.take(self.places.content, self.folder.content, before.content if before else None)
            self.folder.complete(addresses(library), redirects)
        self.progress.note(pages=len(library.documents))
        with self.progress.step(State.SWITCHING):
            switch(self.places.public, self.folder.public)
        return library, redirects

    def _fail(self, error: Exception) -> None:
        problems = error.problems if isinstance(error, Refused) else []
        if not isinstance(error, Refused):
            logger.exception("Release %s failed while %s.", self.release.pk, self.release.state)
        if self.folder is not None:
            # First of all: on a full disk this makes the room that the database needs to say so.
            _remove(self.folder)
        self.progress.note(directory="")
        self.progress.failed(explain(error, root=Path(settings.BASE_DIR)), problems)


def _before(places: Places) -> ReleaseFolder | None:
    """The release readers see now, where it is one of ours."""
    path = live_folder(places.public)
    folder = ReleaseFolder(path) if path else None
    return folder if folder and folder.is_complete else None


def _remove(folder: ReleaseFolder) -> None:
    try:
        folder.remove()
    except OSError:
        logger.exception("%s could not be deleted; the next release tries again.", folder.path)


def _prune(places: Places) -> None:
    """Old releases are deleted after the new one is live: a disk that refuses it does not undo the release."""
    try:
        prune(places.releases, live=live_folder(places.public), keep=settings.TOOLBOX_RELEASES_KEPT)
    except OSError:
        logger.exception("Old releases could not be deleted; the next release tries again.")
