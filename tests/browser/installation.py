"""A toolbox of its own, started by the very door that `make run` opens."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120.0
"""Seconds to wait for the first start on a busy machine; the wait ends as soon as the site answers."""


@dataclass
class Installation:
    """A running CMS with its site, in a folder of its own."""

    folder: Path
    port: int
    process: subprocess.Popen[str]
    output: str = ""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def content(self) -> Path:
        return self.folder / "content"

    @property
    def public(self) -> Path:
        return self.folder / "public"

    @property
    def log(self) -> str:
        return (self.folder / "log").read_text("utf-8")

    @property
    def password(self) -> str:
        found = re.search(r"Password\s+(\S+)", self.log)
        assert found, self.log
        return found[1]

    def section(self, kind: str, language: str = "nb") -> int:
        """The number of the page under which documents of ``kind`` stand."""
        query = (
            "select page.id from wagtailcore_page page"
            " join library_sectionpage section on section.page_ptr_id = page.id"
            " join wagtailcore_locale locale on locale.id = page.locale_id"
            " where section.kind = ? and locale.language_code = ?"
        )
        with sqlite3.connect(self.folder / "var" / "toolbox.sqlite3") as database:
            return int(database.execute(query, (kind, language)).fetchone()[0])

    def page(self, slug: str, language: str = "nb") -> int:
        """The number of the page with this slug."""
        query = (
            "select page.id from wagtailcore_page page join wagtailcore_locale locale on locale.id = page.locale_id"
            " where page.slug = ? and locale.language_code = ?"
        )
        with sqlite3.connect(self.folder / "var" / "toolbox.sqlite3") as database:
            return int(database.execute(query, (slug, language)).fetchone()[0])

    def run(self, *command: str) -> str:
        """What a command of Python says beside the running toolbox; it has to end well."""
        done = subprocess.run(
            [sys.executable, *command],
            cwd=ROOT,
            env=_environment(self.folder, self.port),
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def start(folder: Path) -> Installation:
    """Starts the toolbox with a copy of the starter content and waits until it answers."""
    if not (folder / "content").exists():
        shutil.copytree(ROOT / "content", folder / "content")
    port = _free_port()
    env = _environment(folder, port)
    with (folder / "log").open("w") as log:
        command = [sys.executable, "manage.py", "run", "--port", str(port)]
        process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=log, text=True)
    installation = Installation(folder, port, process)
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        if _answers(f"{installation.url}/nb/") and "worker is ready" in installation.log:
            return installation
        time.sleep(0.2)
    installation.stop()
    raise AssertionError(f"The toolbox did not start:\n{installation.log}")


def _environment(folder: Path, port: int) -> dict[str, str]:
    env = {
        **os.environ,
        "TOOLBOX_CONTENT": str(folder / "content"),
        "TOOLBOX_PUBLIC": str(folder / "public"),
        "TOOLBOX_VAR": str(folder / "var"),
        "TOOLBOX_URL": f"http://127.0.0.1:{port}",
    }
    env.pop("DATABASE_URL", None)
    return env


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False
