"""``manage.py seed``: a made-up library in an empty database, to measure with and to try things in."""

from __future__ import annotations

import time
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from cms.accounts.roles import sync_roles
from cms.config.database import migrations_are_waiting
from cms.seeding.fill import NotEmpty, fill


class Command(BaseCommand):
    help = "Fill an empty database with made-up documents in seven languages, in every state. The same each time."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--documents", type=int, default=500, help="how many documents (default: 500)")
        parser.add_argument("--seed", type=int, default=1, help="another number makes another library")

    def handle(self, *args: Any, documents: int, seed: int, **options: Any) -> None:
        settings.TOOLBOX_VAR.mkdir(parents=True, exist_ok=True)
        if migrations_are_waiting():
            call_command("migrate", verbosity=0, interactive=False)
        started = time.monotonic()
        try:
            pages = fill(documents, seed)
        except NotEmpty:
            raise CommandError(
                f"There are documents already in {_where()}; nothing was made. Only an empty database is seeded: "
                "name another folder with TOOLBOX_VAR, or delete this one first."
            ) from None
        sync_roles()
        self.stdout.write(f"{documents} documents, {pages} pages in {time.monotonic() - started:.0f} s, in {_where()}.")
        call_command("ensure_admin", stdout=self.stdout)
        var = settings.TOOLBOX_VAR
        self.stdout.write(
            "Look at it, apart from your own content, with\n"
            f"TOOLBOX_VAR={var} TOOLBOX_CONTENT={var}/content TOOLBOX_PUBLIC={var}/public make run"
        )


def _where() -> str:
    return str(connection.settings_dict["NAME"])
