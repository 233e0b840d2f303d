from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser

from tests.chromium import started
from tests.grouped import ByFile
from tests.migrated import ROOT
from tests.shared import made_once
from tests.starter_site import build_starter

# A busy machine is no reason to fail: times are measured by `make bench`, never asserted.
settings.register_profile("toolbox", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("toolbox")

# Playwright keeps an event loop in its thread, which Django would take for an async view of ours.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


_MIGRATING = pytest.StashKey[subprocess.Popen[bytes]]()


def pytest_configure(config: pytest.Config) -> None:
    """Where several workers run, the database is migrated while they begin: it is waited for where it is needed."""
    if getattr(config.option, "numprocesses", None) and not hasattr(config, "workerinput"):
        command = [sys.executable, "-m", "tests.migrated", str(config.cache.mkdir("toolbox"))]
        config.stash[_MIGRATING] = subprocess.Popen(command, cwd=ROOT)


def pytest_unconfigure(config: pytest.Config) -> None:
    if process := config.stash.get(_MIGRATING, None):
        process.wait()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByFile:
    config.option.loadscopereorder = False
    return ByFile(config, log)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The machine's own Chromium, started once. `make test` sees to it that there is one."""
    with started() as browser:
        yield browser


@pytest.fixture(scope="session")
def starter_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The starter content as a site. It is made once for all workers, so nothing may be changed in it."""
    return made_once(tmp_path_factory, "starter-site", build_starter) / "public"
