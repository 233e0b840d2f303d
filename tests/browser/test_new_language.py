"""A language that was just added, on a phone: axe finds nothing, nothing is too wide, and its search answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.reader import phone
from tests.browser.test_accessibility import AXE, LOOKED_FOR, RUN
from tests.served import served
from tests.site.a_new_language import CODES, build_with


@pytest.mark.parametrize("code", CODES)
def test_a_new_language_can_be_read_and_searched(chromium: Browser, tmp_path: Path, code: str) -> None:
    with served(build_with(tmp_path, code)) as server, phone(chromium) as page:
        failed: list[str] = []
        page.on("pageerror", lambda error: failed.append(str(error)))
        for path in ("", "guides/", "guides/det-forste-motet/", "exercises/hils/", "search/"):
            page.goto(f"{server.url}/{code}/{path}")
            page.evaluate(AXE)
            assert page.evaluate(RUN, LOOKED_FOR["light"]) == [], path
            assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
        page.get_by_role("searchbox").fill("noen")
        page.get_by_role("searchbox").press("Enter")
        expect(page.locator("#search_answer h2 a").first).to_have_attribute("href", f"/{code}/guides/det-forste-motet/")
        assert failed == []
