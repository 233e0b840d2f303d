"""``manage.py rollback [RELEASE]``: readers see an earlier release again."""

from __future__ import annotations

from django.core.management.base import BaseCommand, CommandError, CommandParser, no_translations

from cms.publishing.delivery.deliver import deliver_what_is_due
from cms.publishing.make import make
from cms.publishing.models import Release
from cms.publishing.report import Report
from cms.publishing.rollback import can_go_back_to, request_rollback
from cms.publishing.states import State


class Command(BaseCommand):
    help = "Go back to the release before this one, or to RELEASE. The CMS keeps the newer texts."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("release", nargs="?", type=int, metavar="RELEASE", help="the number of a release")

    @no_translations
    def handle(self, *args: object, release: int | None = None, **options: object) -> None:
        target = self._target(release)
        report = Report(self.stdout.write)
        made = make(request_rollback(to=target, user=None, queued=False).pk, report)
        if made is None or not made.is_live:
            raise CommandError(report.outcome(made) if made else "Another process is going back already.")
        self.stdout.write(report.outcome(made))
        deliver_what_is_due()
        self.stdout.write("The CMS still holds the newer texts: correct or unpublish them before the next publish.")

    @staticmethod
    def _target(number: int | None) -> Release:
        candidates = Release.objects.filter(state=State.REPLACED).order_by("-pk")
        if number is not None:
            candidates = candidates.filter(pk=number)
        for candidate in candidates:
            if can_go_back_to(candidate):
                return candidate
        what = "no earlier release" if number is None else f"release {number}"
        raise CommandError(f"There is {what} to go back to: it was never live, is live now, or is no longer kept.")
