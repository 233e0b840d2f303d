"""Links to pages in running text, as the editor for it shows them."""

from __future__ import annotations

from typing import Any

from wagtail.admin.rich_text.converters.html_to_contentstate import LinkElementHandler

from cms.library.known_pages import find_pages


class PageLinks(LinkElementHandler):
    """Fetched with all the others of the form where that is possible."""

    def get_attribute_data(self, attrs: dict[str, str]) -> dict[str, Any]:
        key = int(attrs["id"])
        page = find_pages([key]).get(key)
        if page is None:  # The link is kept, so that it can be seen and mended.
            return {"id": key, "url": None, "parentId": None}
        own = page.specific_deferred
        own.locale = page.locale
        return {"id": key, "url": own.public_path(), "parentId": page.parent_pk}
