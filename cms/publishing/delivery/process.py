"""Deliveries beside the worker: a slow host must not keep the next release waiting."""

from __future__ import annotations

import subprocess
import sys

from django.conf import settings

from cms.publishing.delivery.deliver import is_due


class DeliveryProcess:
    """At most one ``manage.py deliver`` at a time."""

    def __init__(self) -> None:
        self._running: subprocess.Popen[bytes] | None = None

    def start_if_due(self) -> None:
        """Start one where a delivery is due. It goes on by itself should the worker end before it does."""
        if self._running is not None and self._running.poll() is None:
            return
        self._running = None
        if is_due():
            command = [sys.executable, "-m", "django", "deliver", f"--settings={settings.SETTINGS_MODULE}"]
            self._running = subprocess.Popen(command, cwd=settings.BASE_DIR, stdin=subprocess.DEVNULL)
