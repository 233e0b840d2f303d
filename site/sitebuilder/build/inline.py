"""A page may hold no code but ours: the styles that the policy knows by their hash, and modules by their address.

What else would run or be styled is refused here, when the site is built, and not by a reader's browser.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

from sitebuilder.build.report import BuildError
from sitebuilder.views.assets import Assets

_SUSPECT = re.compile(
    r"<(?:script|style|iframe|object|embed|base)\b|[\s\"'/](?:style|on[a-z]+)\s*=|javascript:", re.IGNORECASE
)
"""Every page in which something could run has one of these; most pages in which nothing can have none."""

_FORBIDDEN = {"iframe", "object", "embed", "base"}


def refuse_foreign_code(page: Path, name: str, assets: Assets) -> None:
    """Raises `BuildError` where ``page`` holds code that is not ours. ``name`` is what the message calls it."""
    text = page.read_text("utf-8")
    for style in assets.inline_styles:
        text = text.replace(f"<style>{style}</style>", "", 1)
    for address in assets.scripts.values():
        text = text.replace(f'<script type="module" src="{address}"></script>', "")
    if _SUSPECT.search(text):  # Mostly words about code, shown as text: only a parser can tell.
        parser = _Foreign()
        parser.feed(text)
        parser.close()
        if parser.found:
            raise BuildError(
                f"The page {name} holds code that the site's policy does not know: {', '.join(parser.found)}. "
                "A style belongs into site/styles/, a script into site/scripts/."
            )


class _Foreign(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style") or tag in _FORBIDDEN:
            self.found.append(f"<{tag}>")
        for key, value in attrs:
            if key == "style" or key.startswith("on"):
                self.found.append(f"{key}= on <{tag}>")
            elif (value or "").strip().lower().startswith("javascript:"):
                self.found.append(f"javascript: in {key}")
