"""What a body needs to know of the site around it to become HTML."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from exercises.lexicon import CLOSED_LIST
from sitebuilder.languages import Language, site_languages


@dataclass(frozen=True)
class Target:
    """Where a link to a document leads: an address, and the page's language."""

    url: str
    language: str


@dataclass(frozen=True)
class Picture:
    """Where a picture is shown from, and its size, so that a page keeps still while it loads."""

    url: str
    width: int
    height: int


@dataclass(frozen=True)
class Context:
    """``find`` gives the page for a document's href, None where there is none; ``pictures`` go by path.

    ``lexicon`` holds the Norwegian words of all exercises, whatever the language (see `exercises.lexicon`).
    """

    language: Language
    languages: Mapping[str, Language]
    find: Callable[[str], Target | None]
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    lexicon: frozenset[str] = field(default=CLOSED_LIST, repr=False)

    def media(self, src: str) -> str:
        """The address of a picture or a recording whose path was written relative to a document's file."""
        path = src.removeprefix("../../")
        return self.pictures[path].url if path in self.pictures else f"/{path}"


def plain_context(code: str) -> Context:
    """The context of a page by itself: its links lead to pages of the same language."""
    languages = site_languages()

    def find(href: str) -> Target:
        _, section, name = href.split("/")
        file, _, anchor = name.partition("#")
        url = f"/{code}/{section}/{file.removesuffix('.md')}/"
        return Target(f"{url}#{anchor}" if anchor else url, code)

    return Context(languages[code], languages, find)
