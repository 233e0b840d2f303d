"""Processes of an installation that begin at once: forked from one in which everything is loaded (see `ready`).

Each reads the settings anew from its own environment, as one that is started does. What a start itself has to prove is
proven by those that run `manage.py` for real.
"""

from __future__ import annotations

import os
import runpy
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
READY = "tests.cms.publishing.ready"

_SERVER = get_context("forkserver")
_SERVER.set_forkserver_preload([READY])


class Forked:
    """A running process with the part of `subprocess.Popen` that tests use. Errors go with the output, or to a file."""

    def __init__(self, environment: Mapping[str, str], command: Sequence[str], errors: Path | None = None) -> None:
        reading, writing = _SERVER.Pipe(duplex=False)
        self._process = _SERVER.Process(target=_become, args=(dict(environment), [*command], writing, errors))
        with _where_our_code_is_found():
            self._process.start()
        writing.close()
        self.stdout = os.fdopen(os.dup(reading.fileno()), encoding="utf-8")
        reading.close()

    @property
    def pid(self) -> int:
        return self._process.pid or 0

    @property
    def returncode(self) -> int | None:
        return self._process.exitcode

    def wait(self, timeout: float | None = None) -> int:
        self._process.join(timeout)
        if self._process.exitcode is None:
            raise subprocess.TimeoutExpired("forked", timeout or 0)
        return self._process.exitcode

    def communicate(self, timeout: float) -> tuple[str, None]:
        """The rest of its output, when it has ended; one that takes too long is killed."""
        late = threading.Timer(timeout, self._process.kill)
        late.start()
        try:
            said = self.stdout.read()
            self._process.join()
        finally:
            late.cancel()
        return said, None

    def send_signal(self, sent: int) -> None:
        os.kill(self.pid, sent)


@contextmanager
def _where_our_code_is_found() -> Iterator[None]:
    """The first process starts the one that others are forked from, which has this environment for ever."""
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT), str(ROOT / "site")])
    try:
        yield
    finally:
        del os.environ["PYTHONPATH"]
        if before is not None:
            os.environ["PYTHONPATH"] = before


def _become(environment: dict[str, str], command: list[str], out: Connection, errors: Path | None) -> None:
    """In the new process: do what ``python command`` would."""
    with suppress(PermissionError):  # Already the first of its session.
        os.setsid()
    os.chdir(ROOT)
    os.dup2(out.fileno(), 1)
    file = os.open(errors, os.O_WRONLY | os.O_CREAT) if errors else out.fileno()
    os.dup2(file, 2)
    out.close()
    _adopt(environment)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    first, *rest = command
    if first == "-c":
        sys.argv = ["-c"]
        exec(rest[0], {"__name__": "__main__"})
    elif first == "-m":
        sys.argv = rest
        runpy.run_module(rest[0], run_name="__main__", alter_sys=True)
    else:
        from django.core.management import execute_from_command_line

        sys.argv = command
        execute_from_command_line(command)


def _adopt(environment: dict[str, str]) -> None:
    """Takes over the environment and the settings that follow from it."""
    from django.conf import settings
    from django.db import connections
    from django.test import override_settings

    os.environ.clear()
    os.environ.update(environment)
    for name in [name for name in sys.modules if name.startswith("cms.config.settings")]:
        del sys.modules[name]
    import cms.config.settings as fresh

    new = {name: getattr(fresh, name) for name in dir(fresh) if name.isupper()}
    databases = new.pop("DATABASES")
    override_settings(**{name: value for name, value in new.items() if getattr(settings, name) != value}).enable()
    settings.DATABASES = databases
    connections.close_all()
    connections._settings = None
    connections.__dict__.pop("settings", None)
    connections["default"] = connections.create_connection("default")
