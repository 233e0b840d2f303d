"""The steps of a review, from the editor in which a translation stands beside its original."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.models import Page
from wagtail_localize.models import Translation

from cms.languages.approval import changed_by_others, saw_latest
from cms.languages.review import Review, review_of
from cms.languages.review_task import APPROVE, REJECT, WhatToChangeForm
from cms.languages.written import is_of_an_earlier_original, save_draft, say_the_same, translation_in_use, without_words
from cms.library.models import ToolboxPage


@require_POST
def take_step(request: HttpRequest, pk: int) -> HttpResponse:
    """``step`` says which: submit, withdraw, approve or reject. `NotReady` leads back to the page by itself."""
    step = STEPS.get(request.POST.get("step", ""))
    if not step:
        raise Http404
    with transaction.atomic():  # Of two who answer at the same moment, one waits here for the other.
        page = get_object_or_404(Page.objects.select_for_update(), pk=pk).specific
        translation = translation_in_use(page) if isinstance(page, ToolboxPage) else None
        if not translation:
            raise Http404
        if not page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        step(request, review_of(page, request.user), translation)
    return redirect("wagtailadmin_pages:edit", pk)


def _submit(request: HttpRequest, review: Review, translation: Translation) -> None:
    if not review.may_submit:
        messages.warning(request, _("It could not be submitted: it waits for a reviewer already, or it is locked."))
        return
    missing = without_words(translation)
    if missing:
        told = ngettext(
            "Not submitted yet: one text has no words in this language. It is marked below.",
            "Not submitted yet: %(number)d texts have no words in this language. They are marked below.",
            missing,
        )
        messages.error(request, told % {"number": missing})
        return
    if not _save(request, translation):
        return
    page = review.page.specific_class.objects.get(pk=review.page.pk)
    if review.state and review.was_sent_back:
        review.state.resume(request.user)
    else:
        page.get_workflow().start(page, request.user)
    messages.success(request, _("Submitted. It is locked until a reviewer has answered, or you take it back."))
    nobody = review_of(page, request.user).nobody
    if nobody:
        messages.warning(request, nobody)


def _withdraw(request: HttpRequest, review: Review, translation: Translation) -> None:
    if review.state and review.may_withdraw:
        review.state.cancel(request.user)
        messages.success(request, _("You have taken it back. It is a draft again."))
    else:
        _tell_it_is_over(request)


def _approve(request: HttpRequest, review: Review, translation: Translation) -> None:
    if not review.may_answer:
        _tell_it_is_over(request)
        return
    opened = parse_datetime(request.POST.get("opened", ""))
    known = request.POST.get("revision", "") == str(review.page.latest_revision_id)
    latest = review.page.get_latest_revision()
    as_submitted = is_of_an_earlier_original(translation, latest)
    if not known or not opened or not as_submitted and changed_by_others(translation, opened, request.user):
        told = _("Not approved: somebody has changed the text since you opened it. Look at it as it is now.")
        messages.warning(request, told)
        return
    # What the reviewer has mended is part of what is approved, unless it is words for another original.
    mended = not as_submitted and not without_words(translation) and not say_the_same(translation, latest)
    if mended and not _save(request, translation):
        return
    saw_latest(review.step)
    review.task.on_action(review.step, request.user, APPROVE)
    messages.success(request, _("Approved, and published with your name and the date."))


def _reject(request: HttpRequest, review: Review, translation: Translation) -> None:
    if not review.may_answer:
        _tell_it_is_over(request)
        return
    form = WhatToChangeForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Write what should be changed: the translator reads it."))
        return
    review.task.on_action(review.step, request.user, REJECT, **form.cleaned_data)
    messages.success(request, _("Sent back. The translator sees what you wrote, and can go on."))


STEPS: dict[str, Callable[[HttpRequest, Review, Translation], None]] = {
    "submit": _submit,
    "withdraw": _withdraw,
    APPROVE: _approve,
    REJECT: _reject,
}


def _save(request: HttpRequest, translation: Translation) -> bool:
    try:
        save_draft(translation, request.user)
    except ValidationError as error:
        messages.error(request, _("It cannot be saved like this: %(why)s") % {"why": " ".join(_lines(error))})
        return False
    return True


def _lines(error: ValidationError) -> list[str]:
    if not hasattr(error, "error_dict"):
        return list(error.messages)
    fields: dict[str, Any] = error.message_dict
    return [f"{name}: {line}" for name, lines in fields.items() for line in lines]


def _tell_it_is_over(request: HttpRequest) -> None:
    messages.warning(request, _("It does not wait any longer: it was withdrawn or answered in the meantime."))
