"""The pages of one made-up document in every language it is in, as its plan wants them; not stored."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from sitebuilder.contract.document import Document, Translation
from sitebuilder.contract.hashing import source_hash
from wagtail.models import Locale

from cms.languages.standing import REVIEWED, Work
from cms.library.mapping.documents import apply_document
from cms.library.mapping.front_matter import published_at
from cms.library.mapping.links import Links
from cms.library.models import PAGE_OF_KIND, ToolboxPage
from cms.seeding.documents import Maker
from cms.seeding.plan import Plan, Stand
from cms.seeding.store import NewPage

ORIGINAL = "nb"
_NO_LINKS = Links()


def pages_of(number: int, plan: Plan, maker: Maker, locales: Mapping[str, Locale]) -> dict[str, NewPage]:
    """By language. An original that has translations older than itself has its earlier version in its history."""
    original, earlier = maker.document(number), maker.document(number, is_earlier=True)
    has_older = any(stand.is_older for stand in plan.translations.values())
    made = {ORIGINAL: _new(plan.original, original, earlier if has_older else None, locales)}
    hashes = {False: source_hash(original), True: source_hash(earlier)}
    for language, stand in plan.translations.items():
        whole, unfinished = maker.document(number, language), maker.document(number, language, gaps=stand.gaps)
        readers = _says(whole, hashes[stand.is_older], stand)
        draft = _says(unfinished, hashes[False], replace(stand, is_reviewed=False))
        made[language] = _new(stand, readers if stand.is_live else draft, None, locales, draft)
    return made


def _says(document: Document, of: str, stand: Stand) -> Document:
    """The document as a translation that tells how it was made."""
    translation = Translation(ORIGINAL, of, method=stand.method)
    if stand.is_reviewed:
        day = document.front.updated_on
        translation = replace(translation, state=REVIEWED, reviewed_by="Kari Nordmann", reviewed_on=day)
    return replace(document, front=replace(document.front, translation=translation))


def _new(
    stand: Stand, row: Document, before: Document | None, locales: Mapping[str, Locale], draft: Document | None = None
) -> NewPage:
    has_draft = stand.is_live and stand.work is not Work.PUBLISHED
    return NewPage(
        _page(row, stand, locales),
        _page(before, stand, locales) if before else None,
        _page(draft or row, stand, locales) if has_draft else None,
    )


def _page(document: Document, stand: Stand, locales: Mapping[str, Locale]) -> ToolboxPage:
    page = PAGE_OF_KIND[document.front.type](locale=locales[document.language], live=stand.is_live)
    apply_document(page, document, _NO_LINKS)
    if stand.is_live:
        page.first_published_at, page.last_published_at = map(published_at, _days(document))
        page.latest_revision_created_at = page.last_published_at
    return page


def _days(document: Document) -> tuple[dt.date, dt.date]:
    return document.front.published_on, document.front.updated_on
