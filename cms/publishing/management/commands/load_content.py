"""``manage.py load_content``: fill the CMS from ``content/``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.library.models import PAGE_OF_KIND
from cms.publishing.load import LoadError, LoadReport, load_content


class Command(BaseCommand):
    help = "Fill the CMS from the files of content/. Pages are updated by their id; nothing is deleted."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--from", dest="folder", type=Path, default=settings.TOOLBOX_CONTENT, help="content/")
        parser.add_argument("--if-empty", action="store_true", help="do nothing where there are pages already")

    def handle(self, *args: Any, folder: Path, if_empty: bool, **options: Any) -> None:
        if if_empty and any(model.objects.exists() for model in PAGE_OF_KIND.values()):
            self.stdout.write("There are pages already; nothing was loaded.")
            return
        if not folder.is_dir():
            raise CommandError(f"{folder} is not a folder. Name the folder to load with --from.")
        try:
            report = load_content(folder)
        except LoadError as error:
            lines = "\n".join(str(problem) for problem in error.problems)
            raise CommandError(f"Nothing was loaded, because of this:\n{lines}") from None
        self._tell(report)

    def _tell(self, report: LoadReport) -> None:
        self.stdout.write(
            f"{len(report.created)} created, {len(report.updated)} updated, {report.unchanged} unchanged."
        )
        for path in report.drafts_set_aside:
            self.stdout.write(f"{path}: has a draft that was not published; it is kept in the history of the page.")
        for path in report.without_file:
            self.stdout.write(f"{path}: live in the CMS, but there is no such file; the page was left alone.")
