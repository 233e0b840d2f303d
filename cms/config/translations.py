"""The admin's Norwegian: ``.po`` files, which are written and kept, into the ``.mo`` files Django reads."""

from __future__ import annotations

import os
from pathlib import Path

import polib
from django.utils.translation.reloader import translation_file_changed

CMS = Path(__file__).resolve().parents[1]


def forget_loaded_translations() -> None:
    """Makes Django read its catalogues again: apps that were loaded before may have asked for a word already."""
    translation_file_changed(None, Path("django.mo"))


def compile_translations() -> int:
    """Compiles every ``.po`` whose ``.mo`` is missing or older; gives how many."""
    compiled = 0
    for source in sorted(CMS.glob("**/locale/*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        made = target.with_name(f".{target.name}-{os.getpid()}")
        polib.pofile(str(source)).save_as_mofile(str(made))
        os.replace(made, target)
        compiled += 1
    return compiled
