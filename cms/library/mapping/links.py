"""What pages, pictures and recordings are called in files, and by which numbers the database knows them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from cms.library.mapping.problems import Problem, missing_media, missing_page

_PATH = re.compile(r"^\.\./([a-z]+)/([a-z0-9-]+)\.md$")
_MEDIA = {"images": "../../media/images/", "audio": "../../media/audio/"}


class Address(NamedTuple):
    """Where a page stands; the section and the slug are the same in every language."""

    language: str
    section: str
    slug: str

    @property
    def href(self) -> str:
        """The page as seen from any document of the same language."""
        return f"../{self.section}/{self.slug}.md"


@dataclass
class Links:
    """Both directions, in memory: nothing here asks the database.

    A path leads to the page of the same language, else to that of ``reading_order``, since a page in another
    language has the same path.
    """

    pages: dict[int, Address] = field(default_factory=dict)
    images: dict[int, str] = field(default_factory=dict)
    audio: dict[int, str] = field(default_factory=dict)
    reading_order: tuple[str, ...] = ("nb", "en")

    def __post_init__(self) -> None:
        self._page_ids = {address: id for id, address in self.pages.items()}
        self._languages = (*self.reading_order, *sorted({a.language for a in self.pages.values()}))

    @cached_property
    def _media_ids(self) -> dict[str, dict[str, int]]:
        return {
            "images": {name: id for id, name in self.images.items()},
            "audio": {name: id for id, name in self.audio.items()},
        }

    def page_id(self, href: str, language: str) -> int | None:
        """The page a path leads to; None for what is no path of a page that is there."""
        path = _PATH.match(href)
        if not path:
            return None
        ids = (self._page_ids.get(Address(code, path[1], path[2])) for code in (language, *self._languages))
        return next((id for id in ids if id is not None), None)

    def media_id(self, src: str, kind: str) -> int | None:
        """The picture (``images``) or recording (``audio``) a path names."""
        return self._media_ids[kind].get(src.removeprefix(_MEDIA[kind])) if src.startswith(_MEDIA[kind]) else None


@dataclass
class Outward:
    """Links as seen from one document that is being written, and the problems met on the way."""

    links: Links
    path: str = ""
    where: str = ""
    problems: list[Problem] = field(default_factory=list)
    media: set[str] = field(default_factory=set)
    """Paths under ``content/`` of the files the document uses."""
    linked: set[int] = field(default_factory=set)
    """The pages it leads to."""

    def at(self, where: str) -> Outward:
        """The same, inside the part with this id."""
        return Outward(self.links, self.path, where, self.problems, self.media, self.linked)

    def href(self, page_id: int | None) -> str | None:
        """The path of a page; None, and a problem, where it is gone or no document."""
        address = self.links.pages.get(page_id or 0)
        if address is None:
            self.problems.append(missing_page(self.path, self.where))
        elif page_id:
            self.linked.add(page_id)
        return address.href if address else None

    def src(self, id: object, kind: str) -> str:
        """The path of a file; empty, and a problem, where it is gone."""
        name = (self.links.images if kind == "images" else self.links.audio).get(id if isinstance(id, int) else 0)
        if name is None:
            self.problems.append(missing_media(self.path, self.where, kind))
            return ""
        self.media.add(f"media/{kind}/{name}")
        return _MEDIA[kind] + name

    def hrefs(self, page_ids: Iterable[int]) -> tuple[str, ...]:
        return tuple(href for href in map(self.href, page_ids) if href)
