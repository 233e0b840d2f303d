"""`make editor-screenshots`: what docs/editors shows, taken of a running CMS in Norwegian and in English."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, expect

from tests.bench.editor_screenshots.chapters import CHAPTERS
from tests.bench.editor_screenshots.desk import PATIENCE, PICTURES, TONGUES, Desk
from tests.bench.editor_screenshots.people import make_people
from tests.browser.installation import Installation, start
from tests.chromium import started


def main() -> None:
    for language in TONGUES:
        folder = PICTURES / language
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.webp"):
            old.unlink()
    with TemporaryDirectory(prefix="editor-screenshots-") as name, started() as browser:
        installation = start(Path(name))
        try:
            take(browser, installation)
        finally:
            installation.stop()
    print(f"{len(list(PICTURES.glob('*/*.webp')))} pictures in {PICTURES}")


def take(browser: Browser, installation: Installation) -> None:
    """All pictures of a CMS with the starter content and nobody but its first administrator."""
    expect.set_options(timeout=PATIENCE)
    make_people(installation)
    for language in TONGUES:
        desk = Desk(browser, installation, language)
        for chapter in CHAPTERS:
            chapter(desk)
        desk.leave()


if __name__ == "__main__":
    main()
