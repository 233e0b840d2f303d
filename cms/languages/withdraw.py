"""What becomes of the translations of an original that is taken down: nobody takes them away without being asked."""

from __future__ import annotations

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from wagtail import hooks
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page

from cms.library.models import ToolboxPage
from cms.library.still_used import refuse_pages

ANSWER, TOO, STAY = "translations", "too", "stay"
"""What the question sends back, and its two answers."""


def live_translations(page: Page) -> list[ToolboxPage]:
    """The translations of an original that readers have; none for what is no original."""
    specific = page.specific
    if not isinstance(specific, ToolboxPage) or specific.translated_from:
        return []
    found = type(specific).objects.live().filter(translation_key=page.translation_key, alias_of=None)
    return list(found.exclude(pk=page.pk).select_related("locale").order_by("locale__language_code"))


@hooks.register("before_unpublish_page")
def ask_about_translations(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Asks before anything is taken down, and takes the translations down where that is the answer."""
    answer = request.POST.get(ANSWER)
    translations = live_translations(page) if answer != STAY else []
    if not translations:
        return None
    if answer != TOO:
        return _question(request, page, translations, deleting=False)
    refuse_pages([page, *translations], "unpublish")
    with transaction.atomic():  # All or none, where somebody may take down the original and not each of them.
        for translation in translations:
            UnpublishPageAction(translation, user=request.user).execute()
    return None


@hooks.register("before_delete_page")
def ask_before_it_is_deleted(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Translations are never deleted with their original: who wants that, deletes each of them."""
    if request.method != "POST" or request.POST.get(ANSWER) == STAY:
        return None
    translations = live_translations(page)
    return _question(request, page, translations, deleting=True) if translations else None


def _question(request: HttpRequest, page: Page, translations: list[ToolboxPage], *, deleting: bool) -> HttpResponse:
    context = {
        "page": page,
        "translations": translations,
        "deleting": deleting,
        "next": request.POST.get("next", ""),
        "confirmed": request.POST.get("confirm_site_name", ""),
    }
    return TemplateResponse(request, "languages/withdraw.html", context)
