"""What is new in a language, as an Atom feed (RFC 4287)."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from sitebuilder.contract.document import Document
from sitebuilder.machine import addresses
from sitebuilder.views import SiteView

NEWEST = 30
"""So many documents stand in a feed."""

ATOM = "http://www.w3.org/2005/Atom"
_LICENCE = "CC BY 4.0"
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML may hold, not even escaped."""


def atom_feed(site: SiteView, root: str) -> str:
    """The newest documents of the language. ``root`` is where the site stands, such as ``https://toolbox.example``.

    Texts marked as sensitive are left out: a feed reader shows titles unasked, on a screen that others may see.
    """
    code = site.language.code
    newest = sorted((text for text in site.documents() if not text.front.sensitive), key=_newest_first)[:NEWEST]
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": code})
    _text(feed, "id", f"{root}/{code}/")
    _text(feed, "title", site.t("site.name"))
    _text(feed, "subtitle", site.t("site.description"))
    _text(feed, "updated", _moment(max((text.front.updated_on for text in newest), default=dt.date(1970, 1, 1))))
    _text(SubElement(feed, "author"), "name", site.t("site.name"))
    _text(feed, "rights", _LICENCE)
    SubElement(feed, "link", rel="self", type="application/atom+xml", href=f"{root}{addresses.feed(code)}")
    SubElement(feed, "link", rel="alternate", type="text/html", hreflang=code, href=f"{root}/{code}/")
    for text in newest:
        _entry(feed, text, site, root)
    indent(feed, "")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(feed, encoding="unicode") + "\n"


def _entry(feed: Element, document: Document, site: SiteView, root: str) -> None:
    front = document.front
    entry = SubElement(feed, "entry")
    _text(entry, "id", uuid.uuid5(uuid.UUID(front.id), document.language).urn)
    _text(entry, "title", front.title)
    _text(entry, "updated", _moment(front.updated_on))
    _text(entry, "published", _moment(front.published_on))
    _text(entry, "summary", front.summary)
    for name in front.authors:
        _text(SubElement(entry, "author"), "name", name)
    SubElement(entry, "link", rel="alternate", type="text/html", href=f"{root}{document.url}")
    for topic in front.topics:
        SubElement(entry, "category", term=topic, label=_legal(site.topic_name(topic)))


def _newest_first(document: Document) -> tuple[int, str]:
    return -document.front.updated_on.toordinal(), document.url


def _moment(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _text(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = _legal(text)


def _legal(text: str) -> str:
    return _NO_XML.sub("", text)
