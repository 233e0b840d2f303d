"""What a signed-in person must do before the rest of the CMS opens."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from cms.accounts.second_factor import lacks_second_factor

CMS = "/cms/"
ALWAYS_OPEN = ("account_login", "account_logout", "wagtailadmin_logout", "account_inactive")
ALWAYS_OPEN_PATHS = ("/cms/static/", "/cms/sprite/", "/cms/jsi18n/")
PASSWORD_VIEWS = ("account_change_password",)
SECOND_FACTOR_VIEWS = ("account_reauthenticate", "account_change_password")


class RequiredStepsMiddleware:
    """Stops a signed-in user at the first step that is missing: a role, a password of their own, a second factor.

    Signing out is always possible. Requests outside ``/cms/``, and of people who are not signed in, pass untouched.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponse | None:
        if not request.path.startswith(CMS) or request.path.startswith(ALWAYS_OPEN_PATHS):
            return None
        name = request.resolver_match.url_name if request.resolver_match else None
        user = request.user
        if name in ALWAYS_OPEN or not user.is_authenticated:
            return None
        if not user.has_perm("wagtailadmin.access_admin"):
            return render(request, "account/no_role.html", status=403)
        if getattr(user, "one_time_password", None):
            return None if name in PASSWORD_VIEWS else redirect("account_change_password")
        request.asked_for_second_factor = lacks_second_factor(user)
        if request.asked_for_second_factor and not _sets_up_second_factor(request.path, name):
            return redirect("mfa_index")
        return None


def _sets_up_second_factor(path: str, name: str | None) -> bool:
    return name in SECOND_FACTOR_VIEWS or path.startswith(reverse("mfa_index"))
