"""The library as JSON: read-only, live and public documents only, without sign-in."""

from __future__ import annotations

from typing import Any, ClassVar

from rest_framework.renderers import JSONRenderer
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.models import Page

from cms.library.models import PAGE_OF_KIND

_ESCAPES = {b"<": b"\\u003c", b">": b"\\u003e", b"&": b"\\u0026"}


class HTMLSafeJSONRenderer(JSONRenderer):
    """JSON without the characters that could begin a tag, whatever it is pasted into."""

    def render(self, *args: Any, **kwargs: Any) -> bytes:
        rendered: bytes = super().render(*args, **kwargs)
        for character, escape in _ESCAPES.items():
            rendered = rendered.replace(character, escape)
        return rendered


class DocumentsAPIViewSet(PagesAPIViewSet):
    """Documents, with front matter and Markdown body in the view of a single one."""

    authentication_classes: ClassVar[list[Any]] = []
    permission_classes: ClassVar[list[Any]] = []
    renderer_classes: ClassVar = [HTMLSafeJSONRenderer]
    detail_only_fields: ClassVar = [*PagesAPIViewSet.detail_only_fields, "front_matter", "markdown"]

    def get_base_queryset(self) -> Any:
        documents = Page.objects.type(*PAGE_OF_KIND.values()).filter(alias_of__isnull=True)
        return documents.live().public().select_related("locale")


api_router = WagtailAPIRouter("wagtailapi")
api_router.register_endpoint("pages", DocumentsAPIViewSet)
