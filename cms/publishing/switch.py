"""Which release readers see: ``public`` is a symbolic link, and a release goes live when the link is replaced."""

from __future__ import annotations

import itertools
import os
from pathlib import Path

from cms.publishing.disk import exchange, flush


def switch(public: Path, target: Path) -> None:
    """Let ``public`` lead to ``target``, in one step that no reader can see half of.

    A real folder standing at ``public`` (made by ``make build``) is moved aside to ``public.before-<number>``.
    """
    public.parent.mkdir(parents=True, exist_ok=True)
    link = public.with_name(f".{public.name}.next")
    _clear(link, public)
    link.symlink_to(os.path.relpath(target.resolve(), public.parent.resolve()))
    if _is_real_folder(public):
        if exchange(link, public):
            _clear(link, public)
        else:
            _clear(public, public)
            os.replace(link, public)
    else:
        os.replace(link, public)
    flush(public.parent)


def _is_real_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _clear(path: Path, public: Path) -> None:
    """Free the name ``path``: a link is removed, a real folder keeps its files under a name of its own."""
    if not _is_real_folder(path):
        path.unlink(missing_ok=True)
        return
    asides = (public.with_name(f"{public.name}.before-{number}") for number in itertools.count(1))
    path.rename(next(aside for aside in asides if not aside.exists()))


def live_folder(public: Path) -> Path | None:
    """The folder of the release that ``public`` leads to; None where it leads to none."""
    if not public.is_symlink() or not public.exists():
        return None
    return public.resolve().parent
