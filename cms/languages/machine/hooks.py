"""Where Wagtail and wagtail-localize meet machine translation."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet
from wagtail_localize.views import edit_translation

from cms.languages.machine.glossary_models import GlossaryTerm
from cms.languages.machine.offer import offered_for, present_offer
from cms.languages.machine.views import machine_translate

__all__ = ["offered_for"]

edit_translation.get_machine_translator  # noqa: B018 — where localize has no such name any more, this says so.
edit_translation.get_machine_translator = present_offer


@hooks.register("register_admin_urls", order=-1)  # Before localize's own of the same address.
def register_admin_urls() -> list[URLPattern]:
    return [path("localize/translate/<int:translation_id>/machine_translate/", machine_translate)]


class GlossaryViewSet(SnippetViewSet):
    model = GlossaryTerm
    icon = "list-ul"
    menu_label = _("Glossary")
    menu_name = "glossary"
    add_to_settings_menu = True
    list_display = ("term", "becomes")
    search_fields = ("term",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[GlossaryTerm]:
        return GlossaryTerm.objects.prefetch_related("translations")


register_snippet(GlossaryViewSet)
