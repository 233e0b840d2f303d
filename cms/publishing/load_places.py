"""The tree pages are loaded into: languages, their homes, and the sections in them."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from dataclasses import dataclass

from django.conf import settings
from sitebuilder.contract.document import Kind
from sitebuilder.languages import site_languages
from wagtail.models import Locale, Page, Site

from cms.library.models import HomePage, SectionPage

_SPACE = uuid.UUID("5b1d0f0e-6f3b-4d0b-9a43-0d5a8a0c7f10")
"""Makes the same translation keys for homes and sections in every database."""


@dataclass(frozen=True)
class Places:
    locales: dict[str, Locale]
    sections: dict[tuple[str, Kind], SectionPage]


def ensure_places(wanted: Collection[str] = ()) -> Places:
    """The languages with their homes and their sections, made where they are missing.

    In a new CMS these are all that have words in ``site/languages/``. Later an administrator adds a language, and may
    have taken one away: then only those that are there, and ``wanted``.
    """
    new = not HomePage.objects.exists()
    there = {settings.LANGUAGE_CODE, *Locale.objects.values_list("language_code", flat=True)}
    codes = [code for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES if new or code in {*there, *wanted}]
    locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code in codes}
    sections = {}
    for code in codes:
        sections.update({(code, kind): section for kind, section in make_places(locales[code]).items()})
    _site(_root(locales[settings.LANGUAGE_CODE]), locales[settings.LANGUAGE_CODE])
    return Places(locales, sections)


def make_places(locale: Locale) -> dict[Kind, SectionPage]:
    """The home of one language and its sections, made where they are missing. Its roles follow the home."""
    home = _home(_root(locale), locale)
    return {kind: _section(home, locale, kind) for kind in Kind}


def _root(locale: Locale) -> Page:
    return Page.get_first_root_node() or Page.add_root(title="Root", slug="root", locale=locale)


def _home(root: Page, locale: Locale) -> HomePage:
    home = HomePage.objects.filter(locale=locale).first()
    if home is None:
        key = uuid.uuid5(_SPACE, "home")
        home = HomePage(title=str(locale), slug=locale.language_code, locale=locale, translation_key=key)
        root.add_child(instance=home)
    return home


def _section(home: HomePage, locale: Locale, kind: Kind) -> SectionPage:
    section = SectionPage.objects.filter(locale=locale, kind=kind.value).first()
    if section is None:
        title = site_languages()[locale.language_code].t(f"kind.{kind}.many")
        section = SectionPage(title=title, slug=kind.section, kind=kind.value, locale=locale)
        section.translation_key = uuid.uuid5(_SPACE, kind.section)
        home.add_child(instance=section)
    return section


def _site(root: Page, locale: Locale) -> None:
    """One site, rooted in the first language; the page Wagtail makes in a new database goes."""
    home = HomePage.objects.get(locale=locale)
    site = Site.objects.filter(is_default_site=True).first() or Site(hostname="localhost", is_default_site=True)
    if site.pk is None or site.root_page_id != home.pk:
        site.root_page = home
        site.save()
    for page in root.get_children().exact_type(Page):
        if not page.get_children_count():
            page.delete()
