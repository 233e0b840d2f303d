"""Every address of the CMS lies under ``/cms/``; all else is the reader's site."""

from __future__ import annotations

from django.conf import settings
from django.urls import include, path, re_path
from django.views.static import serve
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from cms.library.api import api_router

urlpatterns = [
    path("cms/", include("cms.accounts.urls")),  # Before Wagtail: its own sign-in must not be reached.
    path("cms/api/v2/", api_router.urls),
    # Pictures for editors and previews. Readers get theirs from the site.
    re_path(r"^cms/media/(?P<path>.*)$", serve, {"document_root": settings.MEDIA_ROOT}),
    path("cms/documents/", include(wagtaildocs_urls)),
    path("cms/", include(wagtailadmin_urls)),
]
