"""The style in the page: it loses nothing of Material that a page needs, and an old phone can do without half of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
import tinycss2
from playwright.sync_api import Browser, Route
from sitebuilder.styles import read_styles
from sitebuilder.styles.sheet import material, material_file

from tests.browser.reader import ReadersSite, assert_none, phone, script

STYLES = read_styles()
SCREEN = STYLES.screen


@pytest.mark.parametrize("language", ["nb", "ar"])
def test_every_element_looks_as_with_the_whole_of_material(chromium: Browser, site: ReadersSite, language: str) -> None:
    whole = SCREEN.replace(material(), material_file().read_text("utf-8"))
    assert len(whole) > 2 * len(SCREEN)
    faults: list[Any] = []
    with phone(chromium, bypass_csp=True) as page:  # Another style is not the one our policy allows.
        for name, address in site.pages(language).items():
            page.goto(address)
            page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
            found = page.evaluate(script("computed"), whole)
            assert found["looked"] > 500, name
            faults += [(name, *fault) for fault in found["faults"]]
    assert_none(faults)


@pytest.mark.parametrize("language", ["nb", "ar", "ti"])
def test_a_browser_from_2020_shows_all_text_in_its_place(chromium: Browser, site: ReadersSite, language: str) -> None:
    old = {style: "".join(_of_2020(tinycss2.parse_stylesheet(style))) for style in STYLES.inline}
    assert "@layer" not in "".join(old.values())
    assert ":has(" not in "".join(old.values())

    def serve(route: Route) -> None:
        answer = route.fetch()
        assert SCREEN in answer.text()
        body = answer.text()
        for style, older in old.items():
            body = body.replace(f"<style>{style}</style>", f"<style>{older}</style>")
        route.fulfill(response=answer, body=body)

    faults: list[Any] = []
    with phone(chromium, bypass_csp=True) as page:  # Another style is not the one our policy allows.
        page.route(lambda url: url.rpartition("/")[2].partition("#")[0] in ("", "404.html"), serve)
        for name, address in site.pages(language).items():
            page.goto(address)
            faults += [(name, fault) for fault in page.evaluate(script("overflow"))]
            faults += [(name, fault) for fault in page.evaluate(script("overlap"))]
    assert_none(faults)


def _of_2020(rules: Iterable[Any]) -> Iterator[str]:
    """The rules that Chrome 80 understands: no layers, and none of these selectors and properties."""
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword == "media":
            yield f"@media {tinycss2.serialize(rule.prelude)}{{{''.join(_of_2020(_inner(rule)))}}}"
        elif rule.type == "qualified-rule":
            selectors = tinycss2.serialize(rule.prelude)
            if not any(new in selectors for new in (":has(", ":is(", ":where(", ":focus-visible")):
                declarations = tinycss2.parse_declaration_list(rule.content)
                kept = [one.serialize() for one in declarations if not one.name.startswith("inset")]
                yield f"{selectors}{{{';'.join(kept)}}}"


def _inner(rule: Any) -> list[Any]:
    return list(tinycss2.parse_rule_list(rule.content))
