"""What pages of all languages share: the stylesheet, scripts, pictures and sound."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from sitebuilder.build.report import BuildError
from sitebuilder.contract.tree import link_file
from sitebuilder.places import SITE, STYLES, THEME
from sitebuilder.views.stylesheet import read_stylesheet

_STYLESHEET = "toolbox.css"


@dataclass(frozen=True)
class Assets:
    """Addresses, from the site's root, of files whose names change with what they hold."""

    stylesheet: str
    choose_language: str


def write_assets(output: Path) -> Assets:
    """Writes the shared files, all but the icon under ``assets/``."""
    shutil.copyfile(THEME / "assets" / "images" / "favicon.svg", output / "favicon.svg")
    return Assets(
        _hashed(output, _STYLESHEET, read_stylesheet(STYLES)),
        _hashed(output, "choose-language.js", (SITE / "scripts" / "choose-language.js").read_text("utf-8")),
    )


def stylesheet_address() -> str:
    """Where the stylesheet stands on a site built by this code."""
    return _address(_STYLESHEET, read_stylesheet(STYLES))


def _address(name: str, text: str) -> str:
    stem, _, ending = name.rpartition(".")
    return f"/assets/{stem}.{hashlib.sha256(text.encode()).hexdigest()[:10]}.{ending}"


def _hashed(output: Path, name: str, text: str) -> str:
    data = text.encode()
    address = _address(name, text)
    target = output / address.lstrip("/")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    return address


def link_media(content: Path, output: Path, media: Iterable[str]) -> None:
    """Puts every picture and sound under ``media/``."""
    for path in sorted(media):
        link_file(content / path, output / path)


def picture_sizes(content: Path, media: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Width and height of each picture, so that a page keeps still while they load."""
    return {path: _size(content / path) for path in sorted(media) if path.startswith("media/images/")}


def _size(file: Path) -> tuple[int, int]:
    try:
        with Image.open(file) as image:
            return image.size
    except (UnidentifiedImageError, Image.DecompressionBombError, SyntaxError, ValueError) as error:
        raise BuildError(f"The picture {file.name} cannot be read: {error}") from error
