"""Addresses a link may have."""

from __future__ import annotations

import re
from urllib.parse import quote

_SCHEME = re.compile(r"^([A-Za-z][A-Za-z0-9+.\-]*):")
_DOCUMENT = re.compile(r"\.\./(?:scenarios|cases|guides|exercises)/[a-z0-9]+(?:-[a-z0-9]+)*\.md(?:#[a-z0-9-]+)?")
_ANCHOR = re.compile(r"#[a-z0-9]+(?:-[a-z0-9]+)*")
_SAFE = "/:?#@!$&'*+,;=%~-._"
SCHEMES = ("http", "https", "mailto", "tel", "sms")


def allowed(href: str) -> bool:
    """Whether ``href`` is a document of this library, a place on this page, or an address of an allowed scheme."""
    if _DOCUMENT.fullmatch(href) or _ANCHOR.fullmatch(href):
        return True
    scheme = _SCHEME.match(href)
    return bool(scheme and scheme[1].lower() in SCHEMES and href == make_href(href))


def is_document(href: str) -> bool:
    """Whether ``href`` leads to a file of this library."""
    return bool(_DOCUMENT.fullmatch(href))


def make_href(address: str) -> str:
    """An address as it is written: what could end the link or the line is percent-encoded."""
    return quote(address.strip(), safe=_SAFE, errors="replace")
