"""What the pages show: which texts stand in which lists, in which language, and what is said about them."""

from __future__ import annotations

import pytest
from sitebuilder.contract.document import Audience, Kind, Series
from sitebuilder.languages import ORDER
from sitebuilder.views import Card, PageView, staged_pages
from sitebuilder.views.page import PageKind

from tests.site.sample_library import document, translated, views


def titles(view: PageView) -> dict[str, list[str]]:
    return {group.title: [card.title for card in group.cards] for group in view.groups}


def cards(view: PageView) -> list[Card]:
    return [card for group in view.groups for card in group.cards]


# Languages


def test_the_language_menu_leads_to_the_same_page_where_it_is_and_to_its_list_where_it_is_not() -> None:
    original = document("kort-cv")
    menu = views(original, translated(original, "ar"))["nb"].page("guides/kort-cv.md").alternates
    assert [(other.code, other.url, other.exists) for other in menu] == [
        ("nb", "/nb/guides/kort-cv/", True),
        ("en", "/en/guides/", False),
        ("uk", "/uk/guides/", False),
        ("ar", "/ar/guides/kort-cv/", True),
        ("ti", "/ti/guides/", False),
        ("so", "/so/guides/", False),
        ("fa", "/fa/guides/", False),
    ]
    assert [other.code for other in menu if other.current] == ["nb"]


def test_pages_that_are_no_document_exist_in_every_language() -> None:
    site = views(document("a"))["ti"]
    for src_uri, view in site.generated.items():
        if src_uri != "404.html":
            assert all(other.exists for other in view.alternates), src_uri
    assert [other.url for other in site.page("index.md").alternates] == [f"/{code}/" for code in ORDER]


def test_from_a_page_that_is_not_there_each_language_leads_to_its_home() -> None:
    menu = views()["so"].page("404.html").alternates
    assert {(other.url, other.exists) for other in menu} == {(f"/{code}/", False) for code in ORDER}


def test_a_text_that_is_missing_is_shown_in_english_before_norwegian() -> None:
    original = document("a")
    shown = cards(views(original, translated(original, "en"))["uk"].page("guides/index.md"))
    assert [(card.url, card.language, card.foreign) for card in shown] == [("/en/guides/a/", "en", True)]


def test_a_text_that_is_neither_in_english_nor_norwegian_is_still_shown() -> None:
    shown = cards(views(document("a", "fa"))["en"].page("guides/index.md"))
    assert [(card.language, card.direction) for card in shown] == [("fa", "rtl")]


def test_a_text_in_the_readers_own_language_is_not_named_as_foreign() -> None:
    original = document("a")
    shown = cards(views(original, translated(original, "ar"))["ar"].page("guides/index.md"))
    assert [(card.language, card.direction, card.foreign) for card in shown] == [("ar", "rtl", False)]


def test_a_text_has_a_page_only_in_its_own_languages() -> None:
    sites = views(document("a"))
    assert sites["nb"].page("guides/a.md").url == "/nb/guides/a/"
    with pytest.raises(KeyError):
        sites["en"].page("guides/a.md")


def test_a_page_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        views()["nb"].page("guides/nowhere.md")


# Lists


def test_guides_stand_in_their_series_first_and_then_by_topic() -> None:
    site = views(
        document("b", topics=("trust",)),
        document("cv-2", topics=("cv",), series=Series("cv", 2), minutes=1),
        document("cv-1", topics=("cv",), series=Series("cv", 1)),
        document("a", topics=("norwegian", "trust")),
    )["nb"]
    view = site.page("guides/index.md")
    assert titles(view) == {"Serie: CV": ["cv-1 (nb)", "cv-2 (nb)"], "Tillit": ["b (nb)"], "Norsk": ["a (nb)"]}
    assert [group.ordered for group in view.groups] == [True, False, False]


def test_a_series_that_shares_its_id_with_no_topic_is_named_after_its_first_part() -> None:
    site = views(document("b", series=Series("x", 2)), document("a", series=Series("x", 1)))["nb"]
    assert list(titles(site.page("guides/index.md"))) == ["Serie: a (nb)"]


def test_exercises_stand_by_level_from_the_easiest() -> None:
    levels = {"c": "A2", "a": "pre-A1", "b": "A1"}
    site = views(*(document(slug, kind=Kind.EXERCISE, level=level) for slug, level in levels.items()))["nb"]
    assert [group.id for group in site.page("exercises/index.md").groups] == ["pre-A1", "A1", "A2"]


