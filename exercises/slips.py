"""When an answer that is not right is nearly so: other letters of the keyboard, or a slip of the finger.

Answers are compared here as words without case and without the marks around them. The page does the same in
``site/scripts/judge.js``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from exercises.normalise import normalise
from exercises.parts import Match

_AS_TYPED = Match(strict_case=True, strict_punctuation=True)

_MARKS = '.,!?;:"()'

_LETTER = re.compile("[æä]|[øö]|oe|å|aa")
_KEYS = {"æ": "ae", "ä": "ae", "å": "a", "aa": "a"}

_FIRST_SLIP, _SECOND_SLIP = 5, 10
"""The letters a word needs for one slip, and for two."""

_ENDING = re.compile("(?:.(?:a|d|de|e|en|ene|er|ere|es|est|et|s|st|t|te)?|[aeiouyæøå](?:n|ne|r))")
"""What Norwegian words are inflected with, and the letter before it. Words that differ in these alone are two forms."""

_DIGIT = re.compile("[0-9]")


class Word(NamedTuple):
    """A word as it was typed, without the marks around it, and as it is compared."""

    typed: str
    plain: str
    bare: str


def words(text: str) -> tuple[Word, ...]:
    """The words of an answer; marks and dashes that stand alone are none."""
    typed = normalise(text, _AS_TYPED).split(" ")
    seen = (_word(word) for word in typed)
    return tuple(word for word in seen if word.bare not in ("", "-"))


def bare(text: str) -> tuple[str, ...]:
    """The words as they are compared."""
    return tuple(word.bare for word in words(text))


def on_plain_keys(word: str) -> str:
    """The word with one spelling for æ, ae and ä; for ø, oe, o and ö; and for å, aa and a."""
    return _LETTER.sub(lambda found: _KEYS.get(found[0], "o"), word)


def other_letters(typed: Sequence[str], accepted: Sequence[str]) -> list[int]:
    """The places of the words that differ only in how æ, ø and å are typed; none if anything else differs."""
    if len(typed) != len(accepted) or any(on_plain_keys(t) != on_plain_keys(a) for t, a in zip(typed, accepted)):
        return []
    return _different(typed, accepted)


def slipped(typed: Sequence[str], accepted: Sequence[str]) -> list[int]:
    """The place of the one word that is a slip away from the accepted one, where all others are equal; else none."""
    if len(typed) != len(accepted):
        return []
    places = _different(typed, accepted)
    return places if len(places) == 1 and is_slip(typed[places[0]], accepted[places[0]]) else []


def slips_allowed(accepted: str) -> int:
    return 2 if len(accepted) >= _SECOND_SLIP else 1 if len(accepted) >= _FIRST_SLIP else 0


def is_slip(typed: str, accepted: str) -> bool:
    """Whether a word is the accepted one with a letter too many, too few, wrong, or two neighbours changed about.

    Two such slips are allowed from ten letters on, none below five. A number has no slips, and neither has an ending.
    """
    most = slips_allowed(accepted)
    if typed == accepted or abs(len(typed) - len(accepted)) > most or _DIGIT.search(typed + accepted):
        return False
    return _within(typed, accepted, most) and not _is_other_form(typed, accepted)


def _word(typed: str) -> Word:
    plain = typed.strip(_MARKS)
    return Word(typed, plain, plain.lower())


def _different(typed: Sequence[str], accepted: Sequence[str]) -> list[int]:
    return [place for place, word in enumerate(typed) if word != accepted[place]]


def _within(one: str, other: str, most: int) -> bool:
    """Whether ``most`` changes make one word of the other; no letter is changed twice (optimal string alignment)."""
    same = _shared(one, other)
    one, other = one[same:], other[same:]
    if one == other or not most:
        return one == other
    return (
        _within(one[1:], other[1:], most - 1)
        or _within(one[1:], other, most - 1)
        or _within(one, other[1:], most - 1)
        or (one[:2] == other[1::-1] and _within(one[2:], other[2:], most - 1))
    )


def _shared(one: str, other: str) -> int:
    """How many letters both begin with."""
    return next((place for place, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))


def _is_other_form(typed: str, accepted: str) -> bool:
    stem = _shared(typed, accepted) - 1
    return stem >= 0 and all(_ENDING.fullmatch(word[stem:]) for word in (typed, accepted))
