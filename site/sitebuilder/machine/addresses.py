"""Where the files for machines stand. Every address is absolute on the site, as in the views."""

from __future__ import annotations

SCHEMA = "/api/documents.schema.json"
LLMS = "/llms.txt"
PREVIEW = "/preview.png"
"""The picture that every page shows where its address is shared: our logo."""


def feed(language: str) -> str:
    return f"/{language}/feed.xml"


def documents(language: str) -> str:
    return f"/{language}/api/documents.json"


def markdown(page: str) -> str:
    """The source of the document at the address ``page``."""
    return f"{page}index.md"


def qr(page: str) -> str:
    """The QR code of the address ``page``."""
    return f"{page}qr.svg"
