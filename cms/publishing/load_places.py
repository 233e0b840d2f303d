"""The tree pages are loaded into: languages, their homes, and the sections in them."""

from __future__ import annotations

import uuid
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


def ensure_places() -> Places:
    """Every language with its home and its sections, made where they are missing."""
    locales = {
        code: Locale.objects.get_or_create(language_code=code)[0] for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES
    }
    root = _root(locales[settings.LANGUAGE_CODE])
    sections = {}
    for code, name in settings.WAGTAIL_CONTENT_LANGUAGES:
        home = _home(root, locales[code], name)
        for kind in Kind:
            sections[code, kind] = _section(home, locales[code], kind)
    _site(root, locales[settings.LANGUAGE_CODE])
    return Places(locales, sections)


def _root(locale: Locale) -> Page:
    return Page.get_first_root_node() or Page.add_root(title="Root", slug="root", locale=locale)


def _home(root: Page, locale: Locale, name: str) -> HomePage:
    home = HomePage.objects.filter(locale=locale).first()
    if home is None:
        home = HomePage(
            title=name, slug=locale.language_code, locale=locale, translation_key=uuid.uuid5(_SPACE, "home")
        )
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
