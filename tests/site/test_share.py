"""What a page hands on of itself: without a script, in previews, and on sensitive pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from sitebuilder.languages import ORDER
from sitebuilder.views.share import Share

from tests.site.rendered_pages import HOSTILE, SITES, one, rendered

ROOT = "https://toolbox.example"


@pytest.fixture(scope="module")
def norwegian(tmp_path_factory: pytest.TempPathFactory) -> dict[str, BeautifulSoup]:
    return rendered("nb", tmp_path_factory.mktemp("docs"), f"{ROOT}/nb/")


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> dict[str, BeautifulSoup]:
    return rendered("ar", tmp_path_factory.mktemp("docs"), f"{ROOT}/ar/")


def _previews(soup: BeautifulSoup) -> dict[str, str]:
    return {str(tag["property"]): str(tag["content"]) for tag in soup.select("meta[property^=og]")}


def test_every_way_to_share_holds_the_address_and_nothing_else() -> None:
    share = Share("https://a.no/nb/?x=1&y#å", "Tittel", "Ord.", False, ("nb",))
    encoded = "https%3A%2F%2Fa.no%2Fnb%2F%3Fx%3D1%26y%23%C3%A5"
    assert share.sms == f"sms:?&body={encoded}"
    assert share.whatsapp == f"https://wa.me/?text={encoded}"
    assert share.email == f"mailto:?body={encoded}"


def test_without_a_script_a_page_is_shared_by_plain_links(norwegian: dict[str, BeautifulSoup]) -> None:
    soup = norwegian["guides/cv-1.md"]
    encoded = "https%3A%2F%2Ftoolbox.example%2Fnb%2Fguides%2Fcv-1%2F"
    assert [a["href"] for a in soup.select(".share a")] == [
        f"sms:?&body={encoded}",
        f"https://wa.me/?text={encoded}",
        f"mailto:?body={encoded}",
    ]
    assert one(soup, ".share bdi[dir=ltr]").get_text() == f"{ROOT}/nb/guides/cv-1/"
    picture = one(soup, ".share img")
    assert (picture["src"], picture["loading"]) == ("/nb/guides/cv-1/qr.svg", "lazy")
    assert picture["width"] == picture["height"]


def test_without_a_script_no_button_of_a_page_is_seen(norwegian: dict[str, BeautifulSoup]) -> None:
    for src_uri, soup in norwegian.items():
        seen = [button for button in soup.select("button") if not button.has_attr("hidden")]
        assert all(button.find_parent(hidden=True) for button in seen), src_uri


def test_a_page_offers_a_place_to_keep_it(norwegian: dict[str, BeautifulSoup]) -> None:
    assert one(norwegian["guides/cv-1.md"], ".actions > [data-save][hidden] > button").has_attr("data-remove")


def test_paper_has_the_code_of_documents_and_homes(norwegian: dict[str, BeautifulSoup]) -> None:
    found = {src: soup.select("img.on-paper") for src, soup in norwegian.items()}
    assert [img["src"] for img in found["guides/cv-1.md"]] == ["/nb/guides/cv-1/qr.svg"]
    assert [img["src"] for img in found["index.md"]] == ["/nb/qr.svg"]
    assert found["about.md"] == []


def test_a_preview_shows_the_title_and_names_the_other_languages(norwegian: dict[str, BeautifulSoup]) -> None:
    soup = norwegian["guides/cv-1.md"]
    assert _previews(soup) | {"og:locale:alternate": ""} == {
        "og:title": HOSTILE,
        "og:description": HOSTILE,
        "og:type": "article",
        "og:url": f"{ROOT}/nb/guides/cv-1/",
        "og:image": f"{ROOT}/preview.png",
        "og:site_name": "Verktøykassa",
        "og:locale": "nb_NO",
        "og:locale:alternate": "",
    }
    assert [tag["content"] for tag in soup.select("meta[property='og:locale:alternate']")] == [
        "en_GB",
        "ar_AR",
        "ti_ER",
    ]


def test_a_sensitive_page_is_shared_as_the_site(norwegian: dict[str, BeautifulSoup]) -> None:
    soup = norwegian["guides/farlig.md"]
    preview = _previews(soup)
    assert preview["og:title"] == one(soup, ".actions")["data-title"] == "Verktøykassa"
    assert preview["og:description"] == SITES["nb"].t("site.description")
    assert soup.select(".share img") == []
    assert one(soup, "meta[name=referrer]")["content"] == "no-referrer"


def test_other_pages_say_who_leads_away_from_them(norwegian: dict[str, BeautifulSoup]) -> None:
    assert norwegian["guides/cv-1.md"].select("meta[name=referrer]") == []


def test_a_page_leads_to_its_source_and_to_what_is_new(arabic: dict[str, BeautifulSoup]) -> None:
    soup = arabic["guides/cv-1.md"]
    assert one(soup, "link[type='text/markdown']")["href"] == f"{ROOT}/ar/guides/cv-1/index.md"
    assert one(soup, "link[type='application/atom+xml']")["href"] == f"{ROOT}/ar/feed.xml"
    assert arabic["index.md"].select("link[type='text/markdown']") == []
    assert arabic["404.html"].select("meta[property], link[type='application/atom+xml']") == []


@pytest.mark.parametrize("code", ORDER)
def test_the_locale_of_a_language_is_of_that_language(code: str) -> None:
    assert SITES[code].t("share.locale").startswith(f"{code}_")


def test_a_site_without_an_address_shares_nothing(tmp_path: Path) -> None:
    soup = rendered("nb", tmp_path)["guides/cv-1.md"]
    assert soup.select(".share, meta[property], img.on-paper") == []
    assert one(soup, ".actions [data-print]")
