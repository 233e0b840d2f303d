"""Markdown as the little HTML that H5P's fields take, and such HTML as Markdown.

To HTML only what H5P can show is made: paragraphs, bold, italics, links and lists. From HTML the same is read; every
other element is named, and its words are kept.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

_STRONG = re.compile(r"\*\*(?=\S)((?:[^*\\\n]|\\.)+?)\*\*")
_EM = re.compile(r"\*(?=\S)((?:[^*\\\n]|\\.)+?)\*")
_HREF = re.compile(r"\[((?:[^\[\]\\\n]|\\.){1,500})\]\(((?:https?:|mailto:|tel:)[^()\s]{1,500})\)")
_ITEM = re.compile(r"(?:[-*+]|\d+[.)])[ \t]+(.*)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_KEPT = re.compile(r"&amp;(lt|amp);")
_TOKEN = re.compile(r"<(?P<close>/?)(?P<tag>[A-Za-z][A-Za-z0-9]*)(?P<attributes>[^<>]*)>|(?P<other><![^<>]*>)")
_ADDRESS = re.compile(r"""href\s*=\s*["']((?:https?:|mailto:|tel:)[^"'\s]+)["']""", re.IGNORECASE)
_SIGNS = re.compile(r"[\\`*_\[\]]")
_LEADS = re.compile(r"^(?=[#>|!+-]|\d+[.)] |\?\?\?|~~~|===)")
_BLOCKS = {"p", "div", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr"}
_CODE = {"script", "style", "iframe", "object", "embed"}
_MOST_OTHERS = 20
_KNOWN = _BLOCKS | {"br", "li", "strong", "b", "em", "i", "a", "span"}


def html_of(markdown: str) -> str:
    """HTML for a field of H5P."""
    return "".join(_block(block) for block in re.split(r"\n[ \t]*\n", markdown) if block.strip())


def inline_html(markdown: str) -> str:
    """HTML for the words of one paragraph, without an element around them."""
    # A sign written with a backslash must outlive the search for bold and italics: it is a number until then.
    text = _KEPT.sub(r"&\1;", html.escape(markdown, quote=False))
    text = _ESCAPED.sub(lambda match: f"&#{ord(match[1])};", text)
    text = _HREF.sub(lambda match: f'<a href="{html.escape(match[2])}">{match[1]}</a>', text)
    return _EM.sub(r"<em>\1</em>", _STRONG.sub(r"<strong>\1</strong>", text)).replace("\n", " ")


def plain_of(markdown: str) -> str:
    """The words alone, for fields without HTML."""
    return html.unescape(re.sub(r"<[^<>]*>", "", inline_html(markdown)))


def _block(block: str) -> str:
    lines = block.split("\n")
    items = [_ITEM.fullmatch(line) for line in lines]
    if all(items):
        points = "".join(f"<li>{inline_html(item[1])}</li>" for item in items if item)
        return f"<ol>{points}</ol>" if lines[0][0].isdigit() else f"<ul>{points}</ul>"
    return f"<p>{inline_html(block.strip())}</p>"


@dataclass
class Read:
    """Markdown read from HTML, the elements that have no place in it, and whether there was code."""

    markdown: str = ""
    others: list[str] = field(default_factory=list)
    has_code: bool = False


def markdown_of(source: str) -> Read:
    """Markdown that says what the HTML says."""
    read = Read()
    others: dict[str, None] = {}
    blocks: list[list[str]] = [[]]
    """The pieces of each block; they are put together at the end, so that many elements cost no more than few."""
    lists: list[str] = []
    address = ""
    place = 0
    for token in _TOKEN.finditer(source):
        blocks[-1].append(_words(source[place : token.start()]))
        place = token.end()
        tag, is_open = (token["tag"] or "").lower(), not token["close"]
        if tag in _CODE:
            read.has_code = True
        elif tag not in _KNOWN and len(others) < _MOST_OTHERS:
            others[token[0][:40]] = None
        if tag in ("ul", "ol"):
            if is_open:
                lists.append(tag)
            elif lists:
                lists.pop()
        if tag in _BLOCKS and not (lists and tag in ("p", "div")):
            blocks.append([])
        elif tag == "li" and is_open:
            blocks.append(["1. " if lists and lists[-1] == "ol" else "- "])
        elif tag == "br":
            blocks[-1].append("\n")
        elif tag in ("strong", "b", "em", "i"):
            blocks[-1].append("**" if tag in ("strong", "b") else "*")
        elif tag == "a":
            found = _ADDRESS.search(token["attributes"][:2000]) if is_open else None
            blocks[-1].append("[" if found else f"]({address})" if address and not is_open else "")
            address = found[1] if found else ""
    blocks[-1].append(_words(source[place:]))
    read.others = list(others)
    # A break is the only line break here: every other became a space in `_words`.
    texts = ["".join(pieces) for pieces in blocks]
    texts = ["  \n".join(line.rstrip(" ") for line in text.split("\n")) if "\n" in text else text for text in texts]
    read.markdown = _joined([text.strip(" \n") for text in texts if text.strip(" \n-")])
    return read


def _words(source: str) -> str:
    text = " ".join(re.split(r"[ \t\r\n\f]+", html.unescape(source)))
    return _SIGNS.sub(r"\\\g<0>", text).replace("<", "&lt;").replace("](#", "]\\(#")


def _joined(blocks: list[str]) -> str:
    """Blocks set apart by blank lines, the items of a list by line breaks."""
    made = ""
    before = False
    for block in blocks:
        is_item = bool(re.match(r"- |1\. ", block))
        if not is_item:
            block = _LEADS.sub(r"\\", block)
        made += ("\n" if is_item and before else "\n\n" if made else "") + block
        before = is_item
    return made
