"""What comes of reading a story: the story itself, and where each piece of it stands in the file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from scenarios.finding import Finding
from scenarios.model import Story


class Place(StrEnum):
    """Where in a story a piece of prose stands."""

    SCENE = "scene"
    CONSEQUENCE = "consequence"
    REASON = "reason"
    TAKEAWAY = "takeaway"


@dataclass(frozen=True)
class Chunk:
    """A piece of prose as it stands in the model. Its line ``n``, from 0, is line ``line + n`` of the file."""

    place: Place
    where: str
    text: str
    line: int


@dataclass(frozen=True)
class Reading:
    """The story, what could not be read, the line of the heading with each id, and the prose with its places."""

    story: Story
    findings: tuple[Finding, ...]
    lines: dict[str, int]
    chunks: tuple[Chunk, ...]
