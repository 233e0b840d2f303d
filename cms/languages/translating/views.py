"""A translator's pages beside wagtail-localize's editor: old words taken over, files out and in, words without a place.

All of them are for those who may edit the translated page.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.views import edit_translation

from cms.languages.translating import saving
from cms.languages.translating.files_in import Summary, WrongFileError, take_in
from cms.languages.translating.files_out import FORMATS, Belongs, job_of
from cms.languages.translating.markup import fault, tidy
from cms.languages.translating.texts import Kept, kept_words, rich_contexts, texts_of
from cms.languages.written import translation_in_use
from exchange.intake import LARGEST
from exchange.remark import ExchangeError, remark

MOST_KEPT = 200
"""So many words without a place are listed; the rest are kept as well."""


def translated_page(request: HttpRequest, pk: int) -> tuple[Page, Translation]:
    """The page and what makes it, for those who may edit it."""
    page = get_object_or_404(Page.objects.select_related("locale"), pk=pk).specific
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    translation = translation_in_use(page)
    if translation is None:
        raise Http404
    return page, translation


@require_POST
@transaction.atomic
def use_words(request: HttpRequest, pk: int, segment: int) -> HttpResponse:
    """Sets the words for a changed text, made from the old ones."""
    page, translation = translated_page(request, pk)
    words = request.POST.get("words", "").strip()
    text = next((text for text in texts_of(translation) if text.segment == segment), None)
    back = redirect(reverse("wagtailadmin_pages:edit", args=[page.pk]) + "#changed")
    if text is None or text.text != request.POST.get("source"):
        messages.warning(request, gettext("The original has changed again meanwhile. Look at what it says now."))
    elif text.words and text.words != words:
        said = gettext("Somebody has translated this meanwhile: “%(words)s” Yours was not taken: “%(yours)s”")
        messages.warning(request, said % {"words": text.words, "yours": words})
    elif why := fault(text.text, words, is_rich=text.context in rich_contexts(translation.source)):
        messages.error(request, gettext("Not taken: “%(words)s” %(why)s") % {"words": words, "why": why})
    elif words:
        place = {"context": text.context, "string": text.string}
        saving.save_words(translation, **place, words=tidy(words), user=request.user)
        messages.success(request, gettext("Saved: “%(words)s”") % {"words": words})
    return back


@require_GET
def download(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    page, translation = translated_page(request, pk)
    made = FORMATS.get(kind)
    if made is None:
        raise Http404
    response = HttpResponse(made.mark + made.write(job_of(translation)), content_type=made.type)
    name = f"{page.slug}-{translation.target_locale.language_code}.{made.ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def download_po(request: HttpRequest, translation_id: int) -> HttpResponse:
    """In the place of wagtail-localize's own view."""
    return download(request, _page_of(translation_id), "po")


def upload_po(request: HttpRequest, translation_id: int) -> HttpResponse:
    """In the place of wagtail-localize's own view, which takes PO alone, and any that says whose it is."""
    return Files.as_view()(request, pk=_page_of(translation_id))


def _page_of(translation_id: int) -> int:
    translation = get_object_or_404(Translation, pk=translation_id, enabled=True)
    page = translation.get_target_instance()
    if not isinstance(page, Page):
        raise Http404
    return page.pk


class _OfTranslation(WagtailAdminTemplateMixin, TemplateView):
    header_icon = "wagtail-localize-language"
    _show_breadcrumbs = True

    def dispatch(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.page, self.translation = translated_page(request, pk)
        return super().dispatch(request, pk=pk)

    def get_breadcrumbs_items(self) -> list[dict[str, object]]:
        url = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return [{"url": url, "label": str(self.page)}, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context_data(**kwargs),
            "page": self.page,
            "original": self.translation.source.locale.language_code,
            "language": self.translation.target_locale,
            "edit_url": reverse("wagtailadmin_pages:edit", args=[self.page.pk]),
        }


class Files(_OfTranslation):
    """Files out, and in again with an account of what became of each text."""

    template_name = "languages/files.html"
    page_title = _("Translate in a program of your own")

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        sent = request.FILES.get("file")
        told: dict[str, Any] = {}
        if sent is None:
            told["faults"] = [gettext("Choose a file first.")]
        else:
            told = self._take_in(sent)
        return self.render_to_response(self.get_context_data(name=getattr(sent, "name", ""), **told))

    def _take_in(self, sent: Any) -> dict[str, Any]:
        try:
            if sent.size > LARGEST:
                raise ExchangeError([remark("X01.large")])
            summary: Summary = take_in(self.translation, sent.read(), self.request.user)
        except ExchangeError as error:
            language = (get_language() or "en")[:2]
            return {"faults": [(f"{r.line}: " if r.line else "") + " ".join(r.told(language)) for r in error.remarks]}
        except WrongFileError as error:
            return {"faults": [str(error)], "other": _other(error.other)}
        return {"summary": summary}


def _other(said: Belongs | None) -> Page | None:
    """The page a file says it belongs to."""
    if said is None:
        return None
    try:
        return (
            Page.objects.filter(translation_key=said.document, locale__language_code=said.language)
            .select_related("locale")
            .first()
        )
    except ValueError:  # What the file says is no id.
        return None


class KeptWords(_OfTranslation):
    """Words that no text of the page uses any more, and words others were written over."""

    template_name = "languages/kept.html"
    page_title = _("Words that were kept")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        texts = texts_of(self.translation)
        in_use = {(text.string, text.words) for text in texts}
        kept: list[Kept] = [
            words for words in kept_words(self.translation, texts) if (words.string, words.words) not in in_use
        ]
        return {
            **super().get_context_data(**kwargs),
            "kept": kept[:MOST_KEPT],
            "replaced": saving.replaced_on(self.page, MOST_KEPT),
        }


def never_a_copy(request: HttpRequest, page_id: int) -> HttpResponse:
    """localize would make a translation a copy of its original again. That is not released: readers would lose it."""
    raise Http404


def stop(request: HttpRequest, translation_id: int) -> HttpResponse:
    """From then on the page follows its original no more: that is for those who publish it."""
    page = get_object_or_404(Translation, pk=translation_id).get_target_instance()
    if isinstance(page, Page) and not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    answer: HttpResponse = edit_translation.stop_translation(request, translation_id)
    return answer
