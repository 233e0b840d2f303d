"""Sharing, printing and leaving a content page, in a real browser and under the site's own content policy."""

from __future__ import annotations

import base64
import hashlib
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from sitebuilder.build import build_site
from sitebuilder.build.site import Address
from sitebuilder.contract.document import Document, Kind, Library
from sitebuilder.contract.tree import read_tree, write_library
from sitebuilder.styles import read_styles

from tests.site.sample_library import TOPICS, document, help_box, translated
from tests.site.test_documents import CONTENT

GUIDE = document("motet", title="Å møtes", topics=("trust",))
SENSITIVE = document("farlig", sensitive=True, help=("ring",))
ELSEWHERE = "https://www.yr.no/"


def _exercise() -> Document:
    documents = read_tree(CONTENT).library.documents
    return next(d for d in documents if (d.language, d.front.type, d.slug) == ("nb", Kind.EXERCISE, "pa-bussen"))


class _Handler(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        digests = (base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in read_styles().inline)
        styles = " ".join(f"'sha256-{digest}'" for digest in digests)
        self.send_header(
            "Content-Security-Policy",
            f"default-src 'none'; script-src 'self'; style-src {styles} 'self'; img-src 'self' data:; "
            "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
        )
        super().end_headers()

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a built site with a guide, a sensitive one, an exercise and a translation."""
    folder = tmp_path_factory.mktemp("actions")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder / "public")))
    url = f"http://127.0.0.1:{server.server_port}"
    library = Library((GUIDE, SENSITIVE, _exercise(), translated(GUIDE, "ar")), (help_box("ring"),), TOPICS)
    write_library(library, folder / "content")
    build_site(folder / "content", folder / "public", address=Address(url))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield url
    server.shutdown()
    server.server_close()


@dataclass
class Visit:
    """A page on a phone, what it asked the network for, and what went wrong in it."""

    page: Page
    asked: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def shared(self) -> Any:
        return self.page.evaluate("window.shared")


@pytest.fixture
def visit(chromium: Browser, site: str) -> Iterator[Callable[..., Visit]]:
    """Opens a page; ``before`` runs before the page's own scripts."""
    contexts, visits = [], []

    def open_page(path: str, before: str = "", script: bool = True, permissions: tuple[str, ...] = ()) -> Visit:
        context = chromium.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=script)
        context.grant_permissions(list(permissions))
        context.route(
            f"{ELSEWHERE}**", lambda route: route.fulfill(body="<title>Vær</title>", content_type="text/html")
        )
        if before:
            context.add_init_script(before)
        contexts.append(context)
        made = Visit(context.new_page())
        visits.append(made)
        made.page.on("request", lambda request: made.asked.append(request.url))
        made.page.on("pageerror", lambda error: made.wrong.append(str(error)))
        made.page.on("console", lambda said: made.wrong.append(said.text) if said.type == "error" else None)
        made.page.goto(f"{site}{path}")
        return made

    yield open_page
    for each in visits:
        assert each.wrong == []
        assert [url for url in each.asked if not url.startswith((site, ELSEWHERE))] == []
    for context in contexts:
        context.close()


# Sharing


def test_without_a_script_the_panel_opens_and_holds_the_address_alone(visit: Callable[..., Visit], site: str) -> None:
    page = visit("/nb/guides/motet/", script=False).page
    assert [button.is_visible() for button in page.locator("button").all()] == [False] * 4
    page.get_by_text("Del siden", exact=True).click()
    sms = page.get_by_role("link", name="SMS").get_attribute("href") or ""
    assert page.evaluate("decodeURIComponent", sms.removeprefix("sms:?&body=")) == f"{site}/nb/guides/motet/"
    expect(page.locator(".share bdi")).to_have_text(f"{site}/nb/guides/motet/")
    expect(page.locator(".share img")).to_be_visible()


