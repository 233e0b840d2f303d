"""What saving a page for offline costs a reader, told on the page before she asks for it; and the worker behind it.

Saving fetches the page, what it needs, and the language's home and offline page. `NEEDED` is the rule by which
``site/scripts/offline-store.js`` finds what a page or a module needs, and counts here by the same.
"""

from __future__ import annotations

import os
import re
import shutil
import zlib
from functools import cached_property
from pathlib import Path

from sitebuilder.languages import Language
from sitebuilder.places import SITE
from sitebuilder.views import SiteView

NEEDED = re.compile(r'(?:\ssrc="(?=/(?!/))|(?:\shref=|\b(?:import|from)\s*\(?\s*)"(?=/(?:assets|media)/))([^"]+)"')
"""What a page shows, wherever it stands, and what of ours it or a module names."""

LARGE = 100_000
"""From how many bytes on recordings are named apart: the text alone would have been so much less."""

_EMPTY = 'data-save=""'
"""What a page says before its size is known. A preview says it always, and can then not be saved."""

_SHARED = ("", "offline/")
"""Pages that are saved with any page of a language, by their address in it."""


def offline_wanted() -> bool:
    """Whether pages can be saved: yes, unless ``TOOLBOX_SERVICE_WORKER`` is ``off``."""
    return os.environ.get("TOOLBOX_SERVICE_WORKER", "").lower() != "off"


def write_worker(folder: Path, wanted: bool) -> None:
    """Writes the language's ``sw.js``: the one that reads saved pages, or the one that undoes what it did."""
    shutil.copyfile(SITE / "root" / ("sw.js" if wanted else "sw-off.js"), folder / "sw.js")


def tell_sizes(view: SiteView, site: Path) -> None:
    """Writes into every document page of a language what saving it costs. ``site`` is the built site."""
    if not view.assets.offline:
        return
    weights = Weights(site, view.assets.style)
    shared = [f"/{view.language.code}/{page}" for page in _SHARED]
    for document in view.documents():
        file = site / document.url.strip("/") / "index.html"
        words = size_in_words(*weights.of_pages(document.url, *shared), view.language)
        file.write_text(file.read_text("utf-8").replace(_EMPTY, f'data-save="{words}"', 1), "utf-8")


class Weights:
    """Weighs pages with all they need. ``style`` stands in every page and is weighed once."""

    def __init__(self, site: Path, style: str) -> None:
        self._site = site
        self._style = style
        self._found: dict[str, tuple[int, frozenset[str]]] = {}

    def of_pages(self, *pages: str) -> tuple[int, int]:
        """Bytes of these pages and what they need, and of the recordings among that."""
        silent = sound = 0
        wanted, done = set(pages), set[str]()
        while wanted:
            address = wanted.pop()
            done.add(address)
            weight, needed = self._weigh(address)
            if address.startswith("/media/audio/"):
                sound += weight
            else:
                silent += weight
            wanted |= needed - done
        return silent, sound

    def _weigh(self, address: str) -> tuple[int, frozenset[str]]:
        if address not in self._found:
            self._found[address] = self._measure(address)
        return self._found[address]

    def _measure(self, address: str) -> tuple[int, frozenset[str]]:
        """Bytes of one file as a host sends it, and what it names: texts come compressed, pictures and sounds as is."""
        file = self._site / address.lstrip("/")
        if not address.endswith(("/", ".js", ".css", ".svg")):
            return file.stat().st_size, frozenset()
        text = (file / "index.html" if address.endswith("/") else file).read_text("utf-8")
        if address.endswith("/"):
            own = text.replace(self._style, "", 1) if self._style else text
            return _compressed(own) + self._weight_of_style, frozenset(NEEDED.findall(own))
        return _compressed(text), frozenset(NEEDED.findall(text))

    @cached_property
    def _weight_of_style(self) -> int:
        return _compressed(self._style)


def _compressed(text: str) -> int:
    return len(zlib.compress(text.encode()))


def size_in_words(silent: int, sound: int, language: Language) -> str:
    """What a reader is told: about how much, rounded up, with recordings apart where they are large."""
    if sound < LARGE:
        return f"≈ {_amount(silent + sound, language)}"
    return language.t("offline.with_sound", size=f"≈ {_amount(silent, language)}", sound=_amount(sound, language))


def _amount(size: int, language: Language) -> str:
    kilobytes = -(-size // 5000) * 5
    if kilobytes < 1000:
        return language.t("offline.kilobytes", n=kilobytes)
    tenths = -(-size // 100_000)
    return language.t("offline.megabytes", whole=tenths // 10, tenth=tenths % 10)
