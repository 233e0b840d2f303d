"""Small libraries for tests: documents with what a test cares for, and something sensible in the rest."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from sitebuilder.contract.document import (
    Audience,
    Case,
    Document,
    ExerciseSet,
    FrontMatter,
    Guide,
    HelpBox,
    Kind,
    Library,
    Section,
    Topic,
    Translation,
)
from sitebuilder.contract.hashing import source_hash
from sitebuilder.contract.prose import Paragraph, Run
from sitebuilder.languages import load_languages
from sitebuilder.places import LANGUAGES
from sitebuilder.views import SiteView, build_views
from sitebuilder.views.assets import Assets

DAY = dt.date(2026, 11, 23)
WORDS = (Paragraph((Run("Noen ord."),)),)
TOPICS = (
    Topic("trust", {"nb": "Tillit", "en": "Trust"}),
    Topic("cv", {"nb": "CV", "en": "CV"}),
    Topic("norwegian", {"nb": "Norsk", "en": "Norwegian"}),
)
ALL_LANGUAGES = load_languages(LANGUAGES)


def document(slug: str, language: str = "nb", kind: Kind = Kind.GUIDE, **front: Any) -> Document:
    """A document; two with the same slug are the same text in two languages."""
    values: dict[str, Any] = {
        "id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"{kind}/{slug}")),
        "type": kind,
        "title": f"{slug} ({language})",
        "summary": "Hva dette er til.",
        "audience": Audience.BOTH,
        "topics": ("trust",),
        "minutes": 10,
        "together": "Les dette sammen.",
        "published_on": DAY,
        "updated_on": DAY,
    }
    if kind is Kind.EXERCISE:
        values |= {"level": "A1", "can_do": "Jeg kan hilse.", "mentor": "Si hei."}
    body = ExerciseSet(WORDS) if kind is Kind.EXERCISE else _sections(kind)
    return Document(language, slug, FrontMatter(**(values | front)), body)


def _sections(kind: Kind) -> Guide | Case:
    sections = (Section("forst", "Begynn", WORDS),)
    return Case(sections) if kind is Kind.CASE else Guide(sections)


def translated(original: Document, language: str, **translation: Any) -> Document:
    """A translation of ``original``, up to date unless ``of`` says otherwise."""
    origin = {"language": original.language, "of": source_hash(original)} | translation
    return document(original.slug, language, original.front.type, translation=Translation(**origin))


def help_box(id: str, language: str = "nb", **values: Any) -> HelpBox:
    return HelpBox(language, id, f"{id} ({language})", WORDS, **values)


ASSETS = Assets(style="p{}", paper="/p.css")


def views(*documents: Document, help_boxes: tuple[HelpBox, ...] = (), assets: Assets = ASSETS) -> dict[str, SiteView]:
    """The site of a library with these documents, in all languages."""
    library = Library(documents, help_boxes, TOPICS)
    return build_views(library, ALL_LANGUAGES, lambda box: f"<p>{box.id}</p>", assets)
