"""Which words of a text a machine must not translate, and what stands for them afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a text; ``kept`` is what stands there in the translation."""

    start: int
    end: int
    kept: str


@dataclass(frozen=True)
class Glossary:
    """For one page and one language it is translated into.

    ``never``: words that stay as they are, told apart by capitals. ``terms``: words with the one translation they
    have, by their small letters. ``quotes``: what stands in «…» is Norwegian to be learned and stays.
    """

    never: frozenset[str] = frozenset()
    terms: Mapping[str, str] = field(default_factory=dict)
    quotes: bool = False

    def find(self, text: str) -> Iterator[Span]:
        """In their order; none overlaps another. Of two that begin together the longer one is found."""
        for match in self._pattern.finditer(text):
            found = match.group()
            term = None if match["kept"] is not None else self.terms.get(found.lower())
            yield Span(match.start(), match.end(), found if term is None else _as_begun(found, term))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        quotes = "«[^«»]*»" if self.quotes else "(?!)"
        return re.compile(f"(?P<kept>{quotes}|{_any(self.never)})|(?i:{_any(self.terms)})")


def _any(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    # A part of a word with a hyphen is none: “CV-en” is another form of “CV”, and would keep its ending alone.
    return rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?!-?\w)" if longest_first else "(?!)"


def _as_begun(found: str, term: str) -> str:
    """At the beginning of a sentence a term begins with a capital, as the word it stands for does."""
    return term[:1].upper() + term[1:] if found[:1].isupper() and not found.isupper() else term
