"""``manage.py deliver``: deliver what is live and not delivered yet. The worker starts it by itself."""

from __future__ import annotations

from django.core.management.base import BaseCommand

from cms.publishing.delivery.deliver import deliver_what_is_due


class Command(BaseCommand):
    help = "Deliver the live release, if its delivery is due."

    def handle(self, *args: object, **options: object) -> None:
        deliver_what_is_due()
