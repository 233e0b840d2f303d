from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from cms.accounts.roles import sync_roles


class Command(BaseCommand):
    help = "Give every role exactly the permissions of its table. Runs by itself after migrate; safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        sync_roles()
        self.stdout.write("Every role has exactly the permissions of its table.")
