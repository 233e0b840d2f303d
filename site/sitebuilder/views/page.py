"""What one page shows. Every address is absolute on the site: ``/nb/guides/kort-cv/``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sitebuilder.contract.document import Document, FrontMatter


class PageKind(StrEnum):
    """What a page is; the value names its template."""

    HOME = "home"
    DOOR = "door"
    LIST = "list"
    TOPIC = "topic"
    DOCUMENT = "document"
    ABOUT = "about"
    SEARCH = "search"
    OFFLINE = "offline"
    REVIEW = "review"
    MAP = "map"
    MISSING = "404"

    @property
    def template(self) -> str:
        return f"{self.value}.html"


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere. ``language`` and ``direction`` are of the words."""

    text: str
    url: str
    language: str = ""
    direction: str = ""


@dataclass(frozen=True, slots=True)
class Alternate:
    """A page in another language; where there is none (``exists`` is false) the nearest list in that language."""

    code: str
    name: str
    direction: str
    url: str
    exists: bool
    current: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A document as lists show it. ``foreign``: it is shown in another language than the list's.

    ``language`` and ``direction`` are those of the title, the summary and ``together``. ``part`` is its place in
    ``series``, 0 where it is in none.
    """

    title: str
    summary: str
    url: str
    kind: str
    minutes: int
    level: str
    phase: str
    audience: str
    topics: tuple[str, ...]
    together: str
    language: str
    direction: str
    foreign: bool
    sensitive: bool
    series: str
    part: int


@dataclass(frozen=True, slots=True)
class Group:
    """Cards under one heading, ``ordered`` where they are read one after the other.

    Where only some are shown, ``more`` leads to all of them; ``total`` counts all.
    """

    id: str
    title: str
    cards: tuple[Card, ...]
    more: str = ""
    total: int = 0
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """What a filter can be set to."""

    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Filter:
    """``name`` is that of the cards' data attribute; ``bound`` tells that smaller values fit too."""

    name: str
    choices: tuple[Choice, ...]
    bound: bool = False


@dataclass(frozen=True, slots=True)
class SeriesView:
    """The series a document is part of. ``position`` counts from 1 among the ``parts`` there are."""

    title: str
    parts: tuple[Card, ...]
    position: int

    @property
    def next(self) -> Card | None:
        return self.parts[self.position] if self.position < len(self.parts) else None


@dataclass(frozen=True, slots=True)
class HelpView:
    """A help box. ``html`` comes from our own Markdown renderer."""

    id: str
    title: str
    html: str
    language: str
    direction: str
    verified_on: str


@dataclass(frozen=True, slots=True)
class Note:
    """Something a reader must know about a translation: ``kind`` is ``machine``, ``draft`` or ``older``."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source of a page. ``checked`` is a written-out date, empty until a person has looked."""

    title: str
    url: str
    checked: str
    evidence: str


@dataclass(frozen=True, slots=True)
class DocumentView:
    """What a content page shows beside its text. Dates are written out in the page's language."""

    document: Document
    topics: tuple[Link, ...]
    phase: Link | None
    series: SeriesView | None
    related: tuple[Card, ...]
    scenario: Card | None
    help: tuple[HelpView, ...]
    notes: tuple[Note, ...]
    original: Link | None
    sources: tuple[SourceView, ...]
    history: tuple[str, ...]
    """Who wrote, translated and reviewed it, and when, as whole sentences."""

    contents: tuple[Link, ...] = ()
    """The headings of a long text, each with the anchor it stands at."""

    map: str = ""
    """The address of the map of a story."""

    @property
    def front(self) -> FrontMatter:
        return self.document.front


@dataclass(frozen=True, slots=True)
class MapView:
    """The map of the story that ``story`` leads to, as SVG and in words; both come from our own code.

    ``help`` are the boxes of a sensitive story: where the way out stands, help stands too.
    """

    story: Link
    picture: str
    words: str
    sensitive: bool
    help: tuple[HelpView, ...] = ()


@dataclass(frozen=True, slots=True)
class PageView:
    """One page. ``groups`` are the lists on it, ``links`` the ways on from it that are no cards."""

    kind: PageKind
    src_uri: str
    url: str
    title: str
    summary: str
    alternates: tuple[Alternate, ...]
    audience: str = ""
    groups: tuple[Group, ...] = ()
    links: tuple[Link, ...] = ()
    filters: tuple[Filter, ...] = ()
    document: DocumentView | None = None
    map: MapView | None = None
