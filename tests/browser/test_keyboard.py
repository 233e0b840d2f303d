"""Every page by keyboard alone."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.reader import ReadersSite, assert_none, phone, script


@pytest.mark.parametrize("language", ["nb", "ar"])
def test_tab_reaches_everything_in_order_and_shows_where_it_is(
    chromium: Browser, site: ReadersSite, language: str
) -> None:
    faults: list[Any] = []
    with phone(chromium, reduced_motion="reduce") as page:
        for name, address in site.pages(language).items():
            page.goto(address, wait_until="networkidle")  # Some buttons are shown once the browser has answered.
            _begin(page)
            faults += [(name, *fault) for fault in _walk(page)]
    assert_none(faults)


def _begin(page: Page) -> None:
    """Brings what an exercise adds at the first touch, so that it does not come on the way."""
    page.keyboard.press("Shift")
    for field in page.locator(".item :is([type=text], textarea)").all():
        field.focus()
    expect(page.locator(".item:has([type=text], textarea):not(:has(.item-letters))")).to_have_count(0)
    expect(page.locator(".item-controls:has(.item-words, .item-lines):not(.is-tapped)")).to_have_count(0)


def _walk(page: Page) -> list[tuple[str, object]]:
    stops = page.evaluate(script("stops"))
    reached: list[int] = []
    faults: list[tuple[str, object]] = []
    for _ in range(2 * len(stops) + 5):  # A player of sound has several stops inside it.
        page.keyboard.press("Tab")
        focus = page.evaluate(script("focused"))
        if focus["stop"] is None or (reached and focus["stop"] == reached[0] != reached[-1]):
            break  # Out of the page, or round to its beginning.
        if reached[-1:] == [focus["stop"]]:
            continue
        reached.append(focus["stop"])
        faults += [(what, stops[focus["stop"]]) for what in ("outlined", "inView") if not focus[what]]
    if reached != list(range(len(stops))):
        faults.append(("order", [stops[n] for n in range(len(stops)) if n not in reached] or reached))
    return faults


def test_the_first_stop_leads_past_the_header(chromium: Browser, site: ReadersSite) -> None:
    with phone(chromium) as page:
        for address in (site.pages("nb")["guide"], site.pages("ar")["home"]):
            page.goto(address)
            page.keyboard.press("Tab")
            expect(page.locator(".md-skip")).to_be_focused()
            expect(page.locator(".md-skip")).to_be_in_viewport(ratio=1)
            page.keyboard.press("Enter")
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.closest('main') !== null"), address


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_language_menu_opens_and_closes_by_keyboard(chromium: Browser, site: ReadersSite, key: str) -> None:
    with phone(chromium) as page:
        page.goto(site.pages("nb")["guide"])
        menu = page.locator(".languages")
        menu.locator("summary").focus()
        page.keyboard.press(key)
        expect(menu.locator("a").first).to_be_visible()
        page.keyboard.press("Tab")
        expect(menu.locator("a").first).to_be_focused()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press(key)
        expect(menu.locator("a").first).to_be_hidden()


def test_a_language_is_chosen_by_keyboard(chromium: Browser, site: ReadersSite) -> None:
    with phone(chromium) as page:
        page.goto(site.pages("nb")["home"])
        page.locator(".languages summary").focus()
        page.keyboard.press("Enter")
        page.locator(".languages a[hreflang=ar]").focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/ar/")
