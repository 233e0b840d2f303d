"""When things go wrong around the toolbox: a full disk, a locked database."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import OperationalError, connection
from sitebuilder.build import BuildError

from cms.publishing import progress
from cms.publishing.background import BackgroundWorker
from cms.publishing.failures import explain
from cms.publishing.heal import heal
from cms.publishing.make import make
from cms.publishing.models import Release
from cms.publishing.pipeline import publish as run
from cms.publishing.places import Places
from cms.publishing.steps import Steps
from cms.publishing.timer import Timer
from cms.publishing.wording import sentence
from tests.cms.publishing.installation import Installation
from tests.cms.publishing.sample import make_guide, publish

ROOT = Path("/srv/toolbox")


def caused(error: BaseException, cause: BaseException) -> BaseException:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            OSError(errno.ENOSPC, "No space left", "/srv/toolbox/content/nb/a.md"),
            "no room left on the disk for content/nb",
        ),
        (OSError(errno.EFBIG, "File too large", "/elsewhere/b.html"), "no room left on the disk for b.html"),
        (OSError(errno.ENOSPC, "No space left"), "no room left on the disk for toolbox"),
        (caused(BuildError("x"), OSError(errno.ENOSPC, "No space left")), "no room left on the disk"),
        (OperationalError("database or disk is full"), "no room left on the disk for the database"),
        (OperationalError("database is locked"), "The database was busy for too long"),
        (
            FileNotFoundError(errno.ENOENT, "No such file", "/srv/toolbox/var/media/x.webp"),
            "var/media/x.webp is missing",
        ),
        (
            PermissionError(errno.EACCES, "Permission denied", "/srv/toolbox/var/y"),
            "var/y could not be read or written",
        ),
        (BuildError("nb/guides/a.md cannot be drawn"), "could not be built: nb/guides/a.md cannot be drawn."),
        (ZeroDivisionError("division by zero"), "Something unexpected happened (ZeroDivisionError: division by zero.)"),
    ],
)
def test_each_failure_says_what_and_where_and_what_to_do(error: BaseException, said: str) -> None:
    assert said in sentence(explain(error, root=ROOT))
    assert "gain" in sentence(explain(error, root=ROOT))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 16 MB of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", folder], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        pytest.skip("A file system can be mounted by root only.")
    yield folder
    subprocess.run(["umount", "--lazy", folder], check=True)


def fill(folder: Path, leave: int) -> Path:
    """Fill the disk up to ``leave`` bytes."""
    filler = folder / "filler"
    free = os.statvfs(folder)
    with filler.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, free.f_bavail * free.f_bsize - leave)
    return filler


def on_small_disk(prepared: Path, disk: Path, part: str) -> Installation:
    """An installation of which ``part`` (a path in its folder) lies on the small disk."""
    folder = disk.parent / "installation"
    shutil.copytree(prepared, folder)
    (disk / "part").mkdir()
    if (folder / part).exists():
        shutil.copytree(folder / part, disk / "part", dirs_exist_ok=True)
        shutil.rmtree(folder / part)
    (folder / part).symlink_to(disk / "part")
    return Installation(folder)


@pytest.mark.parametrize(("part", "leave"), [("var/releases", 100_000), ("content", 4096), ("var", 200_000)])
def test_a_full_disk_keeps_readers_on_the_last_release_and_the_next_publish_heals(
    prepared: Path, small_disk: Path, part: str, leave: int
) -> None:
    made = on_small_disk(prepared, small_disk, part)
    page = "GuidePage.objects.get()"
    made.python(f"from tests.cms.publishing.sample import *; publish({page}, title='Først')")
    made.manage("publish")
    made.python(f"from tests.cms.publishing.sample import *; publish({page}, title='Så', **with_text('ord ' * 3000))")
    filler = fill(small_disk, leave)
    failed = made.manage("publish", check=False)
    assert failed.returncode != 0
    assert "no room left on the disk" in failed.stderr or "disk is full" in failed.stderr or "disk I/O" in failed.stderr
    assert "Først" in (made.public / "nb/guides/kort-cv/index.html").read_text()
    filler.unlink()
    made.manage("publish")
    assert "Så" in (made.public / "nb/guides/kort-cv/index.html").read_text()


class Locked:
    """Someone else writes to the database and does not stop."""

    def __init__(self) -> None:
        self._other = sqlite3.connect(
            connection.settings_dict["NAME"], isolation_level=None, check_same_thread=False, timeout=5
        )

    def begin(self) -> None:
        self._other.execute("BEGIN IMMEDIATE")

    def end(self) -> None:
        self._other.execute("ROLLBACK")
        self._other.close()


@pytest.fixture
def impatient(library: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """SQLite waits for a moment only, so that the test does not wait for long."""
    if connection.vendor != "sqlite":
        pytest.skip("Only SQLite is locked as a whole.")
    monkeypatch.setattr(progress, "PAUSE", 0.1)
    connection.close()
    monkeypatch.setitem(connection.settings_dict["OPTIONS"], "timeout", 0.1)
    yield
    connection.close()


def waiting() -> int:
    return Release.objects.get(state="waiting").pk


def test_a_database_that_is_locked_for_a_moment_only_delays_a_release(impatient: None) -> None:
    publish(make_guide("kort-cv"))
    locked = Locked()

    def live():
        library = Steps().live()
        locked.begin()
        threading.Timer(0.4, locked.end).start()
        return library

    release = run(waiting(), steps=replace(Steps(), live=live))
    assert release is not None
    assert release.state == "live"


def test_a_release_that_a_locked_database_stopped_is_made_again(impatient: None, places: Places) -> None:
    page = publish(make_guide("kort-cv", title="Først"))
    make(waiting())
    publish(page, title="Så")
    locked = Locked()

    def live():
        library = Steps().live()
        locked.begin()
        return library

    with pytest.raises(OperationalError):
        run(waiting(), steps=replace(Steps(), live=live))
    assert "Først" in (places.public / "nb/guides/kort-cv/index.html").read_text()
    locked.end()
    heal()
    release = make(waiting())
    assert release is not None
    assert release.state == "live"
    assert "Så" in (places.public / "nb/guides/kort-cv/index.html").read_text()


def test_the_worker_outlives_a_locked_database(impatient: None) -> None:
    publish(make_guide("kort-cv"))
    locked = Locked()
    locked.begin()
    worker = BackgroundWorker(Timer([]))
    worker._work()
    locked.end()
    worker._work()
    assert Release.objects.get().state == "live"
