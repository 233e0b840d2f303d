"""Keeps a release's row in step with what is happening, so that its editor can watch."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import OperationalError, transaction
from django.utils import timezone

from cms.publishing.failures import Failure, is_locked
from cms.publishing.models import Release
from cms.publishing.moved_pages import remember
from cms.publishing.states import Delivery, State

Listener = Callable[[Release], None]
TRIES = 5
PAUSE = 2.0


class Progress:
    """Writes down each step of ``release``. ``listener`` is told too: the command line prints it."""

    def __init__(self, release: Release, listener: Listener | None = None) -> None:
        self.release = release
        self._listener = listener or (lambda release: None)

    @contextmanager
    def step(self, state: State) -> Iterator[None]:
        self._save(state=state)
        started = time.perf_counter()
        try:
            yield
        finally:
            self.release.steps[state.value] = round(time.perf_counter() - started, 3)

    def went_live(self, *, redirects: dict[str, str]) -> None:
        """The release is what readers see: record it, retire the one before, and have it delivered."""
        deliver = settings.TOOLBOX_DELIVERY != "none"

        def record() -> None:
            with transaction.atomic():
                Release.objects.filter(state=State.LIVE).exclude(pk=self.release.pk).update(state=State.REPLACED)
                remember(redirects)
                self._assign(
                    state=State.LIVE,
                    finished_at=timezone.now(),
                    delivery_state=Delivery.PENDING if deliver else Delivery.NONE,
                    delivery_due_at=timezone.now() if deliver else None,
                )
                self.release.save()

        _insisting(record)
        self._listener(self.release)

    def failed(self, failure: Failure, problems: list[dict[str, object]]) -> None:
        self._save(state=State.FAILED, failure=failure, problems=problems, finished_at=timezone.now())

    def note(self, **values: object) -> None:
        """Remember ``values``; they are saved with the next step."""
        self._assign(**values)

    def _assign(self, **values: object) -> None:
        for name, value in values.items():
            setattr(self.release, name, value)

    def _save(self, **values: object) -> None:
        self._assign(**values)
        _insisting(self.release.save)
        self._listener(self.release)


def _insisting(write: Callable[[], None]) -> None:
    """Write to the database, with patience where it is locked by another."""
    for attempt in range(1, TRIES + 1):
        try:
            write()
            return
        except OperationalError as error:
            if attempt == TRIES or not is_locked(error):
                raise
            time.sleep(PAUSE)
