"""Where Wagtail meets the review of texts."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.action_menu import ActionMenuItem, SubmitForModerationMenuItem
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page

from cms.languages.review import review_of
from cms.languages.synced import into


class SubmitForReview(SubmitForModerationMenuItem):
    """Says what happens, where Wagtail's own says what the workflow is called."""

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        return {**super().get_context_data(parent_context), "label": gettext_lazy("Submit for review")}


@hooks.register("construct_page_action_menu")
def say_submit_for_review(items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]) -> None:
    items[:] = [SubmitForReview(item.order) if type(item) is SubmitForModerationMenuItem else item for item in items]


@hooks.register("after_edit_page")
@hooks.register("after_create_page")
def tell_if_nobody_reviews(request: HttpRequest, page: Page) -> None:
    nobody = review_of(page, request.user).nobody if request.POST.get("action-submit") else ""
    if nobody:
        messages.warning(request, nobody)


@hooks.register("before_edit_page", order=-2)
def tell_what_to_change(request: HttpRequest, page: Page) -> None:
    """What a reviewer wrote stands where its author opens the page; localize's editor has it in the bar."""
    if request.method != "GET" or page.current_workflow_state is None or into(page, enabled=True):
        return
    review = review_of(page, request.user)
    if review.step and review.was_sent_back and review.step.comment:
        name = get_user_display_name(review.step.finished_by) if review.step.finished_by else _("A reviewer")
        told = _("%(name)s asked for changes: “%(comment)s”")
        messages.warning(request, told % {"name": name, "comment": review.step.comment})


def show_as_waiting(request: HttpRequest, page: Page) -> None:
    """For localize's editor, which knows no locks but a person's own: shows it locked to whom it is locked."""
    request.opened = timezone.now()  # type: ignore[attr-defined]
    lock = page.get_lock() if request.method == "GET" else None
    if lock and lock.for_user(request.user):
        page.locked = True  # On the screen, not in the database.
