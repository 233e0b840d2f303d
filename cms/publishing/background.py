"""The worker: background tasks and the timer, in one process and one thread.

Builds fork, and a process with threads must not. So a delivery, which may take long, is a process of its own.
"""

from __future__ import annotations

import logging
import signal
import threading
from types import FrameType

from django.db import DatabaseError, close_old_connections
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from cms.publishing.timer import Timer

logger = logging.getLogger(__name__)

INTERVAL = 0.2
"""Seconds between two looks for work."""

BACKEND = "default"


class BackgroundWorker:
    """Runs tasks as they become due, and the timer's chores.

    Looks for work by reading only: the library's own loop opens a writing transaction at every look, which on
    SQLite would make editors wait in line, and ends where the database stays locked for long.
    """

    def __init__(self, timer: Timer | None = None) -> None:
        self._timer = timer or Timer()
        self._stopping = threading.Event()
        self._worker = Worker(
            queue_names=["*"],
            interval=0,
            batch=True,
            backend_name=BACKEND,
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(32),
            excluded_queue_names=[],
        )

    def stop(self, signum: int = signal.SIGTERM, frame: FrameType | None = None) -> None:
        """Finish what is being done, then end. Asked a second time, end at once: `heal` picks up the pieces."""
        if self._stopping.is_set():
            raise SystemExit(1)
        self._stopping.set()
        self._worker.running = False

    def run(self) -> None:
        while not self._stopping.is_set():
            self._work()
            if not self._stopping.is_set():
                self._timer.tick()
            self._stopping.wait(INTERVAL)

    def _work(self) -> None:
        try:
            close_old_connections()
            if DBTaskResult.objects.ready().filter(backend_name=BACKEND).exists():
                self._worker.run()
        except DatabaseError:
            logger.exception("The database could not be used; the worker goes on trying.")
            close_old_connections()
