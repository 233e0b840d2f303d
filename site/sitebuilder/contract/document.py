"""The documents of the toolbox as plain values: what a file under ``content/`` says."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from exercises.model import Item
from scenarios.model import Story
from sitebuilder.contract.prose import Block, Prose


class Kind(StrEnum):
    """What a document is; the value is the ``type`` of its front matter."""

    SCENARIO = "scenario"
    CASE = "case"
    GUIDE = "guide"
    EXERCISE = "exercise"

    @property
    def section(self) -> str:
        """The folder its files stand in, the same in every language."""
        return f"{self.value}s"


class Audience(StrEnum):
    MENTOR = "mentor"
    MENTEE = "mentee"
    BOTH = "both"


PHASES = ("before", "first-meeting", "underway", "goal-work", "difficulty", "ending")
LEVELS = ("pre-A1", "A1", "A2", "B1", "B2")


@dataclass(frozen=True)
class Series:
    """The series a document belongs to, and its place in it, from 1."""

    id: str
    order: int


@dataclass(frozen=True)
class Source:
    """Where a fact comes from. ``checked`` is left out until a person has looked."""

    title: str
    url: str = ""
    checked: dt.date | None = None
    evidence: str = ""


@dataclass(frozen=True)
class Translation:
    """How a translation came to be. ``of`` is the `source_hash` of the text it was made from."""

    language: str
    of: str
    state: str = "draft"
    method: str = "person"
    reviewed_by: str = ""
    reviewed_on: dt.date | None = None

    STATES = ("draft", "reviewed")
    METHODS = ("person", "machine")


@dataclass(frozen=True)
class FrontMatter:
    """What is said about a document above its text. Fields stand in the order they are written in."""

    id: str
    type: Kind
    title: str
    summary: str
    audience: Audience
    topics: tuple[str, ...]
    minutes: int
    together: str
    published_on: dt.date
    updated_on: dt.date
    translation: Translation | None = None
    """None for an original."""
    phase: str = ""
    level: str = ""
    series: Series | None = None
    role: str = ""
    goals: tuple[str, ...] = ()
    start: str = ""
    reflection: tuple[str, ...] = ()
    retired: tuple[str, ...] = ()
    fictional: bool = False
    scenario: str = ""
    mentor: str = ""
    can_do: str = ""
    related: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    authors: tuple[str, ...] = ()
    reviewed_on: dt.date | None = None
    review_by: dt.date | None = None
    sensitive: bool = False
    help: tuple[str, ...] = ()


class Role(StrEnum):
    """What a section of a case or a guide is for; all but the plain ones are written as a class."""

    STEP = "step"
    PART = "part"
    PERSPECTIVE = "perspective"
    STRENGTHS = "strengths"
    FACILITATOR = "facilitator"


PERSPECTIVES = ("mentee", "mentor", "family", "coordinator")


@dataclass(frozen=True)
class Section:
    """A heading of level 2 with what stands under it. ``whose`` is set for a perspective only."""

    id: str
    title: str
    blocks: Prose
    role: Role = Role.STEP
    whose: str = ""


@dataclass(frozen=True)
class Guide:
    """Steps, after an introduction that may be empty."""

    sections: tuple[Section, ...]
    intro: Prose = ()


@dataclass(frozen=True)
class Case:
    """Parts in order, then perspectives, strengths and notes for the facilitator."""

    sections: tuple[Section, ...]
    intro: Prose = ()


@dataclass(frozen=True)
class ExerciseSet:
    """Text and items in the order they are met."""

    parts: tuple[Block | Item, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(part for part in self.parts if isinstance(part, Item))


Body = Story | Case | Guide | ExerciseSet


@dataclass(frozen=True)
class Document:
    """One page in one language. ``slug`` is the same in every language and names the file."""

    language: str
    slug: str
    front: FrontMatter
    body: Body

    @property
    def path(self) -> str:
        """The file's path under ``content/``."""
        return f"{self.language}/{self.front.type.section}/{self.slug}.md"

    @property
    def url(self) -> str:
        """The page's address on the site, from its root."""
        return f"/{self.language}/{self.front.type.section}/{self.slug}/"


@dataclass(frozen=True)
class HelpBox:
    """A helpline or a legal note, written once per language and included by its id."""

    language: str
    id: str
    title: str
    blocks: Prose
    verified_on: dt.date | None = None

    @property
    def path(self) -> str:
        return f"{self.language}/help/{self.id}.md"


@dataclass(frozen=True)
class Topic:
    """A subject documents are found by. ``names`` holds a name for each language."""

    id: str
    names: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Library:
    """Everything under ``content/`` except pictures and sound."""

    documents: tuple[Document, ...] = ()
    help_boxes: tuple[HelpBox, ...] = ()
    topics: tuple[Topic, ...] = ()
    redirects: dict[str, str] = field(default_factory=dict)
    """Addresses of pages that moved, and where they are now: ``/nb/guides/old/`` to ``/nb/guides/new/``."""
