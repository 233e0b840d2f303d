"""The two processes of a small installation, the web server and the worker, kept alive together."""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from types import FrameType
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.db import connections
from django.urls import get_resolver
from gunicorn.app.base import BaseApplication

from cms.config.memory import keep_what_is_loaded

WAIT_TO_STOP = 10.0
"""Seconds a process has to end by itself."""

LOOK_EVERY = 0.5

_FORK = get_context("fork")  # Django is set up once, here; a process that is forked starts at once.


class PortTaken(Exception):
    """Something else listens on the port."""


def claim_port(port: int) -> None:
    """Raises `PortTaken` unless this machine's ``port`` is free."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise PortTaken(f"Port {port} is in use.") from error


def serve(port: int) -> None:
    """Runs web server and worker until told to stop; a process that dies is started again."""
    work: dict[str, Callable[[], object]] = {
        "web": lambda: _Web(port).run(),
        "worker": lambda: call_command("worker"),
    }
    running: dict[str, BaseProcess] = {}
    stopping = False

    def stop(signum: int, frame: FrameType | None) -> None:
        nonlocal stopping
        stopping = True

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    connections.close_all()  # A connection is not shared with a process that is forked.
    try:
        while not stopping:
            for name, task in work.items():
                process = running.get(name)
                if process is None or not process.is_alive():
                    if process is not None:
                        sys.stderr.write(f"The {name} process ended ({process.exitcode}) and is started again.\n")
                    running[name] = _FORK.Process(target=_alone, args=(task,), name=name)
                    running[name].start()
            time.sleep(LOOK_EVERY)
    finally:
        _end(running)


def _alone(task: Callable[[], object]) -> None:
    """Runs ``task`` in a session of its own: Ctrl+C reaches only the process that ends the others in order."""
    os.setsid()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    task()


class _Web(BaseApplication):
    """gunicorn with one process: SQLite has one writer, and threads share what is loaded."""

    def __init__(self, port: int) -> None:
        self._port = port
        super().__init__()

    def load_config(self) -> None:
        settings: dict[str, Any] = {
            "bind": f"127.0.0.1:{self._port}",
            "workers": 1,
            "threads": 8,
            "timeout": 120,
            "loglevel": "warning",
        }
        for name, value in settings.items():
            self.cfg.set(name, value)

    def load(self) -> WSGIHandler:
        application = get_wsgi_application()
        get_resolver().url_patterns  # noqa: B018 — read once, and with it all views.
        keep_what_is_loaded()
        return application


def _end(running: dict[str, BaseProcess]) -> None:
    for process in running.values():
        process.terminate()
    deadline = time.monotonic() + WAIT_TO_STOP
    for process in running.values():
        process.join(max(0.1, deadline - time.monotonic()))
        if process.is_alive():
            process.kill()
            process.join()
