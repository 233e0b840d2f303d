"""The worker as an operator runs it, and several processes that publish at once."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable

from cms.publishing.timer import Chore, Timer
from tests.cms.publishing.installation import Installation, Process

PUBLISH = "from tests.cms.publishing.sample import *; publish(GuidePage.objects.get(slug='kort-cv'), title='{title}')"
READY = "The worker is ready.\n"


def worker(installation: Installation, *, for_real: bool = False) -> Process:
    """A worker that is ready; ``for_real`` it is started as an operator starts it, and not forked."""
    command = "manage.py", "worker"
    process = installation.start_program(sys.executable, *command) if for_real else installation.start(*command)
    assert process.stdout is not None
    assert process.stdout.readline() == READY
    return process


def title_is(installation: Installation, title: str) -> Callable[[], bool]:
    page = installation.public / "nb/guides/kort-cv/index.html"
    return lambda: page.is_file() and title in page.read_text()


def await_(condition: Callable[[], bool], seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "it did not happen in time"
        time.sleep(0.05)


def test_a_worker_brings_what_is_published_to_readers_and_ends_when_asked(installation: Installation) -> None:
    process = worker(installation, for_real=True)
    installation.python(PUBLISH.format(title="En tittel"))
    await_(title_is(installation, "En tittel"))
    process.send_signal(signal.SIGTERM)
    assert process.wait(30) == 0
    states = installation.ask("[r.state for r in Release.objects.order_by('-pk')]")
    assert states == ["live", "replaced"]


def test_a_new_worker_finishes_what_a_killed_one_left(installation: Installation) -> None:
    process = worker(installation)
    installation.python(PUBLISH.format(title="En tittel"))
    releases = installation.var / "releases"
    await_(lambda: releases.is_dir() and any(releases.iterdir()))
    installation.kill(process)
    worker(installation)
    await_(title_is(installation, "En tittel"))


def test_a_worker_publishes_what_is_scheduled(installation: Installation) -> None:
    installation.python(
        "from tests.cms.publishing.sample import *; from datetime import timedelta; from django.utils import timezone; "
        "page = publish(GuidePage.objects.get(), title='I morgen', go_live_at=timezone.now() + timedelta(seconds=3)); "
        "assert not page.live"
    )
    time_is_up = time.monotonic() + 3
    await_(lambda: time.monotonic() > time_is_up)
    worker(installation)
    await_(title_is(installation, "I morgen"))


def test_several_that_publish_at_once_take_turns(installation: Installation) -> None:
    installation.python(PUBLISH.format(title="En tittel"))
    processes = [installation.start("manage.py", "publish") for _number in range(3)]
    outcomes = [process.communicate(timeout=180)[0] for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0], outcomes
    made = "Release.objects.exclude(started_at=None)"
    times = installation.ask(f"sorted([r.started_at.timestamp(), r.finished_at.timestamp()] for r in {made})")
    assert isinstance(times, list)
    assert all(before[1] <= after[0] for before, after in zip(times, times[1:], strict=False)), times
    assert installation.ask("Release.objects.filter(state='live').count()") == 1
    assert title_is(installation, "En tittel")()


def test_each_chore_is_done_when_it_is_due_and_one_that_fails_does_not_stop_the_others() -> None:
    now, done = [0.0], []

    def fail() -> None:
        done.append("fail")
        raise RuntimeError("broken")

    timer = Timer([Chore(fail, 10), Chore(lambda: done.append("work"), 30)], clock=lambda: now[0])
    for moment in (0.0, 5.0, 10.0, 30.0):
        now[0] = moment
        timer.tick()
    assert done == ["fail", "work", "fail", "fail", "work"]
