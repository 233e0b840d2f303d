"""How the documents of a made-up library stand in each language: shares as they are where editors are at work."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from cms.languages.standing import Work

SHARES = {
    "en": (10, 8, 5, 77),
    "uk": (20, 12, 8, 60),
    "ar": (25, 15, 8, 52),
    "fa": (40, 15, 7, 38),
    "so": (50, 15, 5, 30),
    "ti": (60, 15, 5, 20),
}
"""Of a hundred documents so many are missing, in translation, awaiting review and published."""
_WORKS = tuple(Work)


@dataclass(frozen=True)
class Stand:
    """How one document is to stand in one language. An original has no method."""

    work: Work
    is_live: bool = False
    is_older: bool = False
    is_reviewed: bool = False
    method: str = ""
    gaps: float = 0.0
    """The share of its texts without words."""


@dataclass(frozen=True)
class Plan:
    original: Stand
    translations: dict[str, Stand]
    by_localize: bool
    """Whether its translations are kept by wagtail-localize, or come from files or from hands."""


def plan_for(number: int, seed: int) -> Plan:
    """The plan for the document with this number; the same each time."""
    dice = Random(f"plan {seed} {number}")
    original = _original(dice)
    by_localize = number % 2 == 0
    if not original.is_live:
        return Plan(original, {}, by_localize)
    stands = {language: _translation(dice, shares) for language, shares in SHARES.items()}
    return Plan(original, {code: each for code, each in stands.items() if each}, by_localize)


def _original(dice: Random) -> Stand:
    fall = dice.random()
    if fall < 0.90:
        return Stand(Work.PUBLISHED, is_live=True)
    if fall < 0.94:
        return Stand(Work.IN_TRANSLATION, is_live=True)
    return Stand(Work.AWAITING_REVIEW if fall < 0.97 else Work.IN_TRANSLATION)


def _translation(dice: Random, shares: tuple[int, ...]) -> Stand | None:
    work = dice.choices(_WORKS, shares)[0]
    had_before, older, by_machine, reviewed = (dice.random() < share for share in (0.25, 0.12, 0.3, 0.6))
    gaps = dice.choice((0.1, 0.3, 0.6, 0.9))
    if work is Work.MISSING:
        return None
    is_live = work is Work.PUBLISHED or had_before
    is_unfinished = work is Work.IN_TRANSLATION
    return Stand(
        work=work,
        is_live=is_live,
        is_older=older and is_live,
        is_reviewed=reviewed and work is Work.PUBLISHED,
        method="machine" if by_machine else "person",
        gaps=gaps if is_unfinished else 0.0,
    )
