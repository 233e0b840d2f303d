"""Problems: what is wrong with a text, where, and how to mend it, in Norwegian and English."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from sitebuilder.contract.wording import WORDING

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Problem:
    """One broken rule. ``path`` is relative to ``content/``; ``line`` counts from 1, 0 for the whole file."""

    code: str
    severity: Severity
    path: str
    line: int
    words: dict[str, tuple[str, str]]
    """Message and remedy by language."""
    where: str = ""
    """The id of the scene, choice, item or section, where there is one."""
    needle: str = ""
    """What stands on the line, for a rule that looks at documents and not at their files."""

    @property
    def message(self) -> str:
        return self.words["en"][0]

    @property
    def remedy(self) -> str:
        return self.words["en"][1]

    def say(self, language: str) -> tuple[str, str]:
        """Message and remedy in ``language``, in English where it is not spoken."""
        return self.words.get(language, self.words["en"])

    def at(self, path: str) -> Problem:
        return replace(self, path=path)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.code} {self.severity}: {self.message} {self.remedy}"


def problem(code: str, line: int, *, path: str = "", where: str = "", needle: str = "", **facts: object) -> Problem:
    """The problem named ``code``, its wording filled with ``facts``."""
    severity, wording = WORDING[code]
    given = {"path": path, **facts}
    words = {
        language: (message.format(**given), remedy.format(**given)) for language, (message, remedy) in wording.items()
    }
    return Problem(code, severity, path, line, words, where, needle)


def errors(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    return tuple(p for p in problems if p.severity == "error")
