"""Requests, claims and releases on PostgreSQL, where writers do not wait in line as they do on SQLite."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cms.publishing import postgres
from tests.cms.publishing.installation import Installation

EVERYONE_AT_ONCE = """
import json, threading
from django.db import connection
from cms.publishing.change_note import ChangeNote
from cms.publishing.models import Change, Release
from cms.publishing.request import claim, request
Change.objects.all().delete(); Release.objects.all().delete()
errors, most_waiting, done = [], 0, threading.Event()
def editor(name):
    try:
        for number in range(25):
            request(change=ChangeNote(f"{name}-{number}"))
    except Exception as error:
        errors.append(repr(error))
    finally:
        connection.close()
def worker():
    global most_waiting
    try:
        while True:
            last = done.is_set()
            waiting = list(Release.objects.filter(state="waiting").values_list("pk", flat=True))
            most_waiting = max(most_waiting, len(waiting))
            for pk in waiting:
                claim(pk)
            if last:
                return
    except Exception as error:
        errors.append(repr(error))
    finally:
        connection.close()
editors = [threading.Thread(target=editor, args=[name]) for name in "abcd"]
workers = [threading.Thread(target=worker) for _ in range(2)]
for thread in [*editors, *workers]: thread.start()
for thread in editors: thread.join()
done.set()
for thread in workers: thread.join()
print(json.dumps({
    "errors": errors,
    "most_waiting": most_waiting,
    "left": Change.objects.filter(release=None).count(),
    "taken": Change.objects.exclude(release=None).values("title").distinct().count(),
    "waiting": Release.objects.filter(state="waiting").count(),
}))
"""


@pytest.fixture(scope="module")
def on_postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    if not postgres.is_installed():
        pytest.skip("PostgreSQL is not installed.")
    folder: Path = tmp_path_factory.mktemp("on-postgres")
    with postgres.running() as database, Installation(folder, database) as made:
        made.manage("migrate", "--verbosity=0")
        made.python("from tests.cms.publishing.sample import *; make_places(); make_guide('kort-cv')")
        yield made


def test_no_change_is_lost_or_taken_twice_when_everyone_publishes_at_once(on_postgres: Installation) -> None:
    told = json.loads(on_postgres.python(EVERYONE_AT_ONCE).splitlines()[-1])
    assert told == {"errors": [], "most_waiting": 1, "left": 0, "taken": 100, "waiting": 0}


def test_several_publish_at_once_and_readers_get_the_page(on_postgres: Installation) -> None:
    on_postgres.python("from tests.cms.publishing.sample import *; publish(GuidePage.objects.get(), title='En tittel')")
    processes = [on_postgres.start("manage.py", "publish") for _number in range(2)]
    outcomes = [process.communicate(timeout=180)[0] for process in processes]
    assert [process.returncode for process in processes] == [0, 0], outcomes
    assert "En tittel" in (on_postgres.public / "nb/guides/kort-cv/index.html").read_text()
    assert on_postgres.ask("Release.objects.filter(state='live').count()") == 1
