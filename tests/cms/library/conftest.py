"""Pages in all languages, and files in a folder of their own."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from cms.library.models import ToolboxImage, Topic, TopicName
from cms.publishing.load_places import Places, ensure_places


@pytest.fixture(autouse=True)
def _own_folders(settings, tmp_path: Path) -> None:
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES[:2] + [("ar", "العربية")]
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def places(db) -> Places:
    """Languages, homes and sections, and one topic."""
    made = ensure_places()
    Topic(key="arbeid", names=[TopicName(language="nb", name="Arbeid"), TopicName(language="en", name="Work")]).save()
    return made


@pytest.fixture
def picture(db) -> ToolboxImage:
    """A picture an editor has uploaded."""
    return upload("Hus ved sjøen", (40, 30))


def upload(title: str, size: tuple[int, int], **saving: object) -> ToolboxImage:
    data = io.BytesIO()
    Image.new("RGB", size, "navy").save(data, "PNG", **saving)
    image = ToolboxImage(title=title, file=ContentFile(data.getvalue(), name="opplastet.png"))
    image.save()
    return image
