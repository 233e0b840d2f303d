"""What is said about an exchange: what was refused, and what could not be carried."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from scenarios.finding import Finding
from scenarios.wording import Wording, read_wordings

EXCHANGE_WORDINGS = read_wordings(Path(__file__).with_name("wording.toml"))

_LONGEST = 60
MOST = 100


@dataclass(frozen=True)
class Remark(Finding):
    """A finding about an exchange; its sentences stand in ``wording.toml`` beside this file. See `remark`."""

    def _sentences(self) -> Wording:
        return EXCHANGE_WORDINGS[self.wording]


class ExchangeError(Exception):
    """A file cannot be taken in or written out. ``remarks`` say why, each with its place and what to do."""

    def __init__(self, remarks: Iterable[Finding]) -> None:
        self.remarks = tuple(remarks)
        super().__init__("\n".join(f"{r.line}: {r.code}: {r.message} {r.remedy}" for r in self.remarks))


def remark(wording: str, *, line: int = 0, where: str = "", **values: object) -> Remark:
    """A remark. Its values come from strangers' files: they are cut and made harmless for a terminal."""
    return Remark(wording, line, shown(where), tuple((name, shown(value)) for name, value in values.items()))


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
