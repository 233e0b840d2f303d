"""``manage.py export_content --to DIR``: what is live, as files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.library.live import live_content
from cms.publishing.export import export_content, live_library
from cms.publishing.failures import Failed
from cms.publishing.wording import sentence


class Command(BaseCommand):
    help = "Write what is live in the CMS as the files of a content/ folder; files of pages that are gone are deleted."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--to", dest="folder", type=Path, required=True, help="the folder to write")

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        problems = live_content().problems
        if problems:
            lines = "\n".join(map(str, problems))
            raise CommandError(f"Nothing was written, because of this:\n{lines}")
        try:
            changes = export_content(live_library(), folder)
        except Failed as error:
            raise CommandError(f"Nothing was written: {sentence(error.failure)}") from None
        self.stdout.write(f"{len(changes.written)} written, {len(changes.deleted)} deleted.")
