"""The check of links, once a night, in a process of its own: it has threads, and the worker must have none."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime, time, timedelta

from django.conf import settings
from django.utils import timezone

from cms.editing.external_links.models import LinkRound


def last_time(at: time, now: datetime) -> datetime:
    """When the clock last showed ``at``."""
    today = now.replace(hour=at.hour, minute=at.minute, second=0, microsecond=0)
    return today if today <= now else today - timedelta(days=1)


def is_due(now: datetime) -> bool:
    """Whether this night's check is still to be done, or to be ended. A night the machine slept through is made up."""
    at = settings.TOOLBOX_LINK_CHECK
    return at is not None and not LinkRound.objects.filter(finished_at__gte=last_time(at, now)).exists()


class NightlyCheck:
    """At most one ``manage.py check_links`` at a time. It goes on by itself should the worker end before it does."""

    def __init__(self) -> None:
        self._running: subprocess.Popen[bytes] | None = None

    def start_if_due(self) -> None:
        if self._running is not None and self._running.poll() is None:
            return
        self._running = None
        if is_due(timezone.localtime()):
            command = [sys.executable, "-m", "django", "check_links", f"--settings={settings.SETTINGS_MODULE}"]
            self._running = subprocess.Popen(
                command, cwd=settings.BASE_DIR, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
            )
