from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser

from tests.chromium import started

# A busy machine is no reason to fail: times are measured by `make bench`, never asserted.
settings.register_profile("toolbox", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("toolbox")

# Playwright keeps an event loop in its thread, which Django would take for an async view of ours.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The machine's own Chromium, started once. `make test` sees to it that there is one."""
    with started() as browser:
        yield browser
