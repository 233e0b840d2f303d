"""The starter content as a site, built once for all that only look at it."""

from __future__ import annotations

from pathlib import Path

from sitebuilder.build import build_site
from sitebuilder.build.site import Address
from sitebuilder.places import SITE

CONTENT = SITE.parent / "content"
ADDRESS = Address("https://toolbox.example")
REDIRECTS = {"/nb/guides/gammel/": "/nb/guides/det-forste-motet/"}


def build_starter(folder: Path) -> None:
    build_site(CONTENT, folder / "public", redirects=REDIRECTS, address=ADDRESS)
