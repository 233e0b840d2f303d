"""What a page owes its reader about itself: how a translation came to be, who wrote and reviewed it, its sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitebuilder.contract.document import Document
from sitebuilder.languages import Language
from sitebuilder.views.page import Link, Note, SourceView
from sitebuilder.views.shelf import Work


def translation_notes(document: Document, work: Work, language: Language) -> tuple[Note, ...]:
    """The warnings above a translation; none above an original or a reviewed and fresh translation."""
    translation = document.front.translation
    if translation is None:
        return ()
    notes: list[Note] = []
    if translation.state == "draft":
        kind = "machine" if translation.method == "machine" else "draft"
        notes.append(Note(kind, language.t(f"note.{kind}")))
    if work.is_older(document):
        notes.append(Note("older", language.t("note.older")))
    return tuple(notes)


def original_link(document: Document, work: Work, language: Language, languages: Mapping[str, Language]) -> Link | None:
    """The way to the text a translation was made from."""
    translation = document.front.translation
    if translation is None or translation.language not in work.texts:
        return None
    original = work.texts[translation.language]
    name = language.called(original.language)
    return Link(
        language.t("note.original", language=name),
        original.url,
        original.language,
        languages[original.language].direction,
    )


def history(document: Document, language: Language) -> Iterator[str]:
    """Who wrote it, when, who translated it, and whether anyone has read it through: one sentence each."""
    front = document.front
    if front.authors:
        yield language.t("provenance.written_by", names=", ".join(front.authors))
    else:
        yield language.t("provenance.written_by_editors")
    translation = front.translation
    if translation:
        origin = language.called(translation.language)
        yield language.t(f"provenance.translated_by_{translation.method}", language=origin)
        if translation.reviewed_on and translation.reviewed_by:
            day = language.date(translation.reviewed_on)
            yield language.t("provenance.translation_reviewed_by", name=translation.reviewed_by, date=day)
        elif translation.reviewed_on:
            yield language.t("provenance.translation_reviewed", date=language.date(translation.reviewed_on))
    yield language.t("provenance.published_on", date=language.date(front.published_on))
    if front.updated_on != front.published_on:
        yield language.t("provenance.updated_on", date=language.date(front.updated_on))
    if front.reviewed_on:
        yield language.t("provenance.reviewed_on", date=language.date(front.reviewed_on))
    elif not (translation and translation.reviewed_on):  # Whoever approved a translation has read it.
        yield language.t("provenance.not_reviewed")


def sources(document: Document, language: Language) -> Iterator[SourceView]:
    for source in document.front.sources:
        checked = language.date(source.checked) if source.checked else ""
        yield SourceView(source.title, source.url, checked, source.evidence)
