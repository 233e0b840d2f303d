"""Where ``toolbox build`` puts what it made, so that a host never serves half of it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from sitebuilder.build.report import BuildError


def put_in_place(made: Path, public: Path) -> None:
    """Makes the finished folder ``made`` the folder ``public``.

    A link that stands there (the CMS switches releases by it) is replaced, never written through.
    Raises `BuildError` rather than replace a folder that is no site.
    """
    old = public.with_name(f"{public.name}.old-{os.getpid()}")
    if public.is_symlink():
        public.unlink()
    elif public.exists():
        if any(public.iterdir()) and not (public / "sitemap.xml").exists():
            raise BuildError(f"{public} holds something else than a site. Name another folder, or empty this one.")
        public.rename(old)
    try:
        made.rename(public)
    except OSError:
        if old.exists():
            old.rename(public)
        raise
    shutil.rmtree(old, ignore_errors=True)
