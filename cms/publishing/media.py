"""The pictures and recordings that documents use, and where their bytes are."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from sitebuilder.contract.document import Guide, Library
from sitebuilder.contract.prose_walk import images_of

from cms.library.models import ToolboxAudio, ToolboxImage


def media_of(library: Library) -> dict[str, Path]:
    """Each file by its path under ``content/``. A file that is not in the CMS is left out: the check names it.

    Only what is used: a picture of a draft is nobody's business yet.
    """
    bodies = [
        *(document.body for document in library.documents),
        *(Guide((), box.blocks) for box in library.help_boxes),
    ]
    used = {src.removeprefix("../../") for body in bodies for src in images_of(body)}
    return {**_files(ToolboxImage, "media/images", used), **_files(ToolboxAudio, "media/audio", used)}


def _files(model: type[ToolboxImage] | type[ToolboxAudio], folder: str, used: set[str]) -> dict[str, Path]:
    names = {PurePosixPath(path).name for path in used if path.startswith(f"{folder}/")}
    rows = model.objects.filter(export_name__in=names) if names else []
    return {f"{folder}/{row.export_name}": Path(row.file.path) for row in rows}
