"""Where a text stands in a language, told from facts alone: hashes, words and what readers have. Never from times.

The work on a translation goes ``missing → in translation → awaiting review → published`` and round again. Beside it
stands what is true whichever of these it is: readers have it, it is older than the original, it was made by a machine
and nobody has read it. ``transitions.py`` lists every way from one to the next.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MACHINE, REVIEWED = "machine", "reviewed"
"""What a translation says of itself in the file, as its method and its state."""


class Work(StrEnum):
    """Where the work stands."""

    MISSING = "missing"
    """No page of its own; a copy that Wagtail keeps in step with the original is none."""
    IN_TRANSLATION = "in-translation"
    """A version that is not what readers have, and that nobody was asked to look at."""
    AWAITING_REVIEW = "awaiting-review"
    """Somebody was asked to approve it."""
    PUBLISHED = "published"
    """The latest version is the one readers have."""


@dataclass(frozen=True)
class Made:
    """What one version of a translation says of itself: from which original, how, and whether it was approved."""

    of: str = ""
    method: str = ""
    state: str = ""


@dataclass(frozen=True)
class Facts:
    """What is known of a text in a language. ``present`` is the hash of what the original says now, if it is live."""

    has_page: bool = False
    is_live: bool = False
    has_draft: bool = False
    """There is a version later than what readers have."""
    in_review: bool = False
    is_original: bool = False
    present: str = ""
    readers: Made = Made()
    """What readers have; empty where they have nothing."""
    latest: Made = Made()
    done: int = 0
    total: int = 0
    """Texts that have words, of all there are."""


@dataclass(frozen=True)
class Standing:
    work: Work
    is_live: bool = False
    is_older: bool = False
    """What readers have, or else the draft, was made from an original that says something else now."""
    is_machine_made: bool = False
    """By a machine, and nobody has approved it."""
    is_reviewed: bool = False
    done: int = 0
    total: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether every text has words: nothing less goes live."""
        return self.work is not Work.MISSING and self.done == self.total


def standing(facts: Facts) -> Standing:
    """What follows from the facts."""
    if not facts.has_page:
        return Standing(Work.MISSING, total=facts.total)
    shown = facts.readers if facts.is_live else facts.latest
    return Standing(
        work=_work(facts),
        is_live=facts.is_live,
        is_older=bool(facts.present) and not facts.is_original and shown.of != facts.present,
        is_machine_made=shown.method == MACHINE and shown.state != REVIEWED,
        is_reviewed=shown.state == REVIEWED,
        done=facts.done,
        total=facts.total,
    )


def _work(facts: Facts) -> Work:
    if facts.in_review:
        return Work.AWAITING_REVIEW
    return Work.PUBLISHED if facts.is_live and not facts.has_draft else Work.IN_TRANSLATION
