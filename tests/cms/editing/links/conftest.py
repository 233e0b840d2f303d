"""A site to link to, pages that link to it, and manners that do not wait."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cms.editing.external_links.asking import Asker
from cms.editing.external_links.rounds import Manners
from cms.library.models import GuidePage
from tests.cms.editing.links.faulty_site import FaultySite, faulty_site
from tests.cms.publishing import sample


@pytest.fixture(autouse=True)
def _own_folder_and_two_languages(settings, tmp_path: Path) -> None:
    settings.TOOLBOX_VAR = tmp_path / "var"
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES[:2]


@pytest.fixture
def site() -> Iterator[FaultySite]:
    with faulty_site() as made:
        yield made


@pytest.fixture
def waits() -> list[float]:
    """How long we waited, instead of waiting."""
    return []


@pytest.fixture
def manners(waits: list[float]) -> Manners:
    return Manners(Asker("test", may_ask=lambda number: True, patience=2), wait=waits.append)


@pytest.fixture
def page(db: None) -> GuidePage:
    """A draft in Norwegian, in a library of two languages that has room for guides only."""
    sample.make_places()
    return sample.make_guide("skriv-cv")


def publish(page: Any, *links: str, **changes: Any) -> Any:
    """Publishes the page with these links in the text of its one step, each in a block of its own."""
    if links:
        body = [("text", f'<p><a href="{link}">mer</a></p>') for link in links]
        changes["steps"] = [("step", {"title": "Skriv", "body": body, "key": "skriv"})]
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)
