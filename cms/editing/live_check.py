"""The form of a page, looked at while it is being written: what is wrong with it. Nothing is saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.models import Page

from cms.editing.readability import readability_told
from cms.editing.set_told import set_told
from cms.editing.story_told import story_told
from cms.editing.try_answer import answer_told
from cms.library.form_problems import UnreadableForm, read_form, reading
from cms.library.models import PAGE_OF_KIND, ExercisePage, ScenarioPage, SectionPage

MOST_PARTS = 300
"""A form with more is not looked at: far more than a story or a set has, and it would keep the machine busy."""

Told = dict[str, Any]
MORE: dict[type[Page], Callable[[Any], Told]] = {ScenarioPage: story_told, ExercisePage: set_told}
"""What the panel of a kind of page shows beside its problems."""


@require_POST
def check_page(request: HttpRequest, page_id: int) -> JsonResponse:
    """What stands in the form of a page that is there, for those who may edit the page."""
    return _check(request, _page(request, page_id))


@require_POST
def check_new_page(request: HttpRequest, section_id: int) -> JsonResponse:
    """What stands in the form of a page that is not saved yet, for those who may write one in this section."""
    return _check(request, _new_page(request, section_id))


@require_POST
def try_page(request: HttpRequest, page_id: int) -> JsonResponse:
    """What a reader who gives an answer to the exercise in this form is told. For those who may edit the page."""
    return _try(request, _page(request, page_id))


@require_POST
def try_new_page(request: HttpRequest, section_id: int) -> JsonResponse:
    """The same in the form of a set that is not saved yet, for those who may write one in this section."""
    return _try(request, _new_page(request, section_id))


def _page(request: HttpRequest, page_id: int) -> Any:
    kind = get_object_or_404(Page, pk=page_id).cached_content_type.model_class()
    if kind not in PAGE_OF_KIND.values():
        raise Http404
    page = get_object_or_404(kind.objects.select_related("locale"), pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return page


def _new_page(request: HttpRequest, section_id: int) -> Any:
    section = get_object_or_404(SectionPage.objects.select_related("locale"), pk=section_id)
    kind = next((model for model in PAGE_OF_KIND.values() if model.kind == section.kind), None)
    may = section.permissions_for_user(request.user).can_add_subpage()
    if not (may and kind and kind.can_create_at(section)):
        raise PermissionDenied
    return kind(locale=section.locale)


def _check(request: HttpRequest, page: Any) -> JsonResponse:
    try:
        written = _written(request, page)
    except UnreadableForm as refused:
        return _refuse(str(refused))
    problems = page.problems(written)
    more = MORE[type(page)](written) if type(page) in MORE else {}
    errors = sum(problem.is_error for problem in problems)
    listed = [{name: getattr(problem, name) for name in problem.__match_args__} for problem in problems]
    begun = any(len(getattr(page, name)) for name in page.keyed_streams)
    headline = _headline(errors, len(problems) - errors) if begun else _("Begin to write. What is missing stands here.")
    told = {"headline": headline, "errors": errors, "problems": listed, **more, "readability": readability_told(page)}
    return JsonResponse(told)


def _try(request: HttpRequest, page: Any) -> JsonResponse:
    if not isinstance(page, ExercisePage):
        raise Http404
    try:
        return JsonResponse(answer_told(page, _written(request, page), request.POST))
    except UnreadableForm as refused:
        return _refuse(str(refused))


def _written(request: HttpRequest, page: Any) -> Any:
    """What stands in the form. Raises `UnreadableForm` with words for the person at work."""
    try:
        with reading():
            read_form(page, request.POST)
            if sum(len(getattr(page, name)) for name in page.keyed_streams) <= MOST_PARTS:
                return page.written()
    except UnreadableForm as unreadable:
        words = _("The form could not be read. Save the page as a draft and load it again.")
        raise UnreadableForm(words) from unreadable
    raise UnreadableForm(_("There is too much here to be looked at while you write."))


def _refuse(message: str) -> JsonResponse:
    return JsonResponse({"message": message}, status=400)


def _headline(errors: int, warnings: int) -> str:
    if not errors and not warnings:
        return _("Nothing to mend.")
    mend = ngettext("%(n)d thing to mend", "%(n)d things to mend", errors) % {"n": errors}
    consider = ngettext("%(n)d to think about", "%(n)d to think about", warnings) % {"n": warnings}
    told = [words for words, number in ((mend, errors), (consider, warnings)) if number]
    ready = "" if errors else _("It can be published.")
    return f"{', '.join(told)}. {ready}".strip()
