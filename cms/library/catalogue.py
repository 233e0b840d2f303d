"""The names of everything in the library, read in at most four queries."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.functional import SimpleLazyObject
from wagtail.models import Page

from cms.library.mapping.documents import Surroundings
from cms.library.mapping.links import Address, Links
from cms.library.models import PAGE_OF_KIND, ToolboxAudio, ToolboxImage


def read_links() -> Links:
    """What pages and files are called, and by which numbers they are known. Files are asked for when one is met."""
    sections = {page._meta.model_name: kind.section for kind, page in PAGE_OF_KIND.items()}
    rows = Page.objects.filter(content_type__app_label="library", content_type__model__in=sections).values_list(
        "pk", "locale__language_code", "content_type__model", "slug"
    )
    return Links(
        {pk: Address(language, sections[model], slug) for pk, language, model, slug in rows},
        _names(ToolboxImage),
        _names(ToolboxAudio),
        tuple(code for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES),
    )


def _names(model: type[ToolboxImage | ToolboxAudio]) -> Any:
    return SimpleLazyObject(lambda: dict(model.objects.values_list("pk", "export_name")))


def read_surroundings() -> Surroundings:
    """`read_links`, and what is said in recordings."""
    transcripts = ToolboxAudio.objects.exclude(transcript="").values_list("pk", "transcript")
    return Surroundings(read_links(), dict(transcripts))
