"""``manage.py check_links``: ask the links of what is live to other sites. The worker does it every night."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import override

from cms.editing.external_links.rounds import check_links
from cms.editing.external_links.told import broken_links
from cms.publishing.lock import Busy


class Command(BaseCommand):
    help = "Check the links to other sites of everything that is live, and list those that are broken."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            round = check_links()
        except Busy as error:
            raise CommandError("The links are being checked already. Wait for that to end.") from error
        if round.offline:
            raise CommandError("No site answered: is this machine online? Nothing is held against any link.")
        with override("en"):
            for link in broken_links():
                self.stdout.write(f"{link.language} {link.title}: {link.url}: {link.why}")
