"""From Publish to live on disk, in a CMS of its own: how long the whole and each step take."""

from __future__ import annotations

import os
import statistics
import time
from pathlib import Path

ROUNDS = 5


def measure_publish(folder: Path, content: Path) -> list[tuple[str, float]]:
    """Medians, in seconds, of ``ROUNDS`` publishes of one changed page each. Sets Django up in this process."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "cms.config.settings"
    os.environ["TOOLBOX_VAR"] = str(folder / "var")
    os.environ["TOOLBOX_CONTENT"] = str(content)
    os.environ["TOOLBOX_PUBLIC"] = str(folder / "public")
    os.environ["DATABASE_URL"] = f"sqlite:///{folder}/bench.sqlite3"
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("load_content")
    call_command("publish", verbosity=0)
    rounds = [_publish_one(number) for number in range(ROUNDS + 1)][1:]
    steps = [(name, statistics.median(r[name] for r in rounds)) for name in rounds[0]]
    return [("debounce", settings.TOOLBOX_DEBOUNCE_SECONDS), *steps]


def _publish_one(number: int) -> dict[str, float]:
    from cms.library.models import GuidePage
    from cms.publishing.make import make
    from cms.publishing.models import Release

    page = GuidePage.objects.filter(locale__language_code="nb").order_by("pk")[0]
    page.together = f"Gjør dette sammen, runde {number}."
    page.save_revision().publish()
    release = Release.objects.order_by("-pk")[0]
    started = time.monotonic()
    made = make(release.pk)
    seconds = time.monotonic() - started
    if made is None or not made.is_live:
        raise SystemExit(f"The release did not go live: {made and made.message}")
    return {**{name: float(value) for name, value in made.steps.items()}, "all steps": seconds}
