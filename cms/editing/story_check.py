"""The story in an open form, looked at while it is being written: its problems and its map. Nothing is saved."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, tostring

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from sitebuilder.languages import site_languages
from sitebuilder.views.story_map import map_words

from cms.library.models import ScenarioPage, SectionPage
from cms.library.story_form import UnreadableForm, WrittenStory, field_of, read_story
from cms.library.story_words import language_of_admin, tell
from scenarios.finding import Finding
from scenarios.map import draw_map, list_map

MOST_SCENES = 300
"""A form with more is not looked at: far more than a story has, and it would keep the machine busy."""


@require_POST
def check_page(request: HttpRequest, page_id: int) -> JsonResponse:
    """The story in the form of a page that is there, for those who may edit the page."""
    page = get_object_or_404(ScenarioPage.objects.select_related("locale"), pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return _answer(request, page)


@require_POST
def check_new_page(request: HttpRequest, section_id: int) -> JsonResponse:
    """The story in the form of a page that is not saved yet, for those who may write one in this section."""
    section = get_object_or_404(SectionPage.objects.select_related("locale"), pk=section_id)
    may = section.permissions_for_user(request.user).can_add_subpage()
    if not (may and ScenarioPage.can_create_at(section)):
        raise PermissionDenied
    return _answer(request, ScenarioPage(locale=section.locale))


def _answer(request: HttpRequest, page: ScenarioPage) -> JsonResponse:
    try:
        written = read_story(page, request.POST)
    except UnreadableForm:
        return _refuse(_("The scenes could not be read. Save the page as a draft and load it again."))
    if len(written.story.scenes) > MOST_SCENES:
        return _refuse(_("The story has too many scenes to be looked at while you write."))
    errors, findings = len(written.errors), written.findings
    return JsonResponse(
        {
            "headline": _headline(errors, len(findings) - errors, bool(written.stream)),
            "errors": errors,
            "problems": [_problem(finding, written) for finding in findings],
            "scenes": [{"key": s.id, "title": s.title, "block": written.blocks[s.id]} for s in written.story.scenes],
            **_maps(written),
        }
    )


def _refuse(message: str) -> JsonResponse:
    return JsonResponse({"message": message}, status=400)


def _headline(errors: int, warnings: int, begun: bool) -> str:
    if not begun:
        return _("Add the first scene, and the map grows here.")
    if not errors and not warnings:
        return _("Nothing to mend.")
    mend = ngettext("%(n)d thing to mend", "%(n)d things to mend", errors) % {"n": errors}
    consider = ngettext("%(n)d to think about", "%(n)d to think about", warnings) % {"n": warnings}
    told = [words for words, number in ((mend, errors), (consider, warnings)) if number]
    ready = "" if errors else _("It can be published.")
    return f"{', '.join(told)}. {ready}".strip()


def _problem(finding: Finding, written: WrittenStory) -> dict[str, Any]:
    message, remedy = tell(finding, written)
    field = "start" if finding.code == "S01" else field_of(finding)
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": message,
        "remedy": remedy,
        "title": written.titles.get(finding.where, ""),
        "block": written.blocks.get(finding.where, ""),
        "field": field,
    }


def _maps(written: WrittenStory) -> dict[str, str]:
    if not written.stream:
        return {"map": "", "list": ""}
    words = map_words(site_languages()[language_of_admin()])

    def href(id: str) -> str:
        return f"#block-{written.blocks.get(id, '')}-section"

    drawn = draw_map(written.story, words, written.errors, href=href)
    listed = list_map(written.story, words, written.errors, href=href)
    return {"map": _markup(drawn), "list": _markup(listed)}


def _markup(element: Element) -> str:
    return tostring(element, encoding="unicode", method="html")
