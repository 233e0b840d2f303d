"""axe-core finds nothing, on any template."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page

from tests.browser.reader import ReadersSite, assert_none, phone

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKED_FOR: dict[Any, dict[str, Any]] = {
    "light": {"type": "tag", "values": TAGS},
    # The only rules whose answer can be another one in the dark.
    "dark": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}

RUN = """async (only) => {
  const found = await axe.run(document, { resultTypes: ["violations"], runOnly: only });
  return found.violations.flatMap((rule) => rule.nodes.map((node) => [rule.id, node.target.join(" "), node.html]));
}"""
UNFOLD = "document.querySelectorAll('main details').forEach((one) => { one.open = true; })"


@pytest.mark.parametrize("language", ["nb", "ar", "ti"])
def test_no_template_has_a_fault_axe_can_find(chromium: Browser, site: ReadersSite, language: str) -> None:
    faults: list[Any] = []
    with phone(chromium, reduced_motion="reduce") as page:  # Else colours pass slowly from the light to the dark.
        for name, address in site.pages(language).items():
            page.goto(address)
            page.evaluate(UNFOLD)
            faults += _found_in_light_and_dark(page, name)
        page.goto(site.pages(language)["home"])
        page.locator(".languages summary").click()
        faults += _found_in_light_and_dark(page, "language menu")
    assert_none(faults)


def test_axe_is_new_enough_to_know_wcag_2_2(chromium: Browser, site: ReadersSite) -> None:
    with phone(chromium) as page:
        page.goto(site.server.url)
        page.evaluate(AXE)
        assert page.evaluate("axe.getRules(['wcag22aa']).map((rule) => rule.ruleId)") == ["target-size"]


def _found_in_light_and_dark(page: Page, where: str) -> list[Any]:
    page.evaluate(AXE)
    faults: list[Any] = []
    for scheme, only in LOOKED_FOR.items():
        page.emulate_media(color_scheme=scheme)
        faults += [(f"{where}, {scheme}", *fault) for fault in page.evaluate(RUN, only)]
    return faults
