"""The environment variables the toolbox listens to, read in one place."""

from __future__ import annotations

import os
from datetime import time
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parents[3]
"""The checkout."""


def path(name: str, default: Path) -> Path:
    """An absolute path; not resolved, since ``public`` is itself a link that releases are switched by."""
    return Path(os.environ.get(name) or default).absolute()


def flag(name: str, default: bool) -> bool:
    value = os.environ.get(name, "").strip().lower()
    return default if not value else value in ("1", "true", "yes", "on")


def words(name: str, default: str = "") -> list[str]:
    return [word for word in os.environ.get(name, default).replace(",", " ").split() if word]


def hour(name: str, default: str) -> time | None:
    """A time of the day; None for ``off``."""
    said = os.environ.get(name, "").strip() or default
    if said.lower() == "off":
        return None
    try:
        return time.fromisoformat(said)
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} is “off” or a time of the day, such as 03:30.") from error


CONTENT = path("TOOLBOX_CONTENT", ROOT / "content")
PUBLIC = path("TOOLBOX_PUBLIC", ROOT / "public")
VAR = path("TOOLBOX_VAR", ROOT / "var")
PRODUCTION = flag("TOOLBOX_PRODUCTION", False)
"""True behind a real address with HTTPS: secure cookies, HSTS, no default secret."""
