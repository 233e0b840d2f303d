"""A whole installation in a folder, used as an operator uses it: by processes of its own.

They are forked where nothing hangs on how they start (see `forked`); `start_program` starts one for real.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.cms.publishing.forked import ROOT, Forked

Process = Forked | subprocess.Popen[str]


class Installation:
    """Everything lies under ``folder``. Processes that were started end with the ``with`` statement."""

    def __init__(self, folder: Path, database: str = "", **environment: str) -> None:
        self.folder = folder
        self.content, self.public, self.var = folder / "content", folder / "public", folder / "var"
        for made in (self.content, self.var):
            made.mkdir(parents=True, exist_ok=True)
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "cms.config.settings",
            "TOOLBOX_CONTENT": str(self.content),
            "TOOLBOX_PUBLIC": str(self.public),
            "TOOLBOX_VAR": str(self.var),
            "TOOLBOX_SECRET_KEY": "only-for-tests",
            "DATABASE_URL": database or f"sqlite:///{self.var / 'toolbox.sqlite3'}",
            **environment,
        }
        self._started: list[Process] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for process in self._started:
            self.kill(process)

    def manage(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        return self._run(["manage.py", *arguments], check)

    def python(self, code: str, *, check: bool = True) -> str:
        """What ``code`` prints, run with Django set up."""
        return self._run(["-c", code], check).stdout.strip()

    def module(self, name: str, *arguments: str) -> str:
        """What ``python -m name`` prints."""
        return self._run(["-m", name, *arguments], check=True).stdout.strip()

    def ask(self, expression: str) -> object:
        """The value of ``expression``, with the models of publishing and the sample at hand."""
        code = "import json; from cms.publishing.models import *; from tests.cms.publishing.sample import *; "
        return json.loads(self.python(f"{code}print(json.dumps({expression}))").splitlines()[-1])

    def start(self, *command: str) -> Forked:
        """Start ``python command``."""
        process = Forked(self.environment, command)
        self._started.append(process)
        return process

    def start_program(self, *command: str) -> subprocess.Popen[str]:
        """Start a program in a session of its own, so that its children can be ended with it."""
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self._started.append(process)
        return process

    @staticmethod
    def kill(process: Process, sent: int = signal.SIGKILL) -> None:
        """End the process and every process it started."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, sent)
        process.wait(30)
        if process.stdout:
            process.stdout.close()

    def _run(self, command: list[str], check: bool) -> subprocess.CompletedProcess[str]:
        with tempfile.NamedTemporaryFile("r", encoding="utf-8") as errors:
            process = Forked(self.environment, command, Path(errors.name))
            said, _ = process.communicate(timeout=600)
            done = subprocess.CompletedProcess(command, process.wait(), said, errors.read())
        if check and done.returncode != 0:
            raise AssertionError(f"{command} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}")
        return done
