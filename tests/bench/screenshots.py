"""`make screenshots`: the pages as they look, all in var/screenshots/ and a few small ones in docs/screenshots/."""

from __future__ import annotations

import io
import os
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PIL import Image
from playwright.sync_api import Browser

from tests.chromium import started
from tests.every_template import READ, Addresses, build_every_template
from tests.served import served

ROOT = Path(__file__).resolve().parents[2]
ALL = Path(os.environ.get("TOOLBOX_VAR") or ROOT / "var") / "screenshots"
COMMITTED = ROOT / "docs" / "screenshots"
KINDS = ("home", "list", "guide", "scenario", "exercise")
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
SHOWN = {
    "phone-home-nb-light",
    "phone-list-nb-light",
    "phone-scenario-nb-light",
    "phone-exercise-nb-dark",
    "phone-home-ar-light",
    "phone-guide-ti-light",
    "desk-home-nb-light",
    "desk-guide-nb-light",
}
"""Those that are committed: few, and each at most `LARGEST` bytes."""
LARGEST = 60_000


def main() -> None:
    for folder in (ALL, COMMITTED):
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.webp"):
            old.unlink()
    with TemporaryDirectory(prefix="screenshots-") as name, started() as browser:
        (Path(name) / "public").mkdir()
        with served(Path(name) / "public") as server:
            addresses = build_every_template(Path(name), server.url)
            for language, scheme in product(READ, ("light", "dark")):
                _take(browser, "phone", PHONE, scheme, language, server.url, addresses, KINDS)
            _take(browser, "desk", DESK, "light", "nb", server.url, addresses, ("home", "guide"))
    print(f"{len(list(ALL.glob('*.webp')))} pictures in {ALL}, {len(SHOWN)} of them in {COMMITTED}")


def _take(
    browser: Browser,
    device: str,
    size: dict[str, int],
    scheme: Any,
    language: str,
    url: str,
    addresses: Addresses,
    kinds: tuple[str, ...],
) -> None:
    viewport: Any = size
    context = browser.new_context(
        viewport=viewport, color_scheme=scheme, device_scale_factor=1 if device == "desk" else 2
    )
    page = context.new_page()
    for kind in kinds:
        page.goto(url + addresses[language][kind], wait_until="networkidle")
        name = f"{device}-{kind}-{language}-{scheme}"
        image = Image.open(io.BytesIO(page.screenshot()))
        image.save(ALL / f"{name}.webp", quality=90)
        if name in SHOWN:
            _save_small(image, COMMITTED / f"{name}.webp")
    context.close()


def _save_small(image: Image.Image, file: Path) -> None:
    """As good as fits into `LARGEST` bytes."""
    for quality in range(85, 25, -10):
        image.save(file, quality=quality, method=6)
        if file.stat().st_size <= LARGEST:
            return
    raise SystemExit(f"{file.name} does not fit into {LARGEST} bytes.")


if __name__ == "__main__":
    main()
