"""Pictures and recordings from ``content/media/``, kept byte for byte under their own names."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile

from cms.library.models import ToolboxAudio, ToolboxImage

if TYPE_CHECKING:
    from cms.publishing.load import LoadReport

_MODELS: dict[str, type[ToolboxImage] | type[ToolboxAudio]] = {"images": ToolboxImage, "audio": ToolboxAudio}


class _Files:
    """The files to load, and those that were stored on the way."""

    def __init__(self, media: Path, report: LoadReport) -> None:
        self._media = media
        self._report = report
        self._stored: list[tuple[ToolboxImage | ToolboxAudio, str]] = []

    def save(self) -> None:
        """Stores what is new or has changed."""
        for folder, model in _MODELS.items():
            known = {row.export_name: row for row in model.objects.all()}
            for path in sorted((self._media / folder).glob("[!.]*")):
                self._save(known.get(path.name) or model(export_name=path.name, title=_title(path)), path, folder)

    def _save(self, row: ToolboxImage | ToolboxAudio, path: Path, folder: str) -> None:
        data = path.read_bytes()
        if row.pk and row.file_hash == hashlib.sha1(data, usedforsecurity=False).hexdigest():
            self._report.unchanged += 1
            return
        (self._report.updated if row.pk else self._report.created).append(f"media/{folder}/{path.name}")
        row.keep_bytes = True
        row.file = ContentFile(data, name=path.name)
        row.save()
        self._stored.append((row, row.file.name))

    def forget(self) -> None:
        """Deletes what was stored: the database knows nothing of it."""
        for row, name in self._stored:
            row.file.storage.delete(name)


@contextmanager
def load_media(media: Path, report: LoadReport) -> Iterator[_Files]:
    """The files under ``media``, to be saved inside; when what is inside fails, none of them is left behind."""
    files = _Files(media, report)
    try:
        yield files
    except BaseException:
        files.forget()
        raise


def _title(path: Path) -> str:
    return path.stem.replace("-", " ").replace("_", " ").strip().capitalize() or path.name
