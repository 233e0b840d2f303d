"""What a reader holds: the site, a phone, and the faults one finds going through the pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from tests.every_template import CHOOSER, Addresses
from tests.served import Served

SCRIPTS = Path(__file__).parent / "scripts"


@dataclass(frozen=True)
class ReadersSite:
    server: Served
    addresses: Addresses

    def pages(self, language: str) -> dict[str, str]:
        """Whole addresses by the name of the template, those above the languages with the Norwegian ones."""
        paths = self.addresses[language] | (CHOOSER if language == "nb" else {})
        return {name: self.server.url + path for name, path in paths.items()}


@contextmanager
def phone(chromium: Browser, width: int = 360, height: int = 740, **options: Any) -> Iterator[Page]:
    """A page in a browser that has been nowhere; ``options`` are those of Playwright's `new_context`."""
    context = chromium.new_context(viewport={"width": width, "height": height}, **options)
    yield context.new_page()
    context.close()


def script(name: str) -> str:
    """A function of ``scripts/``, to be evaluated in a page."""
    return (SCRIPTS / f"{name}.js").read_text("utf-8")


def assert_none(faults: Sequence[object]) -> None:
    """Fails with every fault in a line of its own."""
    assert not faults, f"{len(faults)} faults:\n" + "\n".join(map(str, faults))
