"""`make bench-board`: how long the board takes to open, beside the reports that come with Wagtail and wagtail-localize.

All three through Django's client on the seeded database, which is made where there is none.
"""

from __future__ import annotations

import os
import platform
import statistics
import time
from pathlib import Path
from typing import Any

from tests.bench.readme import write_table

ROUNDS = 15
DOCUMENTS = 500
VIEWS = (
    ("the board, all documents and languages", "languages:board", ""),
    ("the board, one language, what is older", "languages:board", "?language=ar&state=older"),
    ("the board as CSV, all of it", "languages:board_file", ""),
    ("wagtail-localize: translations report", "wagtail_localize:translations_report", ""),
    ("Wagtail: aging pages report", "wagtailadmin_reports:aging_pages", ""),
)


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "cms.config.settings"
    os.environ.setdefault("TOOLBOX_VAR", str(Path(__file__).resolve().parents[2] / "var" / "seed"))
    import django

    django.setup()
    client = _signed_in()
    rows = [f"| {name} | {_measured(client, view, query)} |" for name, view, query in VIEWS]
    table = "\n".join(
        [
            "| page | median | slowest | queries | KB |",
            "| --- | --- | --- | --- | --- |",
            *rows,
            "",
            f"{_size()}; median of {ROUNDS}; {os.cpu_count()} processors, Python {platform.python_version()}.",
        ]
    )
    print(table)
    write_table("bench-board", table)


def _signed_in() -> Any:
    from django.contrib.auth import get_user_model
    from django.core.management import CommandError, call_command
    from django.test import Client

    try:
        call_command("seed", documents=DOCUMENTS)
    except CommandError as error:
        print(error)
    people = get_user_model().objects
    person = people.filter(username="bench").first() or people.create_superuser("bench", "bench@example.org", None)
    client = Client(headers={"accept-language": "nb", "host": "localhost"})
    client.force_login(person)
    return client


def _measured(client: Any, view: str, query: str) -> str:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext
    from django.urls import reverse

    from cms.config.memory import keep_what_is_loaded

    address = reverse(view) + query
    client.get(address)  # What is loaded once for all is loaded.
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
    queries = len(asked)  # Forgotten with the next request.
    if answer.status_code != 200:
        raise SystemExit(f"{address} answers {answer.status_code}.")
    keep_what_is_loaded()  # As the server does when it has started.
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        client.get(address)
        times.append(1000 * (time.perf_counter() - started))
    size = len(answer.content) / 1000
    return f"{statistics.median(times):.0f} ms | {max(times):.0f} ms | {queries} | {size:.0f}"


def _size() -> str:
    from cms.languages.models import Standing

    documents = Standing.objects.filter(is_original=True).count()
    pages = Standing.objects.filter(page_id__gt=0).count()
    return f"{documents} documents × 7 languages, {pages:,} pages"


if __name__ == "__main__":
    main()