def test_a_page_asks_for_its_code_only_when_it_is_looked_at(visit: Callable[..., Visit]) -> None:
    made = visit("/nb/guides/motet/", "delete Navigator.prototype.share")
    made.page.wait_for_load_state("networkidle")
    assert [url for url in made.asked if "qr.svg" in url] == []
    assert len(made.asked) <= 4
    made.page.get_by_text("Del siden", exact=True).click()
    made.page.wait_for_function("() => document.querySelector('.share img').naturalWidth > 0")


SHARE = "navigator.share = async (what) => { window.shared = what; };"


def test_the_phone_is_given_the_title_and_the_address_and_nothing_else(visit: Callable[..., Visit], site: str) -> None:
    made = visit("/nb/guides/motet/?from=letter#begynn", SHARE)
    made.page.get_by_role("button", name="Del", exact=True).click()
    assert made.shared() == {"title": "Å møtes", "url": f"{site}/nb/guides/motet/"}
    expect(made.page.get_by_text("QR-kode og adresse")).to_be_visible()


def test_a_sensitive_page_is_shared_under_the_name_of_the_site(visit: Callable[..., Visit], site: str) -> None:
    made = visit("/nb/guides/farlig/", SHARE)
    made.page.get_by_role("button", name="Del", exact=True).click()
    assert made.shared() == {"title": "Verktøykassa", "url": f"{site}/nb/guides/farlig/"}


@pytest.mark.parametrize(("error", "opened"), [("NotAllowedError", True), ("AbortError", False)])
def test_where_the_phone_cannot_share_the_panel_opens(visit: Callable[..., Visit], error: str, opened: bool) -> None:
    refused = f"navigator.share = async () => {{ window.tried = true; throw new DOMException('', '{error}'); }}"
    page = visit("/nb/guides/motet/", refused).page
    page.get_by_role("button", name="Del", exact=True).click()
    page.wait_for_function("(open) => window.tried && document.querySelector('.share').open === open", arg=opened)


def test_the_address_is_copied(visit: Callable[..., Visit], site: str) -> None:
    page = visit("/nb/guides/motet/", permissions=("clipboard-read", "clipboard-write")).page
    page.locator(".share summary").click()
    page.get_by_role("button", name="Kopier adressen").click()
    expect(page.locator(".actions__said")).to_have_text("Adressen er kopiert.")
    assert page.evaluate("navigator.clipboard.readText()") == f"{site}/nb/guides/motet/"


def test_where_nothing_can_be_copied_the_page_says_how(visit: Callable[..., Visit], site: str) -> None:
    no_clipboard = "Object.defineProperty(navigator, 'clipboard', {}); document.execCommand = () => false;"
    page = visit("/ar/guides/motet/", no_clipboard).page
    page.locator(".share summary").click()
    page.locator("[data-copy]").click()
    expect(page.locator(".actions__said")).to_contain_text("تعذّر النسخ")
    assert page.evaluate("getSelection().toString().trim()") == f"{site}/ar/guides/motet/"


# Printing


AT_ONCE = """const wait = window.setTimeout;
window.setTimeout = (done, time) => wait(() => { done(); window.waited = time; });"""
"""Makes the page wait for no clock, and says in `waited` for how long it meant to."""


def test_where_printing_begins_nothing_is_said(visit: Callable[..., Visit]) -> None:
    page = visit("/nb/guides/motet/", f"{AT_ONCE} window.print = () => dispatchEvent(new Event('beforeprint'));").page
    page.get_by_role("button", name="Skriv ut").click()
    page.wait_for_function("() => window.waited === 1000")
    expect(page.locator(".actions__said")).to_be_empty()


def test_where_nothing_happens_the_page_says_where_to_print(visit: Callable[..., Visit]) -> None:
    page = visit("/nb/guides/motet/", f"{AT_ONCE} window.print = () => {{}};").page
    page.get_by_role("button", name="Skriv ut").click()
    expect(page.locator(".actions__said")).to_contain_text("Åpne siden i nettleseren på telefonen")


