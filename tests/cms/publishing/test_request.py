"""Asking for a release, and what becomes of requests when workers are stopped."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from cms.publishing.change_note import ChangeNote
from cms.publishing.heal import ATTEMPTS, heal
from cms.publishing.lock import holding
from cms.publishing.make import make
from cms.publishing.models import Change, MovedPage, Release
from cms.publishing.places import Places
from cms.publishing.release_folder import ReleaseFolder, make_folder
from cms.publishing.request import claim, request
from cms.publishing.switch import switch
from tests.cms.publishing.sample import make_editor, make_guide, publish

pytestmark = pytest.mark.usefixtures("library")

LONG_AGO = timedelta(minutes=5)


def note(title: str = "En side") -> None:
    request(change=ChangeNote(title), user=make_editor())


def only_release() -> Release:
    return Release.objects.get()


def test_changes_made_together_join_one_release() -> None:
    note("En")
    note("To")
    release = only_release()
    assert DBTaskResult.objects.filter(queue_name="releases").count() == 1
    claim(release.pk)
    assert [change.title for change in release.changes.all()] == ["En", "To"]


def test_a_release_waits_a_moment_for_company(settings) -> None:
    settings.TOOLBOX_DEBOUNCE_SECONDS = 30
    note()
    task = DBTaskResult.objects.get(queue_name="releases")
    assert timedelta(seconds=25) < task.run_after - timezone.now() <= timedelta(seconds=30)


def test_a_change_after_the_release_began_gets_a_release_of_its_own() -> None:
    note("En")
    first = only_release()
    claim(first.pk)
    note("To")
    second = Release.objects.get(state="waiting")
    claim(second.pk)
    assert [change.title for change in first.changes.all()] == ["En"]
    assert [change.title for change in second.changes.all()] == ["To"]


def test_a_change_that_was_undone_asks_for_nothing() -> None:
    with transaction.atomic():
        note()
        transaction.set_rollback(True)
    assert not Change.objects.exists()
    assert not Release.objects.exists()


def test_a_release_is_claimed_once() -> None:
    note()
    assert claim(only_release().pk) is not None
    assert claim(only_release().pk) is None


def test_a_waiting_release_without_a_task_gets_one() -> None:
    note()
    DBTaskResult.objects.all().delete()
    heal()
    assert not DBTaskResult.objects.exists(), "it may still be on its way"
    Release.objects.update(requested_at=timezone.now() - LONG_AGO)
    heal()
    heal()
    assert DBTaskResult.objects.get().args_kwargs["args"] == [only_release().pk]


def test_a_change_whose_request_was_lost_gets_a_release() -> None:
    note()
    Release.objects.all().delete()
    Change.objects.create(title="En side", action="published", user=make_editor(), at=timezone.now() - LONG_AGO)
    heal()
    assert (only_release().state, only_release().requested_by) == ("waiting", make_editor())


def interrupted(state: str = "building") -> Release:
    note("En side")
    release = claim(Release.objects.get(state="waiting").pk)
    assert release is not None
    Release.objects.filter(pk=release.pk).update(state=state)
    return release


@pytest.mark.parametrize("state", ["checking", "writing", "building", "switching"])
def test_a_release_that_was_stopped_in_the_middle_is_told_so_and_requested_again(state: str) -> None:
    release = interrupted(state)
    heal()
    release.refresh_from_db()
    again = Release.objects.get(state="waiting")
    assert release.state == "failed"
    assert "requested again" in release.message
    assert (again.attempt, again.requested_by) == (2, make_editor())
    claim(again.pk)
    assert [change.title for change in again.changes.all()] == ["En side"]


def test_what_stops_its_worker_every_time_is_not_tried_for_ever() -> None:
    release = interrupted()
    Release.objects.filter(pk=release.pk).update(attempt=ATTEMPTS)
    heal()
    release.refresh_from_db()
    assert release.state == "failed"
    assert f"{ATTEMPTS} times" in release.message
    assert not Release.objects.filter(state="waiting").exists()


def test_a_release_that_was_switched_but_not_recorded_is_live(places: Places) -> None:
    folder = make_folder(places.releases, 1, timezone.now())
    folder.public.mkdir()
    folder.complete({}, {"/nb/guides/a/": "/nb/guides/b/"})
    switch(places.public, folder.public)
    release = interrupted("switching")
    Release.objects.filter(pk=release.pk).update(directory=folder.path.name)
    heal()
    release.refresh_from_db()
    assert release.state == "live"
    assert MovedPage.objects.get().new == "/nb/guides/b/"
    assert not Release.objects.filter(state="waiting").exists()


def test_nothing_is_touched_while_a_release_is_being_made(places: Places) -> None:
    release = interrupted()
    with holding(places.lock):
        heal()
    release.refresh_from_db()
    assert release.state == "building"


def test_readers_get_the_last_release_back_when_the_link_is_lost(places: Places) -> None:
    publish(make_guide("kort-cv"))
    release = make(Release.objects.get(state="waiting").pk)
    assert release is not None
    places.public.unlink()
    heal()
    assert places.public.resolve() == ReleaseFolder(places.releases / release.directory).public
