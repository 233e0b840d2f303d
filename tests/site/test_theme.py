"""The pages as readers get them: their language, their words, their links, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from sitebuilder.languages import ORDER
from sitebuilder.views import staged_pages

from tests.site.rendered_pages import HOSTILE, SITES, config_of, one, rendered


@pytest.fixture(scope="module", params=["nb", "ar", "ti"])
def pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, BeautifulSoup]:
    return rendered(request.param, tmp_path_factory.mktemp("docs"))


@pytest.fixture(scope="module")
def norwegian(tmp_path_factory: pytest.TempPathFactory) -> dict[str, BeautifulSoup]:
    return rendered("nb", tmp_path_factory.mktemp("docs"))


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> dict[str, BeautifulSoup]:
    return rendered("ar", tmp_path_factory.mktemp("docs"))


# Every page


@pytest.mark.parametrize("code", ORDER)
def test_every_page_says_its_language_and_direction(code: str, tmp_path: Path) -> None:
    direction = "rtl" if code in ("ar", "fa") else "ltr"
    for src_uri, soup in rendered(code, tmp_path).items():
        assert (one(soup, "html")["lang"], one(soup, "html")["dir"]) == (code, direction), src_uri


def test_no_page_has_a_script_of_its_own_or_a_foreign_request(pages: dict[str, BeautifulSoup]) -> None:
    for src_uri, soup in pages.items():
        assert soup.select("script, iframe, link[rel=preconnect]") == [], src_uri
        for tag in soup.find_all(True):
            assert not any(name == "style" or name.startswith("on") for name in tag.attrs), f"{src_uri}: {tag}"
        assert [style.get_text() for style in soup.select("style")] == ["p{}"], src_uri
        assert {(link["href"], link["media"]) for link in soup.select("link[rel=stylesheet]")} == {("/p.css", "print")}


def test_whatever_an_editor_types_is_shown_and_never_markup(norwegian: dict[str, BeautifulSoup]) -> None:
    for src_uri in ("guides/cv-1.md", "guides/cv-2.md", "guides/farlig.md", "cases/sak.md", "scenarios/valg.md"):
        assert HOSTILE in norwegian[src_uri].get_text(), src_uri
    assert one(norwegian["guides/cv-1.md"], "h1").get_text() == HOSTILE
    assert one(norwegian["guides/cv-1.md"], "meta[name=description]")["content"] == HOSTILE
    assert one(norwegian["guides/cv-1.md"], "title").get_text() == f"{HOSTILE} – Verktøykassa"
    assert HOSTILE in [a.get_text() for a in norwegian["guides/index.md"].select(".card__title a")]


def test_every_page_has_one_main_heading_and_skips_no_level(pages: dict[str, BeautifulSoup]) -> None:
    for src_uri, soup in pages.items():
        levels = [int(heading.name[1]) for heading in soup.find_all(re.compile(r"^h[1-6]$"))]
        assert levels.count(1) == 1, src_uri
        assert levels[0] == 1, src_uri
        assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False)), (src_uri, levels)


def test_ids_are_unique_and_what_refers_to_them_finds_them(pages: dict[str, BeautifulSoup]) -> None:
    for src_uri, soup in pages.items():
        ids = [tag["id"] for tag in soup.select("[id]")]
        assert len(ids) == len(set(ids)), src_uri
        named = {tag[name] for name in ("aria-labelledby", "aria-describedby") for tag in soup.select(f"[{name}]")}
        inside = {str(a["href"])[1:] for a in soup.select('a[href^="#"]')}
        assert named | inside <= set(ids), src_uri


def test_every_link_inside_the_site_leads_to_a_page(pages: dict[str, BeautifulSoup]) -> None:
    there = {site.page(src_uri).url for site in SITES.values() for src_uri in staged_pages(site)}
    for src_uri, soup in pages.items():
        leads = {str(a["href"]) for a in soup.select("a[href]") if not str(a["href"]).startswith(("#", "https:"))}
        assert leads - there == set(), src_uri


def test_the_language_menu_names_each_language_in_its_own_words(pages: dict[str, BeautifulSoup]) -> None:
    for src_uri, soup in pages.items():
        names = [(tag["lang"], tag["dir"], tag.get_text()) for tag in soup.select(".languages li span")]
        assert [code for code, _, _ in names] == list(ORDER), src_uri
        assert ("ar", "rtl", "العربية") in names
        assert ("ti", "ltr", "ትግርኛ") in names


def test_a_language_that_lacks_the_page_says_so(norwegian: dict[str, BeautifulSoup]) -> None:
    said = {a["hreflang"] for a in norwegian["guides/cv-1.md"].select(".languages a") if a.find("small")}
    assert said == {"uk", "so", "fa"}
    assert norwegian["index.md"].select(".languages small") == []


# Addresses


def test_a_site_without_an_address_names_none(norwegian: dict[str, BeautifulSoup]) -> None:
    assert norwegian["guides/cv-1.md"].select("link[rel=canonical], link[rel=alternate], .on-paper") == []


def test_a_site_with_an_address_names_the_page_and_its_real_translations(tmp_path: Path) -> None:
    soup = rendered("nb", tmp_path, "https://toolbox.example/nb/")["guides/cv-1.md"]
    assert one(soup, "link[rel=canonical]")["href"] == "https://toolbox.example/nb/guides/cv-1/"
    assert {(link["hreflang"], link["href"]) for link in soup.select("link[rel=alternate][hreflang]")} == {
        (code, f"https://toolbox.example/{code}/guides/cv-1/") for code in ("nb", "en", "ar", "ti")
    }
    assert one(soup, ".on-paper bdi").get_text() == "toolbox.example/nb/guides/cv-1/"


def test_the_page_for_nothing_is_hidden_from_search_engines(tmp_path: Path) -> None:
    soup = rendered("nb", tmp_path, "https://toolbox.example/nb/")["404.html"]
    assert one(soup, "meta[name=robots]")["content"] == "noindex"
    assert soup.select("link[rel=canonical], link[rel=alternate]") == []


# Kinds of pages


def test_the_home_has_two_doors_and_something_for_the_next_meeting(norwegian: dict[str, BeautifulSoup]) -> None:
    home = norwegian["index.md"]
    assert [a["href"] for a in home.select(".door a")] == ["/nb/mentee/", "/nb/mentor/"]
    assert "Les dette sammen." in one(home, ".group--next").get_text()


def test_a_text_in_another_language_is_marked_as_such(arabic: dict[str, BeautifulSoup]) -> None:
    cards = {one(card, "a")["href"]: card for card in arabic["guides/index.md"].select(".card")}
    foreign, own = cards["/en/guides/cv-2/"], cards["/ar/guides/cv-1/"]
    assert (one(foreign, "h3")["lang"], one(foreign, "h3")["dir"]) == ("en", "ltr")
    assert one(foreign, ".facts__language").get_text() == "باللغة الإنجليزية"
    assert "lang" not in one(own, "h3").attrs
    assert own.select(".facts__language") == []


def test_a_machine_translation_that_is_older_than_its_original_says_both(arabic: dict[str, BeautifulSoup]) -> None:
    notes = one(arabic["guides/cv-1.md"], ".notes")
    assert len(notes.select(".notes__machine, .notes__older")) == 2
    assert one(notes, "a")["href"] == "/nb/guides/cv-1/"


def test_a_sensitive_page_has_its_exit_and_its_help_before_the_text(norwegian: dict[str, BeautifulSoup]) -> None:
    soup = norwegian["guides/farlig.md"]
    order = [tag.get("class", [""])[-1] for tag in soup.select(".leave, .help, .prose")]
    assert order == ["leave", "help", "prose"]
    assert one(soup, ".leave")["rel"] == ["noreferrer"]


def test_other_pages_have_no_exit(norwegian: dict[str, BeautifulSoup]) -> None:
    assert [src_uri for src_uri, soup in norwegian.items() if soup.select(".leave")] == ["guides/farlig.md"]


def test_every_document_says_what_to_do_together_and_who_wrote_it(pages: dict[str, BeautifulSoup]) -> None:
    documents = [soup for src_uri, soup in pages.items() if soup.select(".document")]
    assert documents
    for soup in documents:
        assert one(soup, ".together p").get_text()
        assert one(soup, ".provenance p").get_text()
        assert one(soup, ".prose").get_text(strip=True) == "Teksten."


def test_a_part_of_a_series_leads_to_the_next(norwegian: dict[str, BeautifulSoup]) -> None:
    soup = norwegian["guides/cv-1.md"]
    assert one(soup, ".series [aria-current=page]")["href"] == "/nb/guides/cv-1/"
    assert one(soup, ".series a[rel=next]")["href"] == "/nb/guides/cv-2/"
    assert "Del 1 av 2" in one(soup, ".lede__kind").get_text()


def test_a_document_can_be_drawn_without_a_page_around_it(tmp_path: Path) -> None:
    site = SITES["nb"]
    template = config_of(site, tmp_path).theme.get_env().get_template("partials/document.html")
    soup = BeautifulSoup(
        template.render(site=site, view=site.page("guides/cv-1.md"), content="<p>Utkast.</p>"), "html.parser"
    )
    assert one(soup, "h1").get_text() == HOSTILE
    assert one(soup, ".prose").get_text(strip=True) == "Utkast."
