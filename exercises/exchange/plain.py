"""The words of the HTML that other programs put around them, as plain text on one line."""

from __future__ import annotations

import html
import re
from typing import NamedTuple

_TAG = re.compile(r"<(?P<close>/?)(?P<tag>[A-Za-z][A-Za-z0-9]*)(?:[\s/][^<>]*)?>|<!--[^<>]*-->")
_CODE = {"script", "style", "iframe", "object", "embed"}
_INLINE = frozenset(
    ("a", "abbr", "b", "bdi", "code", "em", "font", "i", "mark", "s", "small", "span", "strong", "sub", "sup", "u")
)
_BLOCKS = {"blockquote", "br", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "ul"}
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_MOST_OTHERS = 20


class Plain(NamedTuple):
    """The words, with a line break between blocks; the elements whose meaning is not in them; whether one is code."""

    text: str
    others: tuple[str, ...] = ()
    has_code: bool = False


def has_tags(text: str) -> bool:
    """Whether a text that may be HTML or not is meant as HTML."""
    found = (match["tag"] for match in _TAG.finditer(text))
    return any(tag and tag.lower() in _INLINE | _BLOCKS | _CODE | {"img"} for tag in found)


def plain_of(source: str) -> Plain:
    """The words of HTML. Nothing of it is kept that would be HTML again."""
    others: dict[str, None] = {}
    code = False
    blocks: list[list[str]] = [[]]
    place = 0
    for found in _TAG.finditer(source):
        blocks[-1].append(source[place : found.start()])
        place = found.end()
        tag = (found["tag"] or "").lower()
        code = code or tag in _CODE
        if tag in _BLOCKS:
            blocks.append([])
        elif tag and tag not in _INLINE and tag not in _CODE and len(others) < _MOST_OTHERS:
            others[f"<{tag}>"] = None
    blocks[-1].append(source[place:])
    texts = (_BLANKS.sub(" ", html.unescape("".join(block))).strip() for block in blocks)
    return Plain("\n".join(filter(None, texts)), tuple(others), code)


def html_of(text: str) -> str:
    """Plain text as a paragraph of HTML."""
    return f"<p>{html.escape(text, quote=False)}</p>" if text else ""
