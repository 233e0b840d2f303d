"""The lines of a text as a reader goes through them, and how the blocks of the contract begin."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sitebuilder.contract.inline_reader import read_runs
from sitebuilder.contract.problems import Problem, problem
from sitebuilder.contract.prose import Runs

Line = tuple[int, str]
"""A line's number and its text."""

HEADING = re.compile(r"^(#{1,6})\s+(.*?)(?:\s+\{#([^{}]*)\})?\s*$")
ID = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*\Z")
BOX = re.compile(r'^(!!!|\?\?\?)\s*([A-Za-z][\w -]*?)\s*(?:"(.*)")?\s*$')
BULLET = re.compile(r"^[-+*]\s+(?!\[[ xX]\]\s)(.*)$")
NUMBER = re.compile(r"^\d+[.)]\s+(.*)$")
TASK = re.compile(r"^[-+*]\s+\[[ xX]\]\s+(.*)$")
IMAGE = re.compile(r"^!\[((?:[^\]\\]|\\.)*)\]\(([^()\s]*)\)\s*$")
TABLE_RULE = re.compile(r"^\|(?:\s*:?-+:?\s*\|)+\s*$")


def starts_list(text: str) -> bool:
    """Whether a list or a checklist begins with this line."""
    return any(marker.match(text) for marker in (BULLET, NUMBER, TASK))


def ends_paragraph(text: str) -> bool:
    """Whether this line begins a block even right below a paragraph."""
    return any(start.match(text) for start in (HEADING, BOX, IMAGE))


@dataclass
class Reading:
    """A text on the way to its blocks: the lines, how far they are read, how deep they stand, and what was wrong."""

    lines: list[Line]
    depth: int = 0
    problems: list[Problem] = field(default_factory=list)
    at: int = 0

    @property
    def number(self) -> int:
        return self.lines[self.at][0]

    @property
    def text(self) -> str:
        return self.lines[self.at][1] if self.at < len(self.lines) else ""

    @property
    def more(self) -> bool:
        return self.at < len(self.lines)

    def runs(self, number: int, text: str) -> Runs:
        runs, problems = read_runs(text, number)
        self.problems.extend(problems)
        return runs

    def refuse(self, number: int, text: str, how: str, how_nb: str) -> None:
        """Notes Markdown that the contract does not know."""
        self.problems.append(problem("C11", number, text=text[:20].strip(), how=how, how_nb=how_nb))
