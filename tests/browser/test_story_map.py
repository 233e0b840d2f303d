"""The map of a story on the phone of who leads a group."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect
from sitebuilder.contract.document import Kind

from tests.browser.reader import ReadersSite, phone
from tests.browser.test_scenario import PUBLISHED


def _maps(site: ReadersSite) -> list[str]:
    stories = [document.url for document, _ in PUBLISHED] + [site.addresses["ar"][Kind.SCENARIO.value]]
    return [f"{site.server.url}{story}map/" for story in stories]


def test_the_map_is_first_seen_where_the_story_begins(chromium: Browser, site: ReadersSite) -> None:
    with phone(chromium) as page:
        for address in _maps(site):
            page.goto(address)
            frame, start = (page.locator(one).bounding_box() for one in (".map-frame", ".map-frame .start rect"))
            assert frame, address
            assert start, address
            assert frame["x"] <= start["x"], address
            assert start["x"] + start["width"] <= frame["x"] + frame["width"], address


@pytest.mark.parametrize("scripted", [False, True], ids=["without a script", "with a script"])
def test_the_map_of_a_sensitive_story_has_its_help_and_its_way_out(
    chromium: Browser, site: ReadersSite, scripted: bool
) -> None:
    sensitive = {document.url for document, _ in PUBLISHED if document.front.sensitive}
    assert sensitive
    with phone(chromium, java_script_enabled=scripted) as page:
        for document, _ in PUBLISHED:
            page.goto(f"{site.server.url}{document.url}map/")
            boxes = len(document.front.help) if document.url in sensitive else 0
            expect(page.locator(".help h3")).to_have_count(boxes)
            expect(page.locator(".leave")).to_have_count(min(boxes, 1))
