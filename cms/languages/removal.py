"""A language that is taken out of the CMS again: only while nothing an editor wrote would go with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import ProtectedError, Q
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page, get_translatable_models
from wagtail.signals import pre_validate_delete
from wagtail_localize.models import StringTranslation

from cms.library.models import HomePage, SectionPage


@dataclass(frozen=True)
class Written:
    """What editors wrote in a language, published or not."""

    pages: int
    others: int
    """Help boxes, and whatever else is translated and is no page."""
    sentences: int
    """What translators wrote in wagtail-localize, which it keeps when the page is gone."""

    def __bool__(self) -> bool:
        return bool(self.pages or self.others or self.sentences)


def written_in(locale: Locale) -> Written:
    pages = Page.objects.filter(locale=locale, depth__gt=1).not_exact_type(HomePage, SectionPage)
    others = (model for model in get_translatable_models() if model is not Page)
    sentences = StringTranslation.objects.filter(Q(locale=locale) | Q(translation_of__locale=locale))
    return Written(
        pages.count(), sum(model.objects.filter(locale=locale).count() for model in others), sentences.count()
    )


def reason_to_stay(locale: Locale) -> str | Promise:
    """Why the language cannot be removed, and what to do instead; empty where it can."""
    if locale.language_code == settings.LANGUAGE_CODE:
        return _("The others are translated from this language. It cannot be removed.")
    written = written_in(locale)
    if not written:
        return ""
    return format_lazy(
        _(
            "This cannot be removed, since what has been written in it would be lost: {pages} pages, {others} help "
            "boxes and {sentences} translated sentences, drafts among them. To take the language away from readers, "
            "unpublish its pages and help boxes, and then have site/languages/{code}.yml removed. Everything stays "
            "here, and comes back with that file."
        ),
        pages=written.pages,
        others=written.others,
        sentences=written.sentences,
        code=locale.language_code,
    )


def connect() -> None:
    """Called once, when the apps are ready."""
    pre_validate_delete.connect(clear_away, sender=Locale, dispatch_uid="languages-removed")


def clear_away(instance: Locale, **kwargs: Any) -> None:
    """Its empty home and sections go before the language does. Raises `ProtectedError` where there are texts."""
    reason = reason_to_stay(instance)
    if reason:
        raise ProtectedError(str(reason), set())
    for home in HomePage.objects.filter(locale=instance):
        home.delete()
