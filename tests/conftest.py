from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

# A busy machine is no reason to fail: times are measured by `make bench`, never asserted.
settings.register_profile("toolbox", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("toolbox")

# Playwright keeps an event loop in its thread, which Django would take for an async view of ours.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

_NAMES = (os.environ.get("TOOLBOX_CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The machine's own Chromium, started once. `make test` sees to it that there is one."""
    path = next((found for name in _NAMES if name and (found := shutil.which(name))), None)
    assert path, "No Chromium was found: run `make test`, or name one in TOOLBOX_CHROMIUM."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--disable-background-networking", "--no-first-run", "--disable-sync"],
        )
        yield browser
        browser.close()
