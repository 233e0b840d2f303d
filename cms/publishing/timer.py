"""What has to be looked after every now and then, whether or not anyone publishes."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from django.core.management import call_command
from django.db import DatabaseError, close_old_connections
from wagtail import hooks

from cms.publishing.delivery.process import DeliveryProcess
from cms.publishing.heal import heal

logger = logging.getLogger(__name__)

A_SECOND = 1.0
HALF_A_MINUTE = 30.0
A_DAY = 24 * 3600.0


def publish_scheduled() -> None:
    """Publish and unpublish what is scheduled for a time that has come."""
    call_command("publish_scheduled")


def forget_old_tasks() -> None:
    """Delete the records of tasks that ended more than a fortnight ago."""
    call_command("prune_db_task_results", min_age_days=14, queue_name="*", verbosity=0)


@dataclass
class Chore:
    work: Callable[[], None]
    every: float
    """Seconds."""
    due: float = field(default=0.0)


class Timer:
    """Runs each chore when it is due; all of them at the first `tick`."""

    def __init__(self, chores: list[Chore] | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._chores = chores or [
            Chore(heal, HALF_A_MINUTE),
            Chore(publish_scheduled, HALF_A_MINUTE),
            Chore(DeliveryProcess().start_if_due, A_SECOND),
            Chore(forget_old_tasks, A_DAY),
            *(make() for make in hooks.get_hooks("register_chore")),  # Those of the rooms above.
        ]
        self._clock = clock

    def tick(self) -> None:
        """A chore that fails is told in the log and done again when it is next due; the others go on."""
        for chore in self._chores:
            if self._clock() >= chore.due:
                chore.due = self._clock() + chore.every
                try:
                    chore.work()
                except DatabaseError:
                    logger.exception("The database did not take part in %s.", chore.work.__name__)
                    close_old_connections()
                except Exception:
                    logger.exception("%s failed.", chore.work.__name__)
