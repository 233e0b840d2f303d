"""Copies of ``content/`` as it was at a release, so that going back brings the texts back too.

Files that did not change since the release before share their bytes on disk with that release's copy (hard links
between copies, never with ``content/`` itself: what someone edits there cannot reach into a finished release).
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path


def files_in(folder: Path) -> dict[str, os.stat_result]:
    """Every file under ``folder`` by its path there. Names that begin with a dot (``.git``) are none of ours."""
    return dict(_walk(folder, "")) if folder.is_dir() else {}


def _walk(folder: Path, prefix: str) -> Iterator[tuple[str, os.stat_result]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(Path(entry.path), f"{prefix}{entry.name}/")
            elif entry.is_file(follow_symlinks=False):
                yield prefix + entry.name, entry.stat(follow_symlinks=False)


def _same(one: os.stat_result, other: os.stat_result | None) -> bool:
    return other is not None and (one.st_size, one.st_mtime_ns) == (other.st_size, other.st_mtime_ns)


def take(content: Path, target: Path, previous: Path | None) -> None:
    """Copy ``content`` to the new folder ``target``; ``previous`` is the copy of an earlier release."""
    earlier = files_in(previous) if previous else {}
    target.mkdir(parents=True)
    made: set[Path] = {target}
    for path, stat in files_in(content).items():
        copy = target / path
        if copy.parent not in made:
            copy.parent.mkdir(parents=True, exist_ok=True)
            made.add(copy.parent)
        if previous and _same(stat, earlier.get(path)):
            os.link(previous / path, copy)
        else:
            shutil.copy2(content / path, copy)


def restore(snapshot: Path, content: Path) -> None:
    """Make ``content`` hold exactly what ``snapshot`` holds; files that are the same are left alone."""
    wanted, there = files_in(snapshot), files_in(content)
    for path, stat in wanted.items():
        if not _same(stat, there.get(path)):
            file = content / path
            file.parent.mkdir(parents=True, exist_ok=True)
            part = file.with_name(f".{file.name}.part")
            shutil.copy2(snapshot / path, part)
            os.replace(part, file)
    for path in there.keys() - wanted.keys():
        (content / path).unlink()
    _drop_empty(content)


def _drop_empty(folder: Path) -> None:
    for child in folder.iterdir():
        if child.is_dir() and not child.is_symlink() and not child.name.startswith("."):
            _drop_empty(child)
            if not any(child.iterdir()):
                child.rmdir()
