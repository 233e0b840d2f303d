from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from sitebuilder.contract.tree import read_tree, write_library

from tests.browser.exercise_reader import Reader, opened
from tests.browser.exercise_set import publish
from tests.browser.installation import Installation, start
from tests.browser.reader import ReadersSite, phone
from tests.every_template import addresses_of_every_template, build_every_template
from tests.migrated import forget_migrations, migrated_database
from tests.served import Served, served
from tests.shared import made_once
from tests.starter_site import ADDRESS, CONTENT

GUIDE = "det-forste-motet"


@pytest.fixture(scope="session")
def installation(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[Installation]:
    """The toolbox as `make run` starts it, with one guide of the starter content in all its languages.

    Its database is one of before an update: there are no pages in it, and migrations wait.
    """
    folder = tmp_path_factory.mktemp("toolbox")
    (folder / "var").mkdir()
    database = folder / "var" / "toolbox.sqlite3"
    shutil.copyfile(migrated_database(Path(request.config.cache.mkdir("toolbox"))), database)
    forget_migrations(database, "axes")
    starter = read_tree(CONTENT).library
    guide = [replace(each, front=replace(each.front, related=())) for each in starter.documents if each.slug == GUIDE]
    write_library(replace(starter, documents=tuple(guide), redirects={}), folder / "content", {})
    running = start(folder)
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
