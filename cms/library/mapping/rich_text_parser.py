"""The HTML of Wagtail's rich text, taken apart without trusting it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser

from sitebuilder.contract.href import allowed, make_href
from sitebuilder.contract.prose import Block, BulletList, ListItem, Paragraph, Run

PageHref = Callable[[int | None], str | None]
"""The path of the page with a number."""

_LISTS = {"ul": False, "ol": True}
_BOLD = ("b", "strong")
_ITALIC = ("i", "em")
_SILENT = ("script", "style", "template", "noscript", "title")
_INLINE = (*_BOLD, *_ITALIC, "a", "br", "span")


@dataclass
class _List:
    ordered: bool
    items: list[_Item] = field(default_factory=list)


@dataclass
class _Item:
    runs: list[Run] = field(default_factory=list)
    children: list[_List] = field(default_factory=list)


class RichTextParser(HTMLParser):
    """Gathers blocks while the text goes by. ``_open`` holds the lists and items that are not closed yet."""

    def __init__(self, page_href: PageHref) -> None:
        super().__init__(convert_charrefs=True)
        self._page_href = page_href
        self._blocks: list[Paragraph | _List] = []
        self._open: list[_List | _Item] = []
        self._paragraph: list[Run] = []
        self._bold = self._italic = self._silent = 0
        self._hrefs: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "br":
            self._add("\n")
        elif tag == "a":
            self._hrefs.append(self._href(dict(attrs)))
        elif tag in _LISTS:
            self._begin_list(_LISTS[tag])
        elif tag == "li":
            self._begin_item()
        elif tag not in _INLINE:
            self._break()
        self._bold += tag in _BOLD
        self._italic += tag in _ITALIC

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._add("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag == "a":
            self._hrefs = self._hrefs[:-1]
        elif tag in _LISTS:
            self._end_list()
        elif tag == "li":
            self._end_item()
        elif tag not in _INLINE:
            self._break()
        self._bold = max(0, self._bold - (tag in _BOLD))
        self._italic = max(0, self._italic - (tag in _ITALIC))

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._add(data.replace("\n", " "))

    def finish(self) -> list[Block]:
        """Closes what is open and gives the blocks."""
        self._break()
        return [block if isinstance(block, Paragraph) else _finished(block) for block in self._blocks]

    def _href(self, attrs: dict[str, str | None]) -> str | None:
        if attrs.get("linktype") == "page":
            id = attrs.get("id") or ""
            return self._page_href(int(id) if id.isascii() and id.isdigit() else None)
        href = make_href(attrs.get("href") or "")
        return href if "linktype" not in attrs and allowed(href) else None

    def _add(self, text: str) -> None:
        if self._open and isinstance(self._open[-1], _List):
            if not text.strip():
                return
            self._begin_item()
        item = self._open[-1] if self._open else None
        runs = item.runs if isinstance(item, _Item) else self._paragraph
        runs.append(Run(text, self._bold > 0, self._italic > 0, self._hrefs[-1] if self._hrefs else None))

    def _break(self) -> None:
        """A block begins or ends: a paragraph is complete, and in a list item a line is."""
        if self._open:
            if isinstance(self._open[-1], _Item) and self._open[-1].runs:
                self._open[-1].runs.append(Run("\n"))
        elif self._paragraph:
            self._blocks.append(Paragraph(tuple(self._paragraph)))
            self._paragraph = []

    def _begin_list(self, ordered: bool) -> None:
        if not self._open:
            self._break()
        begun = _List(ordered)
        if self._open and isinstance(self._open[-1], _List):
            self._begin_item()
        if self._open and isinstance(self._open[-1], _Item):
            self._open[-1].children.append(begun)
        else:
            self._blocks.append(begun)
        self._open.append(begun)

    def _begin_item(self) -> None:
        if not self._open:
            self._break()
            return
        if isinstance(self._open[-1], _Item):
            self._open.pop()
        begun = _Item()
        outer = self._open[-1]
        if isinstance(outer, _List):
            outer.items.append(begun)
        self._open.append(begun)

    def _end_list(self) -> None:
        self._end_item()
        if self._open:
            self._open.pop()

    def _end_item(self) -> None:
        if self._open and isinstance(self._open[-1], _Item):
            self._open.pop()


def _finished(found: _List) -> BulletList:
    items = (ListItem(tuple(item.runs), tuple(map(_finished, item.children))) for item in found.items)
    return BulletList(tuple(items), found.ordered)
