"""The button *Translate with …* on a translation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail_localize.models import Translation

from cms.languages.machine.fill import Filled, NotFilled, fill
from cms.languages.machine.provider import Provider
from cms.languages.machine.setup import chosen_provider, patience
from cms.library.models import ToolboxPage

MOST_NAMED = 10
"""So many texts that stay empty are named; they are marked in the form, all of them."""


@require_POST
def machine_translate(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Stands before localize's own view of this address. Whoever may edit the page may fill it."""
    provider = chosen_provider()
    found = Translation.objects.select_related("source__locale", "target_locale")
    translation = get_object_or_404(found, pk=translation_id, enabled=True)
    try:
        page: Any = translation.get_target_instance()
    except ObjectDoesNotExist:
        raise Http404 from None
    if provider is None or not isinstance(page, ToolboxPage) or page.alias_of_id:
        raise Http404
    lock = page.get_lock()
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    if lock and lock.for_user(request.user):
        messages.error(request, _("The page is locked. Translate it when it is unlocked."))
    else:
        _fill(request, translation, provider)
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return redirect(get_valid_next_url_from_request(request) or edit)


def _fill(request: HttpRequest, translation: Translation, provider: Provider) -> None:
    try:
        filled = fill(translation, provider, request.user, patience())
    except NotFilled as refused:
        messages.error(request, _paragraphs(refused.told))
    else:
        _tell(request, filled, provider)


def _tell(request: HttpRequest, filled: Filled, provider: Provider) -> None:
    if filled.places:
        words = ngettext(
            "%(number)d text was filled in by %(name)s. Read it through: readers are told that a machine made the page "
            "until somebody has approved it.",
            "%(number)d texts were filled in by %(name)s. Read them through: readers are told that a machine made the "
            "page until somebody has approved it.",
            filled.places,
        )
        messages.success(request, words % {"number": filled.places, "name": provider.name})
    if filled.left:
        words = _(
            "Left empty for you to translate, because what %(name)s answered has lost formatting or a protected word, "
            "or is too long:"
        )
        named = [f"– {text}" for text in filled.left[:MOST_NAMED]]
        more = len(filled.left) - len(named)
        rest = [ngettext("and %(number)d more", "and %(number)d more", more) % {"number": more}] if more else []
        messages.warning(request, _paragraphs([words % {"name": provider.name}, *named, *rest]))
    if not filled.places and not filled.left:
        messages.info(request, _("No text is missing here."))


def _paragraphs(lines: Iterable[str]) -> str:
    return format_html_join("\n", "<p>{}</p>", ((line,) for line in lines))
