"""The environment variables the toolbox listens to, read in one place."""

from __future__ import annotations

import os
from pathlib import Path

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


CONTENT = path("TOOLBOX_CONTENT", ROOT / "content")
PUBLIC = path("TOOLBOX_PUBLIC", ROOT / "public")
VAR = path("TOOLBOX_VAR", ROOT / "var")
PRODUCTION = flag("TOOLBOX_PRODUCTION", False)
"""True behind a real address with HTTPS: secure cookies, HSTS, no default secret."""
