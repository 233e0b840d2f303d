"""Uploaded pictures made fit for a phone: small, upright, and without what the camera wrote into them."""

from __future__ import annotations

from io import BytesIO
from typing import IO, Any

from PIL import Image, ImageOps

LARGEST = 1600
"""Pixels of the longer side; twice what a phone shows."""


def shrink(uploaded: IO[Any]) -> bytes:
    """The picture as WebP of at most `LARGEST` pixels, turned as its metadata says and then without metadata."""
    uploaded.seek(0)
    with Image.open(uploaded) as opened:
        picture = ImageOps.exif_transpose(opened)
        picture = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    picture.thumbnail((LARGEST, LARGEST), Image.Resampling.LANCZOS)
    picture.info = {}
    made = BytesIO()
    picture.save(made, "WEBP", quality=82, method=5)
    return made.getvalue()
