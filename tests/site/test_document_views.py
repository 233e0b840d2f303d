"""What a content page shows beside its text: what is related, where to get help, how it came to be."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sitebuilder.contract.document import Document, Kind, Series, Source
from sitebuilder.views import SiteView

from tests.site.sample_library import document, help_box, translated, views


def page(site: SiteView, kind: Kind, slug: str) -> Any:
    """The document view of a page."""
    return site.page(f"{kind.section}/{slug}.md").document


def test_related_texts_are_found_across_sections_and_in_the_language_there_is() -> None:
    site = views(document("a", "uk", related=("../cases/b.md", "../guides/gone.md")), document("b", kind=Kind.CASE))
    assert [(card.url, card.foreign) for card in page(site["uk"], Kind.GUIDE, "a").related] == [("/nb/cases/b/", True)]


def test_a_case_leads_to_the_story_that_trains_it() -> None:
    case = document("c", kind=Kind.CASE, scenario="../scenarios/s.md")
    site = views(case, document("s", kind=Kind.SCENARIO))["nb"]
    assert page(site, Kind.CASE, "c").scenario.url == "/nb/scenarios/s/"


def test_a_part_of_a_series_knows_its_place_and_what_comes_next() -> None:
    site = views(*(document(slug, series=Series("cv", order)) for slug, order in [("b", 2), ("a", 1), ("d", 4)]))["nb"]
    middle, last = page(site, Kind.GUIDE, "b").series, page(site, Kind.GUIDE, "d").series
    assert ([card.title for card in middle.parts], middle.position) == (["a (nb)", "b (nb)", "d (nb)"], 2)
    assert middle.next.title == "d (nb)"
    assert last.next is None


def test_help_comes_in_the_readers_language_where_it_is_written_in_it() -> None:
    boxes = (help_box("alarm"), help_box("alarm", "ar"), help_box("112", verified_on=dt.date(2026, 1, 2)))
    found = page(
        views(document("a", "ar", help=("alarm", "112", "gone")), help_boxes=boxes)["ar"], Kind.GUIDE, "a"
    ).help
    assert [(box.title, box.language, box.direction, box.verified_on) for box in found] == [
        ("alarm (ar)", "ar", "rtl", ""),
        ("112 (nb)", "nb", "ltr", "2 يناير 2026"),
    ]


def notes(original: Document, **translation: Any) -> tuple[list[str], str]:
    """Kinds of the notes above an English translation, and the language its original is offered in."""
    shown = page(views(original, translated(original, "en", **translation))["en"], Kind.GUIDE, original.slug)
    return [note.kind for note in shown.notes], shown.original.language


def test_an_original_has_no_notes() -> None:
    shown = page(views(document("a"))["nb"], Kind.GUIDE, "a")
    assert (shown.notes, shown.original) == ((), None)


def test_a_draft_by_a_machine_says_so_and_leads_to_the_original() -> None:
    assert notes(document("a"), state="draft", method="machine") == (["machine"], "nb")


def test_a_draft_by_a_person_says_so() -> None:
    assert notes(document("a"), state="draft", method="person") == (["draft"], "nb")


def test_a_reviewed_translation_of_the_present_text_has_no_notes() -> None:
    assert notes(document("a"), state="reviewed", method="machine") == ([], "nb")


def test_a_translation_of_an_earlier_text_says_that_it_is_older() -> None:
    assert notes(document("a"), state="reviewed", of="0" * 16) == (["older"], "nb")


def test_a_translation_whose_original_is_gone_leads_nowhere() -> None:
    shown = page(views(translated(document("a"), "en"))["en"], Kind.GUIDE, "a")
    assert shown.original is None


def test_a_page_says_who_wrote_it_and_that_nobody_has_read_it_through() -> None:
    shown = page(views(document("a", authors=("Ola", "Kari")))["nb"], Kind.GUIDE, "a")
    assert shown.history == (
        "Skrevet av Ola, Kari.",
        "Publisert 23. november 2026.",
        "Ikke lest gjennom av andre ennå.",
    )


def test_a_translation_says_who_made_it_and_who_checked_it() -> None:
    original = document("a")
    checked = translated(
        original, "en", state="reviewed", method="machine", reviewed_by="Ana", reviewed_on=dt.date(2026, 12, 1)
    )
    assert page(views(original, checked)["en"], Kind.GUIDE, "a").history[1:] == (
        "Translated from Norwegian by a machine.",
        "The translation was checked by Ana, 1 December 2026.",
        "Published 23 November 2026.",
    )


def test_a_source_says_when_it_was_checked() -> None:
    front = {"sources": (Source("NAV", "https://www.nav.no/", dt.date(2026, 11, 1)), Source("Bok"))}
    shown = page(views(document("a", **front))["nb"], Kind.GUIDE, "a").sources
    assert [(source.title, source.checked) for source in shown] == [("NAV", "1. november 2026"), ("Bok", "")]
