"""The language the CMS speaks to a person: Norwegian or English, never one of the content's other languages."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation.trans_real import parse_accept_lang_header

CMS = "/cms/"
NORWEGIAN = ("no", "nb", "nn")


class AdminLanguageMiddleware:
    """Activates the person's own choice, else the browser's first wish among the CMS's languages, else Norwegian."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(CMS):
            return self.get_response(request)
        language = _chosen(request) or wished(request.headers.get("Accept-Language", ""))
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


def wished(accept_language: str) -> str:
    """The first of the browser's languages that the CMS speaks; Norwegian when it wishes for none of them."""
    spoken = dict(settings.WAGTAILADMIN_PERMITTED_LANGUAGES)
    for tag, _weight in parse_accept_lang_header(accept_language):
        code = tag.split("-")[0]
        code = "nb" if code in NORWEGIAN else code
        if code in spoken:
            return code
    return settings.LANGUAGE_CODE


def _chosen(request: HttpRequest) -> str | None:
    if not request.user.is_authenticated:
        return None
    profile = getattr(request.user, "wagtail_userprofile", None)
    return profile.preferred_language or None if profile else None
