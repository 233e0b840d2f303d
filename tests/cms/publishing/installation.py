"""A whole installation in a folder, used as an operator uses it: by processes of its own."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).resolve().parents[3]
SETUP = "import django; django.setup(); "


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
        self._started: list[subprocess.Popen[str]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for process in self._started:
            self.kill(process)

    def manage(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        return self._run([sys.executable, "manage.py", *arguments], check)

    def python(self, code: str, *, check: bool = True) -> str:
        """What ``code`` prints, run with Django set up."""
        return self._run([sys.executable, "-c", SETUP + code], check).stdout.strip()

    def ask(self, expression: str) -> object:
        """The value of ``expression``, with the models of publishing and the sample at hand."""
        code = "import json; from cms.publishing.models import *; from tests.cms.publishing.sample import *; "
        return json.loads(self.python(f"{code}print(json.dumps({expression}))").splitlines()[-1])

    def start(self, *command: str) -> subprocess.Popen[str]:
        """Start ``manage.py command``."""
        return self.start_program(sys.executable, "manage.py", *command)

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
    def kill(process: subprocess.Popen[str], sent: int = signal.SIGKILL) -> None:
        """End the process and every process it started."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, sent)
        process.wait(30)
        if process.stdout:
            process.stdout.close()

    def _run(self, command: list[str], check: bool) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            command, cwd=ROOT, env=self.environment, capture_output=True, text=True, timeout=180, check=False
        )
        if check and done.returncode != 0:
            raise AssertionError(f"{command[1:]} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}")
        return done
