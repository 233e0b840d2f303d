"""The machine's own Chromium. `make test` sees to it that there is one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

_NAMES = (
    os.environ.get("TOOLBOX_CHROMIUM", ""),
    "chromium-headless-shell",  # The same engine without windows: a new page costs a third.
    "chromium",
    "chromium-browser",
    "google-chrome",
)
_QUIET = ("--no-sandbox", "--disable-background-networking", "--no-first-run", "--disable-sync")


def chromium_path() -> str:
    path = next((found for name in _NAMES if name and (found := shutil.which(name))), None)
    assert path, "No Chromium was found: run `make test`, or name one in TOOLBOX_CHROMIUM."
    return path


@contextmanager
def started() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(_QUIET))
        yield browser
        browser.close()
