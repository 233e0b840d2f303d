"""Pictures as phones fetch them: WebP, as wide as a phone can show, and never heavier than a reader's data allows."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from sitebuilder.build.report import BuildError
from sitebuilder.contract.tree import link_file
from sitebuilder.markdown.context import Picture

FOLDER = "media/images/"
WIDEST = 720
"""Pixels: a phone of 360 points that shows two pixels for each."""

HEAVIEST = 40_000
"""Bytes."""

QUALITIES = (80, 65, 50, 35)
NARROWER = (1.0, 0.75, 0.5, 0.35)
"""What is tried until a picture is light enough: first its quality, then its size."""


def write_pictures(content: Path, output: Path, media: Iterable[str], cache: Path | None = None) -> dict[str, Picture]:
    """Writes the phone's version of every picture under ``assets/`` and gives where it is shown from, by path.

    ``cache`` keeps versions between builds. Raises `BuildError` naming a picture that cannot be read.
    """
    return {path: _write(content / path, output, cache) for path in sorted(media) if path.startswith(FOLDER)}


def _write(file: Path, output: Path, cache: Path | None) -> Picture:
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    name = f"{file.stem[:40]}.{digest[:10]}.webp"
    target = output / "assets" / name
    target.parent.mkdir(parents=True, exist_ok=True)
    kept = cache / f"{digest}.webp" if cache else None
    if kept and kept.is_file():
        link_file(kept, target)
    else:
        data = _light(file)
        target.write_bytes(data)
        if kept:
            kept.parent.mkdir(parents=True, exist_ok=True)
            made = kept.with_name(f".{digest}-{os.getpid()}")
            made.write_bytes(data)
            made.replace(kept)
    with Image.open(target) as picture:
        return Picture(f"/assets/{name}", *picture.size)


def _light(file: Path) -> bytes:
    """The best version that is light enough; the lightest there is where none is."""
    try:
        with Image.open(file) as opened:
            picture = ImageOps.exif_transpose(opened)
            picture = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError) as error:
        raise BuildError(f"The picture {file.name} cannot be read: {error}") from error
    made = b""
    for made in _versions(picture):
        if len(made) <= HEAVIEST:
            break
    return made


def _versions(picture: Image.Image) -> Iterator[bytes]:
    """From the best to the lightest."""
    for part in NARROWER:
        smaller = picture.copy()
        smaller.thumbnail((round(WIDEST * part), round(WIDEST * 2 * part)), Image.Resampling.LANCZOS)
        smaller.info = {}
        for quality in QUALITIES:
            made = BytesIO()
            smaller.save(made, "WEBP", quality=quality, method=5)
            yield made.getvalue()
