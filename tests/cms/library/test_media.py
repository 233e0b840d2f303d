"""Uploaded pictures and recordings: what is kept of them, and what they are called."""

from __future__ import annotations

import io

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from cms.library.models import ToolboxAudio, ToolboxImage
from tests.cms.library.conftest import upload

pytestmark = pytest.mark.django_db


def stored(image: ToolboxImage) -> Image.Image:
    with image.open_file() as file:
        opened = Image.open(io.BytesIO(file.read()))
        opened.load()
    return opened


def test_a_large_picture_is_made_fit_for_a_phone() -> None:
    image = upload("Stort bilde", (3200, 100))
    assert (image.width, image.height) == (1600, 50)
    assert stored(image).format == "WEBP"
    with image.open_file() as file:
        assert image.file_size == len(file.read())


def test_a_small_picture_keeps_its_size() -> None:
    assert stored(upload("Lite", (40, 30))).size == (40, 30)


def test_where_a_picture_was_taken_is_forgotten() -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825)[2] = (59.0, 54.0, 49.0)
    exif[0x010E] = "Hos Samira"
    image = upload("Hjemme", (40, 30), exif=exif)
    assert not stored(image).getexif()
    with image.open_file() as file:
        assert b"Samira" not in file.read()


def test_a_picture_taken_sideways_is_turned() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    assert stored(upload("Liggende", (40, 30), exif=exif)).size == (30, 40)


def test_a_picture_is_called_after_its_title_and_its_bytes() -> None:
    first, second = upload("Hus ved sjøen", (40, 30)), upload("Hus ved sjøen", (41, 30))
    assert first.export_name == f"hus-ved-sjoen-{first.file_hash[:8]}.webp"
    assert first.export_name != second.export_name


def test_another_title_keeps_the_name_and_another_file_does_not() -> None:
    image = upload("Hus", (40, 30))
    name = image.export_name
    image.title = "Hytte"
    image.save()
    assert image.export_name == name
    data = io.BytesIO()
    Image.new("RGB", (50, 50)).save(data, "PNG")
    image.file = ContentFile(data.getvalue(), name="ny.png")
    image.save()
    assert image.export_name != name


def test_a_recording_is_kept_as_it_is() -> None:
    audio = ToolboxAudio(title="Hei på deg", file=ContentFile(b"ID3 lyd", name="opptak.MP3"))
    audio.save()
    assert audio.file.read() == b"ID3 lyd"
    assert audio.export_name == f"hei-pa-deg-{audio.file_hash[:8]}.mp3"
