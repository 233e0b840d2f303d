"""Whether somebody is still signed in, for a form that was opened long ago."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.cache import never_cache
from wagtail.admin.utils import get_user_display_name


@never_cache
def session(request: HttpRequest) -> JsonResponse:
    """``person`` and ``name`` of who is signed in, null for nobody, and a ``token`` that forms are taken with now."""
    user = request.user
    is_known = user.is_authenticated
    return JsonResponse(
        {
            "person": user.pk if is_known else None,
            "name": get_user_display_name(user) if is_known else None,
            "token": get_token(request),
        }
    )
