"""Which content security policy each address of the CMS gets. The policy itself stands in the settings."""

from __future__ import annotations

from csp.constants import UNSAFE_INLINE
from csp.middleware import CSPMiddleware
from django.http import HttpRequest
from django.http.response import HttpResponseBase

CMS = "/cms/"
STRICT = ("/cms/account/", "/cms/login/", "/cms/static/", "/cms/media/", "/cms/documents/")
"""Signing in, and files. Wagtail's own settings page is at exactly ``/cms/account/``."""
WAGTAIL_ACCOUNT = "/cms/account/"


class ContentSecurityMiddleware(CSPMiddleware):
    """The strict policy under ``/cms/``, eased for Wagtail's admin, and no header outside: the site brings its own."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if not request.path.startswith(CMS):
            return response
        if is_admin(request.path):
            response._csp_update = {"script-src": [UNSAFE_INLINE], "style-src": [UNSAFE_INLINE]}
        return super().process_response(request, response)


def is_admin(path: str) -> bool:
    """True for Wagtail's admin, where some views still print scripts and styles into the page."""
    return path.startswith(CMS) and (path == WAGTAIL_ACCOUNT or not path.startswith(STRICT))
