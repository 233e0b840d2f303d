"""Kills a publishing process in the middle, again and again; run inside an installation.

For each point ``step+delay`` a process publishes a new text and is killed ``delay`` seconds after it says that it
began ``step``. Then everything readers could meet is looked at, and another process publishes to the end. Prints one
line of JSON for each point. Processes are forked from this one, which has loaded everything, to save time.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path

import django

WORDS = {"checking": "Checking", "writing": "Writing", "building": "Building", "switching": "Going live"}


def main(points: list[str]) -> None:
    django.setup()
    from django.db import connection

    import cms.publishing.make  # noqa: F401

    for number, point in enumerate(points):
        step, delay = point.split("+")
        connection.close()
        child, was_killed = publish_and_kill(f"Drept {number}", WORDS[step], float(delay))
        complete_after_kill, faults = look()
        end_builders(child)
        publish_to_the_end(f"Levende {number}")
        complete_at_the_end, more = look()
        told = {
            "point": point,
            "killed": was_killed,
            "complete": complete_after_kill and complete_at_the_end,
            "faults": faults + more,
            "live": f"Levende {number}" in page_text(),
        }
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()


def publish_and_kill(title: str, word: str, delay: float) -> tuple[int, bool]:
    """The process, and whether it was still running when it was killed. What it started is left to itself."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        os.setsid()
        run(title, os.fdopen(writing, "w", buffering=1))
    os.close(writing)
    with os.fdopen(reading) as lines:
        for line in lines:
            if line.startswith(word):
                break
        time.sleep(delay)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    return child, os.WIFSIGNALED(status)


def end_builders(group: int) -> None:
    with suppress(ProcessLookupError):
        os.killpg(group, signal.SIGKILL)


def publish_to_the_end(title: str) -> None:
    child = os.fork()
    if child == 0:
        run(title, sys.stderr)
    _, status = os.waitpid(child, 0)
    assert status == 0, f"publishing {title} ended with {status}"


def run(title: str, out: TextIOWrapper) -> None:
    from django.core.management import call_command

    from cms.library.models import GuidePage
    from tests.cms.publishing.sample import publish

    code = 1
    try:
        publish(GuidePage.objects.get(slug="kort-cv"), title=title)
        call_command("publish", stdout=out)
        code = 0
    except BaseException as error:
        sys.stderr.write(f"{error!r}\n")
    finally:
        os._exit(code)


def look() -> tuple[bool, list[str]]:
    """Whether readers see a complete release; and which files of it are missing or cut short."""
    from cms.publishing.places import Places
    from cms.publishing.release_folder import ReleaseFolder
    from cms.publishing.switch import live_folder

    path = live_folder(Places.from_settings().public)
    if path is None or not ReleaseFolder(path).is_complete:
        return False, []
    folder = ReleaseFolder(path)
    wrong = [name for name, size in folder.files.items() if size_of(folder.public / name) != size]
    return bool(folder.files), wrong


def size_of(file: Path) -> int:
    return file.stat().st_size if file.is_file() else -1


def page_text() -> str:
    from cms.publishing.places import Places

    return (Places.from_settings().public / "nb/guides/kort-cv/index.html").read_text()


if __name__ == "__main__":
    main(sys.argv[1:])
