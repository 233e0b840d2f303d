"""What every test of the CMS stands on: a database in a file, static files as they lie, and the English interface."""

from __future__ import annotations

import shutil
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from django.test import Client

from tests.migrated import migrated_database


@pytest.fixture(scope="session")
def template_database(request: pytest.FixtureRequest) -> Path:
    """The migrated database that others are copied from."""
    return migrated_database(Path(request.config.cache.mkdir("toolbox")))


@pytest.fixture(scope="session")
def django_db_setup(
    template_database: Path, tmp_path_factory: pytest.TempPathFactory, django_db_blocker
) -> Iterator[None]:
    """A database in a file, as in use: one in memory has locks of another kind. Migrated by copying."""
    from django.db import connection

    file = tmp_path_factory.mktemp("database") / "test.sqlite3"
    shutil.copyfile(template_database, file)
    connection.settings_dict["NAME"] = str(file)
    _copies[file] = template_database
    with django_db_blocker.unblock():
        yield
        connection.close()
    del _copies[file]


_copies: dict[Path, Path] = {}
"""The database in use, and the one it was copied from."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None]:
    """A test that commits ends in an empty database, without even a root page: the next one gets a whole one."""
    yield
    marker = item.get_closest_marker("django_db")
    committing = {"transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    if committing or (marker and marker.kwargs.get("transaction")):
        from django.db import connections

        connections.close_all()
        for file, template in _copies.items():
            for left in file.parent.glob(f"{file.name}-*"):
                left.unlink()
            # A new file in its place: a thread that still has the old one open holds no lock on this one.
            fresh = file.with_suffix(".fresh")
            shutil.copyfile(template, fresh)
            fresh.replace(file)


@pytest.fixture(autouse=True)
def _static_files_as_they_lie(settings) -> None:
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture(autouse=True)
def _passwords_hashed_at_once(settings) -> None:
    """Argon2, in use, takes a tenth of a second for each person and each sign-in."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", *settings.PASSWORD_HASHERS]


@pytest.fixture
def client() -> Client:
    """A browser that wishes for English; what is said in Norwegian has tests of its own."""
    return Client(headers={"accept-language": "en"})
