"""Every way a translation goes from one standing to the next. ``tests/cms/languages/test_transitions.py`` walks them.

Nothing in the CMS decides by this table: a standing follows from facts (`standing.standing`). It is here so that one
can read what is to be expected, and so that no way is forgotten.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cms.languages.standing import Standing, Work


class Event(StrEnum):
    SENT_TO_TRANSLATION = "the original is sent to translation"
    WORDS_ADDED = "a translator gives words to some texts"
    DRAFT_SAVED = "a translator saves a version"
    FILLED_BY_MACHINE = "a machine fills what is missing"
    SENT_FOR_REVIEW = "it is sent for review"
    CHANGES_REQUESTED = "the reviewer asks for changes"
    REVIEW_CANCELLED = "the review is cancelled"
    APPROVED = "the reviewer approves it"
    PUBLISHED = "it is published without review"
    UNPUBLISHED = "it is taken down"
    DELETED = "it is deleted"
    ORIGINAL_CHANGED = "another version of the original is published"
    ORIGINAL_CHANGED_A_LITTLE = "another version of the original is published as a minor change"
    ORIGINAL_WITHDRAWN = "the original is taken down"


@dataclass(frozen=True)
class State:
    """A standing without its numbers."""

    work: Work
    live: bool = False
    older: bool = False
    machine: bool = False

    def __str__(self) -> str:
        beside = {"readers have it": self.live, "older than the original": self.older, "machine-made": self.machine}
        return ", ".join([self.work.value.replace("-", " "), *(words for words, is_so in beside.items() if is_so)])


def state_of(found: Standing) -> State:
    return State(found.work, found.is_live, found.is_older, found.is_machine_made)


MISSING = State(Work.MISSING)
DRAFT = State(Work.IN_TRANSLATION)
OLD_DRAFT = State(Work.IN_TRANSLATION, older=True)
MACHINE_DRAFT = State(Work.IN_TRANSLATION, machine=True)
REVIEW = State(Work.AWAITING_REVIEW)
OLD_REVIEW = State(Work.AWAITING_REVIEW, older=True)
MACHINE_REVIEW = State(Work.AWAITING_REVIEW, machine=True)
LIVE = State(Work.PUBLISHED, live=True)
OLD_LIVE = State(Work.PUBLISHED, live=True, older=True)
MACHINE_LIVE = State(Work.PUBLISHED, live=True, machine=True)
NEXT_DRAFT = State(Work.IN_TRANSLATION, live=True, older=True)
"""Readers have a version that is older than the original; the next one is being written."""
NEXT_REVIEW = State(Work.AWAITING_REVIEW, live=True, older=True)

TRANSITIONS: tuple[tuple[State, Event, State], ...] = (
    (MISSING, Event.SENT_TO_TRANSLATION, DRAFT),
    (DRAFT, Event.WORDS_ADDED, DRAFT),
    (DRAFT, Event.DRAFT_SAVED, DRAFT),
    (DRAFT, Event.SENT_FOR_REVIEW, REVIEW),
    (DRAFT, Event.PUBLISHED, LIVE),
    (DRAFT, Event.DELETED, MISSING),
    (DRAFT, Event.ORIGINAL_CHANGED, OLD_DRAFT),
    (OLD_DRAFT, Event.DRAFT_SAVED, DRAFT),
    (REVIEW, Event.CHANGES_REQUESTED, DRAFT),
    (REVIEW, Event.REVIEW_CANCELLED, DRAFT),
    (REVIEW, Event.APPROVED, LIVE),
    (REVIEW, Event.ORIGINAL_CHANGED, OLD_REVIEW),
    (OLD_REVIEW, Event.APPROVED, OLD_LIVE),
    (LIVE, Event.ORIGINAL_CHANGED, OLD_LIVE),
    (LIVE, Event.ORIGINAL_CHANGED_A_LITTLE, LIVE),
    (LIVE, Event.ORIGINAL_WITHDRAWN, LIVE),
    (LIVE, Event.UNPUBLISHED, DRAFT),
    (LIVE, Event.DELETED, MISSING),
    (OLD_LIVE, Event.ORIGINAL_CHANGED_A_LITTLE, OLD_LIVE),
    (OLD_LIVE, Event.WORDS_ADDED, OLD_LIVE),
    (OLD_LIVE, Event.DRAFT_SAVED, NEXT_DRAFT),
    (NEXT_DRAFT, Event.SENT_FOR_REVIEW, NEXT_REVIEW),
    (NEXT_DRAFT, Event.PUBLISHED, LIVE),
    (NEXT_REVIEW, Event.CHANGES_REQUESTED, NEXT_DRAFT),
    (NEXT_REVIEW, Event.APPROVED, LIVE),
    (DRAFT, Event.FILLED_BY_MACHINE, MACHINE_DRAFT),
    (MACHINE_DRAFT, Event.SENT_FOR_REVIEW, MACHINE_REVIEW),
    (MACHINE_DRAFT, Event.PUBLISHED, MACHINE_LIVE),
    (MACHINE_REVIEW, Event.APPROVED, LIVE),
    (MACHINE_LIVE, Event.ORIGINAL_CHANGED, State(Work.PUBLISHED, live=True, older=True, machine=True)),
)
