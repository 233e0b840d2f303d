"""A release on disk, ``var/releases/<name>/``: ``public/``, ``content/`` and, once all is there, ``manifest.json``."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from cms.publishing.disk import flush
from cms.publishing.snapshot import files_in

MANIFEST = "manifest.json"


@dataclass(frozen=True)
class ReleaseFolder:
    path: Path

    @property
    def public(self) -> Path:
        return self.path / "public"

    @property
    def content(self) -> Path:
        return self.path / "content"

    @property
    def is_complete(self) -> bool:
        """Whether it was finished. The manifest is written last, after the disk has all the rest."""
        return (self.path / MANIFEST).is_file()

    @property
    def addresses(self) -> dict[str, str]:
        """Address by document (``nb:<id>``) of the pages in it."""
        return dict(self._manifest()["addresses"])

    @property
    def files(self) -> dict[str, int]:
        """Size by path of every file of its site."""
        return dict(self._manifest()["files"])

    @property
    def redirects(self) -> dict[str, str]:
        """Where old addresses lead as of this release."""
        return dict(self._manifest()["redirects"])

    def _manifest(self) -> dict[str, Any]:
        manifest: dict[str, Any] = json.loads((self.path / MANIFEST).read_text("utf-8"))
        return manifest

    def complete(self, addresses: Mapping[str, str], redirects: Mapping[str, str]) -> None:
        """Note what is in it and see it safely on the disk. Nothing in it changes from here on."""
        files = {path: stat.st_size for path, stat in sorted(files_in(self.public).items())}
        part = self.path / f".{MANIFEST}.part"
        part.write_text(json.dumps({"addresses": addresses, "redirects": redirects, "files": files}), "utf-8")
        flush(self.path)
        os.replace(part, self.path / MANIFEST)
        flush(self.path)

    def remove(self) -> None:
        """Delete it, its manifest first: a deletion that is cut short leaves a folder that is not complete."""
        (self.path / MANIFEST).unlink(missing_ok=True)
        shutil.rmtree(self.path)


def make_folder(releases: Path, number: int, now: datetime) -> ReleaseFolder:
    """A new, empty folder. The moment in its name sorts, and stays unique should the database begin anew."""
    path = releases / f"{now:%Y%m%d-%H%M%S}-{number:05d}"
    path.mkdir(parents=True)
    return ReleaseFolder(path)


def folders(releases: Path) -> Iterator[ReleaseFolder]:
    """All there are, newest first."""
    if releases.is_dir():
        for path in sorted(releases.iterdir(), reverse=True):
            if path.is_dir():
                yield ReleaseFolder(path)


def prune(releases: Path, *, live: Path | None, keep: int) -> None:
    """Delete what was never finished, and all but the newest ``keep``. The live one always stays.

    To be called by the holder of the publishing lock: then nobody else is making a folder.
    """
    kept = 0
    for folder in list(folders(releases)):
        if folder.path == live or folder.is_complete and kept < keep:
            kept += 1
        else:
            folder.remove()
