"""Ids for what has only a name."""

from __future__ import annotations

import re
import unicodedata

_NORDIC = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ð": "d", "þ": "th", "ß": "ss", "ł": "l"})
_LONGEST = 40
ID = re.compile(r"[a-z0-9][a-z0-9-]*")


def slug(name: str) -> str:
    """A name in the letters of an id; empty where none of them can be written so."""
    plain = unicodedata.normalize("NFKD", name[:200].casefold().translate(_NORDIC))
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9]+", "-", letters)[:_LONGEST].strip("-")


class Names:
    """Gives each name an id of its own. A name that is an id already keeps it."""

    def __init__(self, taken: set[str]) -> None:
        self._own = frozenset(name for name in taken if ID.fullmatch(name))
        self._taken = set(self._own)
        self._next: dict[str, int] = {}
        self._given: dict[str, str] = {}

    def id_of(self, name: str, otherwise: str = "scene") -> str:
        """The id of a name, always the same."""
        if name in self._own:
            return name
        if name not in self._given:
            self._given[name] = self.fresh(name if ID.fullmatch(name) else slug(name) or otherwise)
        return self._given[name]

    def fresh(self, wish: str) -> str:
        """An id nobody has, as wished where that can be."""
        found = wish
        while found in self._taken:
            self._next[wish] = self._next.get(wish, 1) + 1
            found = f"{wish[: _LONGEST - 6]}-{self._next[wish]}"
        self._taken.add(found)
        return found