def test_in_a_group_the_readers_own_language_comes_first_and_then_the_shortest() -> None:
    site = views(document("a", "nb", minutes=1), document("b", "en", minutes=9), document("c", "en", minutes=5))["en"]
    assert [card.url for card in cards(site.page("guides/index.md"))] == [
        "/en/guides/c/",
        "/en/guides/b/",
        "/nb/guides/a/",
    ]


def test_a_topic_page_has_every_kind_of_text_on_the_topic() -> None:
    site = views(document("a"), document("b", kind=Kind.CASE), document("c", topics=("cv", "trust")))["nb"]
    assert titles(site.page("topics/trust.md")) == {"Caser": ["b (nb)"], "Veiledninger": ["a (nb)", "c (nb)"]}


def test_a_topic_without_texts_has_no_page_and_is_not_offered() -> None:
    site = views(document("a"))["nb"]
    assert "topics/cv.md" not in site.generated
    assert [link.text for link in site.page("index.md").links] == ["Tillit"]


def test_a_topic_that_only_one_language_gives_a_text_has_a_page_in_all() -> None:
    sites = views(document("a", topics=("trust", "cv"), phase="ending"), document("a", "en"))
    assert cards(sites["en"].page("topics/cv.md")) == []
    assert cards(sites["en"].page("phases/ending.md")) == []
    assert [link.text for link in sites["en"].page("index.md").links] == ["Trust"]


def test_an_empty_library_still_has_its_home_and_its_lists() -> None:
    staged = staged_pages(views()["nb"])
    assert {"index.md", "mentor.md", "mentee.md", "about.md", "scenarios/index.md"} <= staged.keys()


def test_each_door_shows_what_is_for_its_reader_and_what_is_for_both() -> None:
    site = views(
        document("m", audience=Audience.MENTOR),
        document("e", audience=Audience.MENTEE),
        document("b", audience=Audience.BOTH),
    )["nb"]
    assert {card.title for card in cards(site.page("mentor.md"))} == {"m (nb)", "b (nb)"}
    assert {card.title for card in cards(site.page("mentee.md"))} == {"e (nb)", "b (nb)"}


def test_the_mentors_door_follows_the_way_of_the_pair() -> None:
    site = views(document("z", phase="ending"), document("a"), document("b", phase="before"))["nb"]
    assert list(titles(site.page("mentor.md"))) == ["Før dere møtes", "Å avslutte godt", "Når som helst"]


def test_a_door_shows_six_of_a_group_and_leads_to_the_rest() -> None:
    site = views(*(document(f"a{n}", phase="before") for n in range(7)))["nb"]
    group = site.page("mentor.md").groups[0]
    assert (len(group.cards), group.total, group.more) == (6, 7, "/nb/phases/before/")
    assert len(cards(site.page("phases/before.md"))) == 7
    assert site.page("mentee.md").groups[0].more == "/nb/topics/trust/"


def test_for_the_next_meeting_there_is_the_shortest_of_each_kind_and_nothing_sensitive() -> None:
    site = views(
        document("long", minutes=20),
        document("short", minutes=5),
        document("hard", minutes=1, sensitive=True),
        document("case", kind=Kind.CASE),
        document("exercise", kind=Kind.EXERCISE),
    )["nb"]
    assert [card.title for card in cards(site.page("index.md"))] == ["short (nb)", "exercise (nb)", "case (nb)"]


# Staging


def test_every_page_is_staged_with_its_title_description_and_template() -> None:
    staged = staged_pages(views(document("a", kind=Kind.CASE))["nb"])
    assert staged["cases/a.md"] == {
        "title": "a (nb)",
        "description": "Hva dette er til.",
        "template": "document.html",
    }
    assert staged["topics/trust.md"]["template"] == "topic.html"
    assert staged["index.md"]["template"] == "home.html"


def test_every_staged_page_has_a_view_and_every_view_a_staged_page() -> None:
    site = views(document("a"), document("b", "en"), document("c", kind=Kind.EXERCISE, phase="before"))["nb"]
    staged = staged_pages(site)
    assert all(site.page(src_uri).src_uri == src_uri for src_uri in staged)
    assert {view.src_uri for view in site.generated.values() if view.kind is not PageKind.MISSING} <= staged.keys()
