"""A page as readers will see it, before it is published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.utils.translation import gettext as _
from sitebuilder.languages import site_languages
from sitebuilder.markdown.context import Picture
from sitebuilder.preview import render_document

from cms.library.catalogue import read_surroundings
from cms.library.live import live_content
from cms.library.mapping.documents import to_document
from cms.library.models import ToolboxAudio, ToolboxImage

if TYPE_CHECKING:
    from cms.library.models import ToolboxPage


def preview_response(page: ToolboxPage) -> HttpResponse:
    """The page as it stands in the form, through the site's own engine, among the pages that are live."""
    code = page.locale.language_code
    if code not in site_languages():
        words = _("This language has no words for the site: site/languages/{code}.yml is missing.")
        return HttpResponse(words.format(code=code), content_type="text/plain; charset=utf-8")
    around = read_surroundings()
    return HttpResponse(render_document(to_document(page, around), live_content(around).library, _files()))


def _files() -> dict[str, Picture]:
    """Pictures and recordings by their path in ``content/``, shown from the CMS's own store."""
    pictures = {
        f"media/images/{image.export_name}": Picture(image.file.url, image.width, image.height)
        for image in ToolboxImage.objects.only("export_name", "file", "width", "height")
    }
    recordings = {
        f"media/audio/{audio.export_name}": Picture(audio.file.url, 0, 0)
        for audio in ToolboxAudio.objects.only("export_name", "file")
    }
    return pictures | recordings
