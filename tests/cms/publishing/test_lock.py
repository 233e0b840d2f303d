"""One release at a time, whoever makes it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from cms.publishing.lock import Busy, holding

HOLDER = """
import sys, time
from pathlib import Path
from cms.publishing.lock import holding
with holding(Path(sys.argv[1])):
    {inside}
    print("held", flush=True)
    time.sleep(60)
"""


def holder(file: Path, inside: str = "pass") -> subprocess.Popen[str]:
    command = [sys.executable, "-c", HOLDER.format(inside=inside), str(file)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.wait()
    assert process.stdout is not None
    process.stdout.close()


def test_another_process_is_told_that_it_is_busy(tmp_path: Path) -> None:
    process = holder(tmp_path / "lock")
    with pytest.raises(Busy), holding(tmp_path / "lock", wait=False):
        pass
    end(process)


def test_another_thread_is_told_that_it_is_busy(tmp_path: Path) -> None:
    busy: list[bool] = []

    def other() -> None:
        try:
            with holding(tmp_path / "lock", wait=False):
                pass
        except Busy:
            busy.append(True)

    with holding(tmp_path / "lock"):
        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
    assert busy == [True]


def test_a_killed_process_lets_go(tmp_path: Path) -> None:
    end(holder(tmp_path / "lock"))
    with holding(tmp_path / "lock", wait=False):
        pass


def test_a_builder_that_outlives_its_killed_worker_does_not_hold_on(tmp_path: Path) -> None:
    fork = (
        f"import os; pid = os.fork(); open({str(tmp_path / 'child')!r}, 'w').write(str(pid)) if pid else time.sleep(60)"
    )
    process = holder(tmp_path / "lock", fork)
    end(process)
    child = int((tmp_path / "child").read_text())
    os.kill(child, 0)
    with holding(tmp_path / "lock", wait=False):
        pass
    os.kill(child, 9)
