"""What a check found: which rule, where, and in which words to say it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from scenarios.wording import WORDINGS, Wording

Severity = Literal["error", "warning"]

_FIRST_WARNING = 50
"""Codes S01–S49 are errors, S50 and up are warnings."""


@dataclass(frozen=True)
class Finding:
    """One broken rule. Make it with `find`.

    ``wording`` is a key of `WORDINGS`, as "S06.few"; ``values`` fill the places in it. ``line`` is 0 where
    nobody knows it; ``where`` is the id of the scene or choice, or empty.
    """

    wording: str
    line: int = 0
    where: str = ""
    values: tuple[tuple[str, str], ...] = ()

    @property
    def code(self) -> str:
        return self.wording.partition(".")[0]

    @property
    def severity(self) -> Severity:
        return "warning" if int(self.code[1:]) >= _FIRST_WARNING else "error"

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return self.told("en")[0]

    @property
    def remedy(self) -> str:
        """What to do about it, in English."""
        return self.told("en")[1]

    def told(self, language: str) -> tuple[str, str]:
        """What is wrong and what to do. In Norwegian for "nb", in English for every other language."""
        wording = self._sentences()
        message, remedy = wording.nb if language == "nb" else wording.en
        values: Mapping[str, str] = {"where": self.where, **dict(self.values)}
        return message.format_map(values), remedy.format_map(values)

    def say(self, language: str) -> str:
        """Message and remedy in one breath."""
        return " ".join(self.told(language))

    def _sentences(self) -> Wording:
        return WORDINGS[self.wording]


def find(wording: str, *, line: int = 0, where: str = "", **values: object) -> Finding:
    """A finding with its values as text, in the order they are given."""
    return Finding(wording, line, where, tuple((name, str(value)) for name, value in values.items()))
