"""Every page fits: small screens, large letters, forced colours, no motion."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.reader import ReadersSite, assert_none, phone, script

ENLARGE = """(times) => {
  const root = document.documentElement;
  root.style.fontSize = `${times * parseFloat(getComputedStyle(root).fontSize)}px`;
}"""
LANGUAGES = pytest.mark.parametrize("language", ["nb", "ar", "ti"])
UNFOLD = "document.querySelectorAll('details').forEach((one) => { one.open = true; })"


@LANGUAGES
@pytest.mark.parametrize(
    ("width", "letters"),
    [
        pytest.param(320, 1, id="the smallest phone"),
        pytest.param(180, 1, id="a phone at 200 %"),
        pytest.param(360, 2, id="letters twice as large"),
    ],
)
def test_no_page_moves_sideways_or_loses_text(
    chromium: Browser, site: ReadersSite, language: str, width: int, letters: int
) -> None:
    faults: list[Any] = []
    with phone(chromium, width=width) as page:
        for name, address in site.pages(language).items():
            page.goto(address)
            page.evaluate(ENLARGE, letters)
            faults += [(name, fault) for fault in page.evaluate(script("overflow"))]
            page.evaluate(UNFOLD)
            faults += [(name, "unfolded", fault) for fault in page.evaluate(script("overflow"))]
    assert_none(faults)


@pytest.mark.parametrize("language", ["nb", "ar"])
def test_what_can_be_pressed_keeps_its_edge_in_forced_colours(
    chromium: Browser, site: ReadersSite, language: str
) -> None:
    faults: list[Any] = []
    with phone(chromium) as page:
        for name, address in site.pages(language).items():
            page.emulate_media(forced_colors="none")
            page.goto(address)
            page.evaluate(UNFOLD)
            drawn = page.evaluate(script("edges"))["all"]
            page.emulate_media(forced_colors="active")
            forced = page.evaluate(script("edges"))
            assert forced["all"] == drawn
            assert drawn or name == "nowhere", f"{name} has nothing to press"
            faults += [(name, fault) for fault in forced["without"]]
    assert_none(faults)


def test_nothing_moves_for_a_reader_who_asked_for_stillness(chromium: Browser, site: ReadersSite) -> None:
    faults: list[Any] = []
    with phone(chromium, reduced_motion="reduce") as page:
        for name, address in site.pages("nb").items():
            page.goto(address)
            faults += [(name, fault) for fault in page.evaluate(script("motion"))]
    assert_none(faults)
