"""What is said about an exchange: what was refused, and what could not be carried."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol

from exchange.wording import Wording, read_wordings

Severity = Literal["error", "warning"]

WORDINGS = read_wordings(Path(__file__).with_name("wording.toml"))
_FIRST_WARNING = 50
"""Codes X01–X49 refuse a file, X50 and up tell of what could not be carried."""
_LONGEST = 60
MOST = 100


class Finding(Protocol):
    """What is said of a file: a `Remark`, or what the checks of a room found."""

    @property
    def code(self) -> str: ...
    @property
    def severity(self) -> Severity: ...
    @property
    def line(self) -> int: ...
    @property
    def where(self) -> str: ...
    @property
    def wording(self) -> str: ...
    @property
    def message(self) -> str: ...
    @property
    def remedy(self) -> str: ...
    def told(self, language: str) -> tuple[str, str]: ...
    def say(self, language: str) -> str: ...


@dataclass(frozen=True)
class Remark:
    """One thing said about an exchange. Make it with `remark`, or with the function of the same name of a room.

    ``wording`` is a key of the room's table, as "X02.path"; ``values`` fill the places in its sentences. ``line`` is
    0 where nobody knows it; ``where`` names what it is about, or is empty.
    """

    wording: str
    line: int = 0
    where: str = ""
    values: tuple[tuple[str, str], ...] = ()
    sentences: Wording = field(default=Wording(("", ""), ("", "")), repr=False, compare=False)

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
        message, remedy = self.sentences.nb if language == "nb" else self.sentences.en
        values: Mapping[str, str] = {"where": self.where, **dict(self.values)}
        return message.format_map(values), remedy.format_map(values)

    def say(self, language: str) -> str:
        """Message and remedy in one breath."""
        return " ".join(self.told(language))


class ExchangeError(Exception):
    """A file cannot be taken in or written out. ``remarks`` say why, each with its place and what to do."""

    def __init__(self, remarks: Iterable[Finding]) -> None:
        self.remarks = tuple(remarks)
        super().__init__("\n".join(f"{r.line}: {r.code}: {r.message} {r.remedy}" for r in self.remarks))


def remark(wording: str, *, line: int = 0, where: str = "", **values: object) -> Remark:
    """A remark in the words of this room."""
    return remark_in(WORDINGS, wording, line, where, values)


def remark_in(
    wordings: Mapping[str, Wording], wording: str, line: int, where: str, values: Mapping[str, object]
) -> Remark:
    """A remark in the words of a table. Its values may be a stranger's: they are made harmless for a terminal."""
    told = tuple((name, shown(value)) for name, value in values.items())
    return Remark(wording, line, shown(where), told, wordings[wording])


def shown(value: object) -> str:
    """A value as a message shows it: on one line, without control characters, and cut where it is long."""
    text = str(value)[: _LONGEST + 1]
    words = "".join(char if char.isprintable() else " " for char in text)
    return words if len(text) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


def refuse(remarks: Iterable[Finding]) -> None:
    """Raises `ExchangeError` with what is an error among the remarks; of very many the first are told."""
    wrong = [r for r in remarks if r.severity == "error"]
    if len(wrong) > MOST:
        wrong = [*wrong[:MOST], remark("X10", count=len(wrong) - MOST)]
    if wrong:
        raise ExchangeError(wrong)


def at_most(remarks: Iterable[Finding]) -> tuple[Finding, ...]:
    """The remarks; of very many the first, and how many more there are."""
    told = tuple(remarks)
    return told if len(told) <= MOST else (*told[:MOST], remark("X63", count=len(told) - MOST))
