from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.installation import Installation, start

_NAMES = (os.environ.get("TOOLBOX_CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The machine's own Chromium. `make test` sees to it that there is one."""
    path = next((found for name in _NAMES if name and (found := shutil.which(name))), None)
    assert path, "No Chromium was found: run `make test`, or name one in TOOLBOX_CHROMIUM."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--disable-background-networking", "--no-first-run", "--disable-sync"],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """The toolbox as `make run` starts it, with the starter content."""
    running = start(tmp_path_factory.mktemp("toolbox"))
    yield running
    running.stop()
