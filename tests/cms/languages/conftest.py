"""One of the toolbox's own stories from files: a Norwegian original, and a translation not made with localize."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as present
from django.test import override_settings
from sitebuilder.contract.document import Library
from sitebuilder.contract.tree import read_tree

from cms.config.settings.env import ROOT
from cms.library.mapping.stream import field_value, raw
from cms.library.models import ScenarioPage
from cms.publishing.load import load_library

SLUG = "mentee-som-tier"


@pytest.fixture(autouse=True)
def _own_folders(settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES[:2]


@pytest.fixture(scope="session")
def one_story() -> Library:
    """One of the stories in both languages, without the pages it recommends."""
    library = read_tree(ROOT / "content").library
    told = [document for document in library.documents if document.slug == SLUG and document.language in ("nb", "en")]
    return replace(
        library,
        documents=tuple(replace(document, front=replace(document.front, related=())) for document in told),
    )


@pytest.fixture
def stories(db, one_story: Library, tmp_path: Path) -> None:
    load_library(one_story, media=tmp_path / "none")


@pytest.fixture(scope="session")
def translated_database(
    template_database: Path, django_db_setup: None, tmp_path_factory: pytest.TempPathFactory, django_db_blocker: Any
) -> Path:
    """A story and its whole English translation, both published: made once, for all tests that change them."""
    from tests.cms.languages.translated import make_translated, say

    file = tmp_path_factory.mktemp("translated") / "test.sqlite3"
    shutil.copyfile(template_database, file)
    languages = present.WAGTAIL_CONTENT_LANGUAGES[:2]
    with django_db_blocker.unblock(), _standing_on(file), override_settings(WAGTAIL_CONTENT_LANGUAGES=languages):
        made = make_translated()
        say(made)
        made.save_target()
    return file


@pytest.fixture(scope="module")
def _on_the_translated(translated_database: Path, django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), _standing_on(translated_database):
        yield


@pytest.fixture
def translation(_on_the_translated: None, db: None) -> Any:
    """Of the story in `translated_database`."""
    from wagtail_localize.models import Translation

    return Translation.objects.get()


@contextmanager
def _standing_on(file: Path) -> Iterator[None]:
    from django.db import connection

    before = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = str(file)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before


def story(language: str = "en") -> ScenarioPage:
    return ScenarioPage.objects.get(locale__language_code=language, slug=SLUG)


def publish(page: ScenarioPage, change: Callable[[list[Any]], None]) -> None:
    """What an editor does who opens the latest version, changes its scenes, and publishes."""
    draft = page.get_latest_revision_as_object()
    scenes = raw(draft.scenes)
    change(scenes)
    draft.scenes = field_value(scenes)
    draft.save_revision().publish()


def split_the_first_scene(scenes: list[Any]) -> None:
    """Its last choice goes to a new scene, where there is a new choice beside it; the first choice leads there."""
    first = scenes[0]["value"]
    moved = first["choices"].pop()
    onward = first["choices"][0]["value"]["target"]
    said = {"title": "Si ingenting", "key": "", "consequence": "<p>Hun smiler.</p>", "target": onward}
    fresh = {**moved["value"], **said}
    text = [{"type": "text", "value": "<p>Det går litt tid.</p>", "id": "00000000-0000-4000-8000-000000000001"}]
    choices = [moved, {"type": "item", "value": fresh, "id": "00000000-0000-4000-8000-000000000002"}]
    value = {"title": "Litt senere", "text": text, "choices": choices, "key": "litt-senere"}
    scenes.insert(1, {"type": "scene", "value": value, "id": "00000000-0000-4000-8000-000000000003"})
    first["choices"][0]["value"]["target"] = "litt-senere"


def drop_a_choice(scenes: list[Any]) -> None:
    """The first of three choices that leads where another one leads too."""
    lists = [scene["value"].get("choices", []) for scene in scenes]
    targets = [choice["value"]["target"] for choices in lists for choice in choices]
    choices, gone = next(
        (choices, choice)
        for choices in lists
        for choice in choices
        if len(choices) > 2 and targets.count(choice["value"]["target"]) > 1
    )
    choices.remove(gone)
