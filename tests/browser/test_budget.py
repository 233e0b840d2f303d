"""What a page costs a reader: bytes, requests, and nothing that is kept or asked for elsewhere."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import brotli
import pytest
from playwright.sync_api import Browser, Page

from tests.browser.reader import ReadersSite, assert_none, phone, script

LIMIT = 20 * 1024
REQUESTS = 4
_SCRIPT = re.compile(r'<script[^>]* src="(/[^"]+)"')
_IMPORT = re.compile(r'(?:^|;|\n)\s*import\b[^"(]*"(/[^"]+)"')
"""What a module needs before it runs; what it fetches when it is asked to, `import("…")`, is not of the first view."""


def test_no_page_is_heavier_than_its_budget_in_any_language(site: ReadersSite) -> None:
    public = site.server.folder
    sizes = {file.relative_to(public): _weight(file, public) for file in public.rglob("*.html")}
    heaviest = max(sizes, key=lambda file: sizes[file])
    print(f"The heaviest of {len(sizes)} pages is {heaviest}: {sizes[heaviest]} bytes of {LIMIT}.")  # noqa: T201
    assert len(sizes) > 200
    assert sizes[heaviest] <= LIMIT, f"{heaviest} has {sizes[heaviest]} bytes"


def _weight(file: Path, public: Path) -> int:
    """Bytes of a page with its style and scripts, compressed as a host does once for all its readers.

    The best compression takes its time, so it is asked for only where a hurried one does not settle the matter.
    """
    text = file.read_text("utf-8")
    waiting, scripts = _SCRIPT.findall(text), set[str]()
    while waiting:
        address = waiting.pop()
        if address not in scripts:
            scripts.add(address)
            waiting += _IMPORT.findall((public / address[1:]).read_text("utf-8"))
    files = (text.encode(), *((public / address[1:]).read_bytes() for address in scripts))
    hurried = sum(len(brotli.compress(data, quality=5)) for data in files)
    return hurried if hurried <= LIMIT else sum(len(brotli.compress(data)) for data in files)


@pytest.mark.parametrize("language", ["nb", "ar", "ti"])
def test_a_page_asks_for_little_and_leaves_nothing_behind(chromium: Browser, site: ReadersSite, language: str) -> None:
    faults: list[Any] = []
    with phone(chromium) as first:
        opened = {name: _open(first.context.new_page(), address) for name, address in site.pages(language).items()}
        for name, (page, asked, errors) in opened.items():
            page.wait_for_load_state("networkidle")
            if len(asked) > REQUESTS:
                faults.append((name, "too many requests", asked))
            faults += [(name, "error", error) for error in errors]
            faults += [(name, "foreign", url) for url in asked if not url.startswith(site.server.url)]
            faults += [(name, what, kept) for what, kept in page.evaluate(script("kept")).items() if kept]
        faults += first.context.cookies()
    assert_none(faults)


def _open(page: Page, address: str) -> tuple[Page, list[str], list[str]]:
    """The page, loaded and read to its end, the addresses it asks for, and its errors."""
    asked: list[str] = []
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    page.evaluate("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })")
    page.wait_for_function("() => Math.ceil(scrollY + innerHeight) >= document.documentElement.scrollHeight - 2")
    return page, asked, errors
