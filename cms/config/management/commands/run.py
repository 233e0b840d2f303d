"""``manage.py run``: the CMS and the site on one port of this machine, with everything they need."""

from __future__ import annotations

from argparse import ArgumentParser

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command

from cms.config.database import migrations_are_waiting
from cms.config.serving import PortTaken, claim_port, serve


class Command(BaseCommand):
    help = "Prepares the database, the starter content and the first release, and serves the CMS and the site."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *, port: int, **options: object) -> None:
        try:
            claim_port(port)
        except PortTaken as taken:
            raise CommandError(f"{taken} Stop what runs there, or choose another: make run PORT={port + 1}") from taken
        for folder in (settings.TOOLBOX_VAR, settings.MEDIA_ROOT, settings.STATIC_ROOT):
            folder.mkdir(parents=True, exist_ok=True)
        if migrations_are_waiting():
            call_command("migrate", verbosity=0, interactive=False)
        call_command("load_content", if_empty=True)
        call_command("ensure_admin")
        if not settings.TOOLBOX_PUBLIC.is_symlink():
            call_command("publish")
        self.stdout.write(f"\n  The site  http://127.0.0.1:{port}/\n  The CMS   http://127.0.0.1:{port}/cms/\n")
        self.stdout.write("  Stop with Ctrl+C. Everything is kept in var/ and content/.\n\n")
        self.stdout.flush()
        serve(port)
