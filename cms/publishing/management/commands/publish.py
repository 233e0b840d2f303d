"""``manage.py publish``: make a release now, and say how it goes."""

from __future__ import annotations

import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, no_translations
from django.utils.translation import gettext, override

from cms.publishing.change_note import ChangeNote
from cms.publishing.delivery.deliver import deliver_what_is_due
from cms.publishing.heal import heal
from cms.publishing.make import make
from cms.publishing.models import Release
from cms.publishing.report import Report
from cms.publishing.request import ensure_waiting, request
from cms.publishing.states import Action


class Command(BaseCommand):
    help = "Publish what is live in the CMS now, and wait until readers see it."

    @no_translations
    def handle(self, *args: object, **options: object) -> None:
        heal()
        with override(settings.LANGUAGE_CODE):
            request(change=ChangeNote(gettext("The whole site"), action=Action.PUBLISHED))
        release = ensure_waiting()
        report = Report(self.stdout.write)
        made = make(release.pk, report) or self._wait_for(release, report)
        if not made.is_live:
            raise CommandError(report.outcome(made))
        self.stdout.write(report.outcome(made))
        deliver_what_is_due()
        made.refresh_from_db()
        if made.delivery_failure:
            raise CommandError(made.delivery_message)

    @staticmethod
    def _wait_for(release: Release, report: Report) -> Release:
        """A worker was quicker and makes it; follow along."""
        while True:
            release.refresh_from_db()
            report(release)
            if not release.is_under_way:
                return release
            time.sleep(0.2)
