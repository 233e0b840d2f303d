"""The admin's pages about releases. Everyone who may enter the admin may look; going back needs a permission."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST
from django.views.generic import ListView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.publishing.delivery.deliver import ask_again
from cms.publishing.models import Release
from cms.publishing.places import Places
from cms.publishing.releases import of_interest_to
from cms.publishing.rollback import can_go_back_to, request_rollback
from cms.publishing.row import Row, rows
from cms.publishing.states import Delivery
from cms.publishing.status import status

ROLL_BACK = "publishing.roll_back"


def releases() -> QuerySet[Release]:
    """Releases with all that is shown of them, in a fixed number of queries."""
    return Release.objects.select_related("requested_by", "of").prefetch_related("changes__user")


class ReleaseList(WagtailAdminTemplateMixin, ListView[Release]):
    template_name = "publishing/index.html"
    page_title = _("Releases")
    header_icon = "history"
    paginate_by = 20
    breadcrumbs_items = [*WagtailAdminTemplateMixin.breadcrumbs_items, {"url": "", "label": _("Releases")}]

    def get_queryset(self) -> QuerySet[Release]:
        return releases()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {**context, "rows": rows(context["page_obj"].object_list, Places.from_settings())}


class OfOneRelease(WagtailAdminTemplateMixin, TemplateView):
    header_icon = "history"
    breadcrumbs_items = [
        *WagtailAdminTemplateMixin.breadcrumbs_items,
        {"url": reverse_lazy("releases:index"), "label": _("Releases")},
    ]

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.release = get_object_or_404(releases(), pk=kwargs["pk"])

    def get_page_title(self) -> str:
        return str(self.release)

    def get_breadcrumbs_items(self) -> list[dict[str, object]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        row: Row = rows([self.release], Places.from_settings())[0]
        return {
            **super().get_context_data(**kwargs),
            "row": row,
            "may_roll_back": self.request.user.has_perm(ROLL_BACK),
        }


class ReleaseDetail(OfOneRelease):
    template_name = "publishing/detail.html"


class RollBack(OfOneRelease):
    """Asks first, and says what going back does not do."""

    template_name = "publishing/roll_back.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm(ROLL_BACK):
            raise PermissionDenied
        if not can_go_back_to(self.release):
            messages.error(
                request, gettext("It is not possible to go back to %(release)s.") % {"release": self.release}
            )
            return redirect("releases:detail", self.release.pk)
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return gettext("Go back to %(release)s") % {"release": self.release}

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        made = request_rollback(to=self.release, user=request.user)
        return redirect("releases:detail", made.pk)


@require_POST
def deliver_again(request: HttpRequest, pk: int) -> HttpResponse:
    if not request.user.has_perm(ROLL_BACK):
        raise PermissionDenied
    release = get_object_or_404(Release, pk=pk)
    if release.delivery_state == Delivery.FAILED:
        ask_again(release)
        messages.success(request, gettext("The delivery is tried again."))
    return redirect("releases:detail", pk)


@never_cache
@require_GET
def release_status(request: HttpRequest, pk: int) -> JsonResponse:
    return JsonResponse(status(get_object_or_404(releases(), pk=pk)))


@never_cache
@require_GET
def my_release(request: HttpRequest) -> JsonResponse:
    """The release the editor is waiting for: ``{}`` for none, else its `status` and where to ask on."""
    release = of_interest_to(request.user)
    if release is None:
        return JsonResponse({})
    return JsonResponse({**status(release), "status": reverse("releases:status", args=[release.pk])})
