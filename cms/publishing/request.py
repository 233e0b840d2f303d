"""Asking for a release: a change is noted at once, and a release that takes it up follows."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.utils import timezone

from cms.publishing.change_note import ChangeNote
from cms.publishing.models import Change, Release
from cms.publishing.states import Kind, State


def request(*, change: ChangeNote, user: AbstractBaseUser | None = None) -> None:
    """Note ``change`` in the present transaction, and have a release waiting once it is committed.

    Should the second part fail, the change is still noted, and `heal` asks again for the release.
    """
    Change.objects.create(
        action=change.action, title=change.title[:255], url=change.url, page_id=change.page_id, user=user
    )
    transaction.on_commit(lambda: ensure_waiting(user=user), robust=True)


def ensure_waiting(*, user: AbstractBaseUser | None = None, attempt: int = 1) -> Release:
    """The waiting release; a new one, with its task in the queue, where none is waiting."""
    while True:
        try:
            with transaction.atomic():
                # Locked, so that a release just being claimed is not mistaken for one that waits.
                waiting = Release.objects.select_for_update().filter(kind=Kind.PUBLISH, state=State.WAITING).first()
                if waiting is None:
                    waiting = Release.objects.create(requested_by=user, attempt=attempt)
                    enqueue(waiting)
                return waiting
        except IntegrityError:
            continue  # Another process made one between our look and our writing: join that.


def enqueue(release: Release) -> None:
    """Put the release's task in the queue; a moment later, so that more changes can join."""
    from cms.publishing.tasks import make_release

    due = timezone.now() + timedelta(seconds=settings.TOOLBOX_DEBOUNCE_SECONDS)
    make_release.using(run_after=due).enqueue(release.pk)


def claim(release_id: int) -> Release | None:
    """Take the waiting release, and with it every change noted so far; None where it does not wait any more.

    A change that is seen here was committed together with its page, so the page is seen too.
    """
    with transaction.atomic():
        waiting = Release.objects.filter(pk=release_id, state=State.WAITING)
        if not waiting.update(state=State.CHECKING, started_at=timezone.now()):
            return None
        release = Release.objects.get(pk=release_id)
        if release.kind == Kind.PUBLISH:
            Change.objects.filter(release=None).update(release=release)
    return release
