"""A case in a reader's hand: part by part, with and without a script, by keyboard, and on paper."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from sitebuilder.build import build_site
from sitebuilder.build.site import Address
from sitebuilder.contract.document import Case, Document, Library
from sitebuilder.contract.tree import read_tree, write_library

from tests.browser.reader import phone, script
from tests.every_template import STARTER, _translated
from tests.served import served

SLUG = "drommen-om-medisin"
LATER = ("#planen", "#avlysninger")


@pytest.fixture(scope="module")
def library() -> Library:
    starter = read_tree(STARTER).library
    documents = tuple(each for each in starter.documents if each.language == "nb")
    case = next(each for each in documents if each.slug == SLUG)
    return Library((*documents, _translated(case, "ar")), starter.help_boxes, starter.topics)


@pytest.fixture(scope="module")
def url(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("case")
    (folder / "public").mkdir()
    with served(folder / "public") as server:
        write_library(library, folder / "content", {})
        build_site(folder / "content", folder / "public", address=Address(server.url))
        yield server.url


@pytest.fixture(scope="module")
def case(library: Library) -> Document:
    return next(each for each in library.documents if (each.language, each.slug) == ("nb", SLUG))


@pytest.mark.parametrize("with_script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("language", ["nb", "ar"])
def test_the_parts_are_opened_one_after_the_other_by_keyboard(
    chromium: Browser, url: str, language: str, with_script: bool
) -> None:
    with phone(chromium, java_script_enabled=with_script) as page:
        page.goto(f"{url}/{language}/cases/{SLUG}/")
        expect(page.locator("#lege > p").last).to_be_visible()
        expect(page.locator("#lege .question li").first).to_be_visible()
        page.locator("#lege .question summary").focus()
        for part, key in zip(LATER, ("Enter", "Space"), strict=True):
            told = page.locator(f"{part} > details > p").first
            expect(told).to_be_hidden()
            page.keyboard.press("Tab")
            expect(page.locator(f"{part} > details > summary")).to_be_focused()
            page.keyboard.press(key)
            expect(told).to_be_visible()
            page.keyboard.press("Tab")  # The question to stop at.
            expect(page.locator(f"{part} .question summary")).to_be_focused()


def test_only_the_part_whose_turn_it_is_asks_to_be_read(chromium: Browser, url: str) -> None:
    with phone(chromium) as page:
        page.goto(f"{url}/nb/cases/{SLUG}/")
        expect(page.get_by_text("Les videre: del 2 av 3")).to_be_visible()
        expect(page.get_by_text("Les videre: del 3 av 3")).to_be_hidden()
        page.locator("#planen > details > summary").click()
        expect(page.get_by_text("Les videre: del 2 av 3")).to_be_hidden()
        expect(page.get_by_text("Les videre: del 3 av 3")).to_be_visible()


def test_every_title_is_a_heading_for_a_screen_reader_though_its_part_is_folded(
    chromium: Browser, url: str, case: Document
) -> None:
    assert isinstance(case.body, Case)
    with phone(chromium) as page:
        page.goto(f"{url}/nb/cases/{SLUG}/")
        for section in case.body.sections:
            expect(page.get_by_role("heading", name=section.title, exact=True)).to_be_visible()


@pytest.mark.parametrize("language", ["nb", "ar"])
def test_a_link_to_a_part_opens_it_and_lets_the_others_be(chromium: Browser, url: str, language: str) -> None:
    with phone(chromium, reduced_motion="reduce") as page:
        page.goto(f"{url}/{language}/cases/{SLUG}/#avlysninger")
        expect(page.locator("#avlysninger > details > p").first).to_be_visible()
        expect(page.locator("#avlysninger")).to_be_in_viewport()
        expect(page.locator("#planen > details > p").first).to_be_hidden()
        page.locator("#avlysninger > details > summary").click()
        expect(page.locator("#avlysninger > details > p").first).to_be_hidden()
        page.locator(".contents summary").click()
        for part in ("#avlysninger", "#gro", "#planen"):  # The first is where the address leads already.
            page.locator(f".contents a[href='{part}']").click()
            expect(page.locator(f"{part} > details > p").first).to_be_visible()


def test_without_a_script_a_link_to_a_part_shows_it_too(chromium: Browser, url: str) -> None:
    with phone(chromium, java_script_enabled=False) as page:
        page.goto(f"{url}/nb/cases/{SLUG}/#avlysninger")
        expect(page.locator("#avlysninger > details > p").first).to_be_visible()
        expect(page.locator("#planen > details > p").first).to_be_hidden()


@pytest.mark.parametrize("address", ["", "#gruppe"])
def test_the_leaders_notes_are_read_only_by_who_asks_for_them(chromium: Browser, url: str, address: str) -> None:
    with phone(chromium) as page:
        page.goto(f"{url}/nb/cases/{SLUG}/{address}", wait_until="networkidle")
        notes = page.locator("#gruppe > details > p").first
        expect(notes).to_be_hidden()
        page.get_by_text("Vis notatene").click()
        expect(notes).to_be_visible()


@pytest.mark.parametrize("hash", ["#", "#finnes-ikke", "#%3Cimg%20src%3Dx%3E", "#lege_title"])
def test_an_address_that_names_no_part_opens_nothing_and_breaks_nothing(chromium: Browser, url: str, hash: str) -> None:
    errors: list[str] = []
    with phone(chromium) as page:
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(f"{url}/nb/cases/{SLUG}/{hash}", wait_until="networkidle")
        assert page.locator(".folded[open]").count() == 0
    assert errors == []


@pytest.mark.parametrize("with_script", [True, False], ids=["script", "no script"])
def test_paper_holds_every_word_and_the_leaders_notes_on_a_sheet_of_their_own(
    chromium: Browser, url: str, case: Document, tmp_path: Path, with_script: bool
) -> None:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    with phone(chromium, java_script_enabled=with_script) as page:
        page.goto(f"{url}/nb/cases/{SLUG}/")
        if with_script:
            with page.expect_response("**/parts.*.js") as helping:
                page.keyboard.press("Shift")
            page.evaluate("(address) => import(address).then(() => true)", helping.value.url)
        page.pdf(path=tmp_path / "case.pdf", prefer_css_page_size=True)
        assert page.locator(".folded[open]").count() == 0  # The screen is as it was.
        assert page.locator(".prose > section.facilitator").count() == 1
    sheets = _sheets(tmp_path / "case.pdf")
    assert isinstance(case.body, Case)
    everything = " ".join(sheets)
    for section in case.body.sections:
        assert section.title in everything
    for words in ("bestefaren", "Hva var det som snudde?", "redd for å love for mye", "Han er god i matematikk"):
        assert words in everything
    assert "Les videre" not in everything
    assert "Vis notatene" not in everything
    notes = [sheet for sheet in sheets if "Sett av tre kvarter" in sheet]
    if with_script:
        assert notes == sheets[-1:]
    assert len(notes) == 1
    assert notes[0].startswith("Til deg som leder en gruppe")
    assert "bestefaren" not in notes[0]
    assert "scenarios/avlyser-for-tredje-gang/" in everything


def _sheets(file: Path) -> list[str]:
    """The text of each page of a PDF, its white space folded."""
    text = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True, text=True).stdout
    return [re.sub(r"\s+", " ", sheet).strip() for sheet in text.split("\f") if sheet.strip()]


def test_a_case_ends_in_the_scenario_that_trains_its_turning_point(chromium: Browser, url: str) -> None:
    with phone(chromium) as page:
        page.goto(f"{url}/nb/cases/{SLUG}/")
        page.locator(".practise").get_by_role("link", name="Tredje avlysning på rad").click()
        page.wait_for_url("**/nb/scenarios/avlyser-for-tredje-gang/")


def test_the_search_finds_what_stands_in_a_folded_part_and_keeps_quiet_about_the_notes(
    chromium: Browser, url: str
) -> None:
    with phone(chromium) as page:
        page.goto(f"{url}/nb/search/?q=bestefaren")
        expect(page.locator("main").get_by_role("link", name="Drømmen om medisin").first).to_be_visible()
        page.goto(f"{url}/nb/search/?q=kvarter")
        page.wait_for_function("() => document.querySelector('[role=status]').textContent.trim() !== ''")
        expect(page.locator("main").get_by_role("link", name="Drømmen om medisin")).to_have_count(0)


@pytest.mark.parametrize("language", ["nb", "ar"])
def test_an_open_case_moves_nothing_sideways(chromium: Browser, url: str, language: str) -> None:
    with phone(chromium, width=320) as page:
        page.goto(f"{url}/{language}/cases/{SLUG}/")
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert page.evaluate(script("overflow")) == []
