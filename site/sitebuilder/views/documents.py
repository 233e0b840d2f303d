"""A content page beside its text: topics, series, related pages, help, notes and history."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sitebuilder.contract.document import Case, Document, Guide, HelpBox
from sitebuilder.languages import Language
from sitebuilder.views.cards import make_card
from sitebuilder.views.notes import history, original_link, sources, translation_notes
from sitebuilder.views.page import Card, DocumentView, HelpView, Link, SeriesView
from sitebuilder.views.shelf import Shelf
from sitebuilder.views.story_map import map_url

HelpHtml = Callable[[HelpBox], str]
"""Renders the blocks of a help box with our own Markdown renderer."""


def view_document(
    document: Document, shelf: Shelf, languages: Mapping[str, Language], help_html: HelpHtml
) -> DocumentView:
    """What the page of ``document`` shows, in the language of the document."""
    code, front, language = document.language, document.front, languages[document.language]
    section = front.type.section
    work = shelf.works[section, document.slug]
    scenario = shelf.text_at(section, front.scenario, code) if front.scenario else None
    return DocumentView(
        document=document,
        topics=tuple(Link(shelf.topic_name(topic, code), f"/{code}/topics/{topic}/") for topic in front.topics),
        phase=Link(language.t(f"phase.{front.phase}"), f"/{code}/phases/{front.phase}/") if front.phase else None,
        series=_series(document, shelf, languages),
        related=tuple(make_card(text, code, languages) for text in shelf.texts_at(section, front.related, code)),
        scenario=make_card(scenario, code, languages) if scenario else None,
        help=view_help(document, shelf, languages, help_html),
        notes=translation_notes(document, work, language),
        original=original_link(document, work, language, languages),
        sources=tuple(sources(document, language)),
        history=tuple(history(document, language)),
        contents=_contents(document),
        map=map_url(document),
    )


def series_title(series_id: str, parts: tuple[Card, ...], shelf: Shelf, language: Language) -> str:
    """A series is named after the topic it shares its id with, else after its first part."""
    if series_id in shelf.topics:
        return f"{language.t('list.series')}: {shelf.topic_name(series_id, language.code)}"
    return f"{language.t('list.series')}: {parts[0].title}"


FEWEST_HEADINGS = 3
"""A text with fewer needs no list of them."""


def _contents(document: Document) -> tuple[Link, ...]:
    if not isinstance(document.body, Guide | Case) or len(document.body.sections) < FEWEST_HEADINGS:
        return ()
    return tuple(Link(section.title, f"#{section.id}") for section in document.body.sections)


def _series(document: Document, shelf: Shelf, languages: Mapping[str, Language]) -> SeriesView | None:
    if document.front.series is None:
        return None
    code, series_id = document.language, document.front.series.id
    texts = shelf.series(series_id, code)
    parts = tuple(make_card(text, code, languages) for text in texts)
    position = next(n for n, text in enumerate(texts, start=1) if text is document)
    return SeriesView(series_title(series_id, parts, shelf, languages[code]), parts, position)


def view_help(
    document: Document, shelf: Shelf, languages: Mapping[str, Language], help_html: HelpHtml
) -> tuple[HelpView, ...]:
    """The help boxes of ``document``, for readers of its language."""
    reader = languages[document.language]
    boxes = shelf.help_boxes(document.front.help, document.language)
    return tuple(_help(box, reader, languages, help_html) for box in boxes)


def _help(box: HelpBox, reader: Language, languages: Mapping[str, Language], help_html: HelpHtml) -> HelpView:
    return HelpView(
        id=box.id,
        title=box.title,
        html=help_html(box),
        language=box.language,
        direction=languages[box.language].direction,
        verified_on=reader.date(box.verified_on) if box.verified_on else "",
    )
