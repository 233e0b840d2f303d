"""The markup in a translated text: it must be whole, and lead where the original leads."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser

from django.utils.translation import gettext as _
from wagtail_localize.strings import StringValue

BREAK = "br"
MARKS = ("a", "b", "strong", "i", "em")
"""What the content format has a place for in a line of rich text."""


def fault(text: str, words: str, *, is_rich: bool) -> str:
    """What is wrong with the markup of ``words``, a translation of ``text``; empty where nothing is."""
    read = _read(words)
    if read.fault:
        return read.fault
    allowed = {BREAK, *(MARKS if is_rich else ())}
    for tag in read.tags:
        if tag not in allowed:
            return _("<%(tag)s> may not stand here.") % {"tag": tag}
    links = _read(text).links
    for link in read.links - links:
        if link not in links:
            return _("It has a link “%(link)s” that the original does not have.") % {"link": link}
        return _("The link “%(link)s” stands there more often than in the original.") % {"link": link}
    for link in links - read.links:
        return _("The link “%(link)s” of the original is missing.") % {"link": link}
    return ""


def tidy(words: str) -> str:
    """Words without a fault, as wagtail-localize writes them: a lone & is an &amp; and so on."""
    tidied: str = StringValue.from_translated_html(words.strip()).data
    return tidied


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.links: Counter[str] = Counter()
        self.fault = ""
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        names = [name for name, _value in attrs]
        if tag == "a":
            self.links[dict(attrs).get("id") or ""] += 1
        if names and (tag != "a" or names != ["id"]):
            self._wrong(_("<%(tag)s> may have no attributes here but the id of a link.") % {"tag": tag})
        if tag != BREAK:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag != BREAK:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._open[-1:] == [tag]:
            self._open.pop()
        else:
            self._wrong(_("</%(tag)s> closes nothing that is open.") % {"tag": tag})

    def handle_comment(self, data: str) -> None:
        self._wrong(_("There may be no comments in it."))

    def handle_decl(self, decl: str) -> None:
        self._wrong(_("There may be no declarations in it."))

    handle_pi = unknown_decl = handle_decl

    def finish(self) -> None:
        self.close()
        if self._open:
            self._wrong(_("<%(tag)s> is opened and not closed.") % {"tag": self._open[-1]})

    def _wrong(self, words: str) -> None:
        self.fault = self.fault or words


def _read(words: str) -> _Reader:
    reader = _Reader()
    reader.feed(words)
    reader.finish()
    return reader
