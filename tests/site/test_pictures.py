"""Pictures as phones fetch them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import Image
from sitebuilder.build import BuildError
from sitebuilder.build.pictures import HEAVIEST, write_pictures

PATH = "media/images/hus.png"


def picture(content: Path, image: Image.Image, path: str = PATH, **saving: object) -> None:
    file = content / path
    file.parent.mkdir(parents=True, exist_ok=True)
    image.save(file, **saving)


def noise(width: int, height: int) -> Image.Image:
    """The heaviest picture there is for its size."""
    return Image.frombytes("RGB", (width, height), os.urandom(width * height * 3))


def test_a_large_picture_is_as_wide_as_a_phone_and_keeps_its_shape(tmp_path: Path) -> None:
    picture(tmp_path / "content", Image.new("RGB", (2000, 1000), "navy"))
    made = write_pictures(tmp_path / "content", tmp_path / "out", [PATH])[PATH]
    assert (made.width, made.height) == (720, 360)
    with Image.open(tmp_path / "out" / made.url.lstrip("/")) as written:
        assert (written.format, written.size) == ("WEBP", (720, 360))


def test_a_small_picture_keeps_its_size(tmp_path: Path) -> None:
    picture(tmp_path / "content", Image.new("RGBA", (40, 30), (0, 0, 0, 0)))
    made = write_pictures(tmp_path / "content", tmp_path / "out", [PATH])[PATH]
    assert (made.width, made.height) == (40, 30)


@pytest.mark.parametrize("size", [(900, 900), (1600, 200), (300, 2400)])
def test_no_picture_is_heavier_than_a_reader_can_afford(size: tuple[int, int], tmp_path: Path) -> None:
    picture(tmp_path / "content", noise(*size))
    made = write_pictures(tmp_path / "content", tmp_path / "out", [PATH])[PATH]
    assert (tmp_path / "out" / made.url.lstrip("/")).stat().st_size <= HEAVIEST


def test_what_the_camera_wrote_into_it_is_gone_and_it_stands_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # Turned by a quarter.
    exif[0x010E] = "Hjemme hos Samira"
    picture(tmp_path / "content", Image.new("RGB", (60, 40)), "media/images/hus.jpg", exif=exif)
    made = write_pictures(tmp_path / "content", tmp_path / "out", ["media/images/hus.jpg"])["media/images/hus.jpg"]
    assert (made.width, made.height) == (40, 60)
    assert b"Samira" not in (tmp_path / "out" / made.url.lstrip("/")).read_bytes()


def test_a_picture_is_made_once_and_kept(tmp_path: Path) -> None:
    picture(tmp_path / "content", noise(300, 300))
    first = write_pictures(tmp_path / "content", tmp_path / "one", [PATH], tmp_path / "cache")[PATH]
    kept = next((tmp_path / "cache").iterdir())
    second = write_pictures(tmp_path / "content", tmp_path / "two", [PATH], tmp_path / "cache")[PATH]
    assert first == second
    assert (tmp_path / "two" / second.url.lstrip("/")).samefile(kept)


def test_a_changed_picture_has_another_address(tmp_path: Path) -> None:
    picture(tmp_path / "content", Image.new("RGB", (9, 9), "navy"))
    first = write_pictures(tmp_path / "content", tmp_path / "one", [PATH])[PATH]
    picture(tmp_path / "content", Image.new("RGB", (9, 9), "red"))
    assert write_pictures(tmp_path / "content", tmp_path / "two", [PATH])[PATH].url != first.url


def test_what_is_no_picture_is_refused_by_name(tmp_path: Path) -> None:
    file = tmp_path / "content" / PATH
    file.parent.mkdir(parents=True)
    file.write_bytes(b"GIF8 not really")
    with pytest.raises(BuildError, match=r"hus\.png cannot be read"):
        write_pictures(tmp_path / "content", tmp_path / "out", [PATH])