def test_a_browser_that_cannot_print_offers_no_button(visit: Callable[..., Visit]) -> None:
    page = visit("/nb/guides/motet/", "window.print = undefined;").page
    expect(page.locator("[data-share]:visible, .share summary").first).to_be_visible()
    expect(page.locator("[data-print]")).to_be_hidden()


def test_the_code_is_on_paper_though_it_never_was_on_the_screen(visit: Callable[..., Visit], tmp_path: Path) -> None:
    made = visit("/nb/guides/motet/")
    made.page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    assert made.page.evaluate("document.querySelector('img.on-paper').naturalWidth") > 0
    made.page.emulate_media(media="print")
    expect(made.page.locator("img.on-paper")).to_be_visible()
    expect(made.page.locator(".actions")).to_be_hidden()


def test_the_key_of_an_exercise_is_printed_after_it(visit: Callable[..., Visit]) -> None:
    printing = """window.print = () => {
      dispatchEvent(new Event("beforeprint"));
      window.key = document.querySelector(".key").textContent;
      window.items = [document.querySelectorAll(".item").length, document.querySelectorAll(".key > ol > li").length];
      dispatchEvent(new Event("afterprint"));
    };"""
    page = visit("/nb/exercises/pa-bussen/", printing).page
    page.get_by_role("button", name="Skriv ut").click()
    page.wait_for_function("() => window.key !== undefined")
    assert page.evaluate("window.key").startswith("Fasit")
    assert "i dag tar jeg bussen til skolen" in page.evaluate("window.key")
    items, answers = page.evaluate("window.items")
    assert items == answers > 1
    assert page.locator(".key").count() == 0


# Leaving


def test_a_press_leaves_and_going_back_does_not_lead_to_the_page(visit: Callable[..., Visit], site: str) -> None:
    page = visit("/nb/guides/motet/").page
    page.goto(f"{site}/nb/guides/farlig/")
    page.get_by_role("link", name="Forlat siden raskt").click()
    page.wait_for_url(ELSEWHERE)
    page.go_back()
    page.wait_for_url(f"{site}/nb/guides/motet/")


def test_three_presses_on_shift_leave(visit: Callable[..., Visit]) -> None:
    page = visit("/nb/guides/farlig/").page
    expect(page.get_by_text("trykke Shift tre ganger")).to_be_visible()
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(ELSEWHERE)


def test_writing_capital_letters_does_not_leave(visit: Callable[..., Visit], site: str) -> None:
    page = visit("/nb/guides/farlig/").page
    for letter in "ABCD":
        page.keyboard.press(f"Shift+{letter}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.url == f"{site}/nb/guides/farlig/"


def test_the_page_is_blank_while_it_leaves_and_comes_back_when_it_is_shown_again(visit: Callable[..., Visit]) -> None:
    page = visit("/nb/guides/farlig/").page
    page.context.unroute_all()
    page.context.route(f"{ELSEWHERE}**", lambda route: route.fulfill(status=204))  # The other page never comes.
    page.get_by_role("link", name="Forlat siden raskt").click()
    expect(page.locator("body")).to_be_hidden()
    assert page.title() == "www.yr.no"
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }))")
    expect(page.locator("body")).to_be_hidden()
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(page.locator("body")).to_be_visible()


def test_the_way_out_stays_in_reach_and_covers_no_text(visit: Callable[..., Visit]) -> None:
    page = visit("/nb/guides/farlig/").page
    page.mouse.wheel(0, 600)
    page.wait_for_function("() => scrollY > 100")
    expect(page.get_by_role("link", name="Forlat siden raskt")).to_be_in_viewport()
    strip, text = page.locator(".leave-bar").bounding_box(), page.locator(".prose").bounding_box()
    assert strip
    assert text
    assert strip["x"] <= text["x"]
    assert strip["x"] + strip["width"] >= text["x"] + text["width"]


def test_without_a_script_the_way_out_is_a_link(visit: Callable[..., Visit]) -> None:
    page = visit("/nb/guides/farlig/", script=False).page
    page.get_by_role("link", name="Forlat siden raskt").click()
    page.wait_for_url(ELSEWHERE)
