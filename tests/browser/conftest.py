from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.exercise_reader import Reader, opened
from tests.browser.exercise_set import publish
from tests.browser.installation import Installation, start
from tests.browser.reader import ReadersSite, phone
from tests.every_template import addresses_of_every_template, build_every_template
from tests.served import Served, served
from tests.shared import made_once
from tests.starter_site import ADDRESS


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """The toolbox as `make run` starts it, with the starter content."""
    running = start(tmp_path_factory.mktemp("toolbox"))
    yield running
    running.stop()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReadersSite]:
    """The readers' site with an example of every template, served on this machine."""
    folder = made_once(tmp_path_factory, "every-template", lambda made: build_every_template(made, ADDRESS.url))
    with served(folder / "public") as server:
        yield ReadersSite(server, addresses_of_every_template())


@pytest.fixture(scope="session")
def exercises(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A set with an item of every type, served on this machine."""
    folder = tmp_path_factory.mktemp("exercises")
    publish(folder)
    with served(folder) as server:
        yield server


@pytest.fixture
def pupil(chromium: Browser, exercises: Served) -> Iterator[Reader]:
    """Who has the Norwegian page of that set on a phone."""
    with phone(chromium) as page:
        yield opened(page, exercises)
