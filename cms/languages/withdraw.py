"""What becomes of the translations of an original that is taken down: nobody takes them away without being asked."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.admin import messages
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
        context = {"page": page, "translations": translations, "next": request.POST.get("next", "")}
        return TemplateResponse(request, "languages/withdraw.html", context)
    refuse_pages([page, *translations], "unpublish")
    with transaction.atomic():  # All or none, where somebody may take down the original and not each of them.
        for translation in translations:
            UnpublishPageAction(translation, user=request.user).execute()
    return None


@hooks.register("before_delete_page")
def say_that_translations_stay(request: HttpRequest, page: Page) -> None:
    translations = live_translations(page) if request.method == "GET" else []
    if translations:
        words = _("Readers keep the translations: %(languages)s. Take them down first if they should go too.")
        messages.warning(request, words % {"languages": languages_of(translations)})


def languages_of(pages: list[Any]) -> str:
    return ", ".join(page.locale.get_display_name() for page in pages)
