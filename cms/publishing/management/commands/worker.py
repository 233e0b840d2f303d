"""``manage.py worker``: makes releases, publishes what is scheduled, and looks after what was left unfinished."""

from __future__ import annotations

import signal

from django.core.management.base import BaseCommand

from cms.publishing.background import BackgroundWorker


class Command(BaseCommand):
    help = "Run background tasks: releases, deliveries, scheduled publishing. Keep one running beside the web server."

    def handle(self, *args: object, **options: object) -> None:
        self._warm_up()
        worker = BackgroundWorker()
        signal.signal(signal.SIGTERM, worker.stop)
        signal.signal(signal.SIGINT, worker.stop)
        self.stdout.write("The worker is ready.")
        self.stdout.flush()
        worker.run()

    @staticmethod
    def _warm_up() -> None:
        """Load what a build needs now, so that the first editor does not wait for it."""
        import material  # noqa: F401
        import mkdocs.commands.build  # noqa: F401

        import cms.publishing.make  # noqa: F401
