"""Real folders, a real SQLite file, and real installations that run as processes of their own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils.translation import override

from cms.publishing.places import Places
from tests.cms.publishing import sample
from tests.cms.publishing.installation import Installation


@pytest.fixture(autouse=True)
def _own_folders(settings, tmp_path: Path) -> None:
    settings.TOOLBOX_CONTENT = tmp_path / "content"
    settings.TOOLBOX_PUBLIC = tmp_path / "public"
    settings.TOOLBOX_VAR = tmp_path / "var"
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.TOOLBOX_DEBOUNCE_SECONDS = 0
    settings.TOOLBOX_DELIVERY = "none"
    (tmp_path / "content").mkdir()


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with override("en"):
        yield


@pytest.fixture
def places() -> Places:
    return Places.from_settings()


@pytest.fixture
def library(transactional_db) -> Iterator[None]:
    """Homes, sections and a topic; what their making asked for is forgotten."""
    from django_tasks_db.models import DBTaskResult

    from cms.publishing.models import Change, Release

    sample.make_places()
    Change.objects.all().delete()
    Release.objects.all().delete()
    DBTaskResult.objects.all().delete()
    return


@pytest.fixture(scope="session")
def prepared(template_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an installation with a small library of which nothing is published yet."""
    folder = tmp_path_factory.mktemp("prepared")
    made = Installation(folder)
    shutil.copyfile(template_database, made.var / "toolbox.sqlite3")
    made.python("from tests.cms.publishing.sample import *; make_places(); make_guide('kort-cv')")
    return folder


@pytest.fixture
def installation(prepared: Path, tmp_path: Path) -> Iterator[Installation]:
    """An installation of its own for one test, with its processes ended afterwards."""
    folder = tmp_path / "installation"
    shutil.copytree(prepared, folder)
    with Installation(folder) as made:
        yield made
