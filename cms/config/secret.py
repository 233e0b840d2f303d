"""A secret key for a machine that was given none."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path


def local_secret(var: Path) -> str:
    """The key kept in ``var/secret-key``, made on first use and readable by its owner only."""
    file = var / "secret-key"
    if not file.exists():
        var.mkdir(parents=True, exist_ok=True)
        made = var / f".secret-key-{os.getpid()}"
        made.touch(mode=0o600)
        made.write_text(secrets.token_urlsafe(50))
        with suppress(FileExistsError):
            os.link(made, file)  # The first of two processes wins; the other reads what it wrote.
        made.unlink()
    return file.read_text()
