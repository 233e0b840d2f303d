"""Which files the builder lays out for MkDocs, and what their front matter tells it."""

from __future__ import annotations

from sitebuilder.views.page import PageKind
from sitebuilder.views.site import SiteView


def staged_pages(site: SiteView) -> dict[str, dict[str, str]]:
    """``title``, ``description`` and ``template`` of every page of a language, by the name of its staged file.

    The page for addresses that lead nowhere is missing here: MkDocs makes it from the theme, not from a file.
    """
    pages = {
        page.src_uri: _front_matter(page.title, page.summary, page.kind.template)
        for page in site.generated.values()
        if page.kind is not PageKind.MISSING
    }
    for document in site.documents():
        front = document.front
        src_uri = document.path.partition("/")[2]
        pages[src_uri] = _front_matter(front.title, front.summary, PageKind.DOCUMENT.template)
    return pages


def _front_matter(title: str, description: str, template: str) -> dict[str, str]:
    return {"title": title, "description": description, "template": template}
