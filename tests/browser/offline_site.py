"""A small site in Norwegian and Arabic to save pages of: a guide with a picture, an exercise with a recording."""

from __future__ import annotations

import shutil
import struct
from pathlib import Path

import pytest
from PIL import Image
from sitebuilder.build import assets, build_site
from sitebuilder.build import site as site_module
from sitebuilder.build.site import Address
from sitebuilder.contract.document import Kind, Library
from sitebuilder.contract.tree import write_library
from sitebuilder.places import SCRIPTS

from tests.site.sample_library import ALL_LANGUAGES, TOPICS, document, translated

GUIDE = "/nb/guides/kort-cv/"
OTHER = "/nb/guides/soknad/"
ARABIC = "/ar/guides/kort-cv/"
EXERCISE = "/nb/exercises/hils/"
SOUND = "/media/audio/hei.wav"
LANGUAGES = tuple(language for language in ALL_LANGUAGES if language.code in ("nb", "ar"))
ITEM = (
    "\n```exercise\nid: hei\ntype: flashcard\ninstruction: Lytt\nfront: hei\n"
    "audio:\n  normal: ../../media/audio/hei.wav\n  transcript: Hei!\n```\n"
)


def build(folder: Path, patch: pytest.MonkeyPatch, text: str = "Noen ord.", previous: Path | None = None) -> Path:
    """Builds the site; with another ``text`` it says something else and has another script too."""
    patch.setattr(site_module, "load_languages", lambda _: LANGUAGES)
    patch.setattr(assets, "SCRIPTS", _scripts(folder / "scripts", text))
    content, public = folder / "content", folder / "public"
    guide = document("kort-cv")
    library = (guide, document("soknad"), translated(guide, "ar"), document("hils", kind=Kind.EXERCISE))
    write_library(Library(library, (), TOPICS), content)
    _change(content / "nb/guides/kort-cv.md", text, "\n![En CV](../../media/images/cv.png)\n")
    _change(content / "nb/exercises/hils.md", text, ITEM)
    (content / "media/images").mkdir(parents=True)
    (content / "media/audio").mkdir(parents=True)
    Image.new("RGB", (40, 20), "teal").save(content / "media/images/cv.png")
    (content / SOUND.lstrip("/")).write_bytes(_silence(seconds=20))
    build_site(content, public, address=Address("https://toolbox.example"), previous=previous)
    return public


def picture(public: Path) -> str:
    """Where the guide's picture is shown from; its address tells what stands in it."""
    return f"/assets/{next((public / 'assets').glob('cv.*.webp')).name}"


def _scripts(folder: Path, text: str) -> Path:
    shutil.copytree(SCRIPTS, folder)
    page = folder / "page.js"
    page.write_text(f"{page.read_text('utf-8')}\ndocument.documentElement.dataset.says = '{text}';\n", "utf-8")
    return folder


def _change(file: Path, text: str, more: str) -> None:
    file.write_text(file.read_text("utf-8").replace("Noen ord.", text) + more, "utf-8")


def _silence(seconds: int) -> bytes:
    """A recording of nothing, 8 kHz and 8 bits."""
    data = b"\x80" * (8000 * seconds)
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, 8000, 8000, 1, 8)
    return b"RIFF" + struct.pack("<I", 36 + len(data)) + b"WAVE" + form + b"data" + struct.pack("<I", len(data)) + data
