"""When two answers count as the same: the first step of judging an answer.

The page does the same in JavaScript, so every class of characters is written out: what ``\\s`` or a locale means
differs between the two. Diacritics are never stripped and double letters never collapsed.
"""

from __future__ import annotations

import re
import unicodedata

from exercises.model import Match

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\u202a-\u202e\u2066-\u2069\ufeff]")
"""Soft hyphens, zero-width characters and direction marks."""

_BLANKS = re.compile("[\t-\r \x1c-\x1f\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")

_FOLDED = str.maketrans(dict.fromkeys("‘’‚‛′´`‹›", "'") | dict.fromkeys("“”„‟″«»", '"') | dict.fromkeys("‐‑‒–—―−", "-"))

_FINAL_MARKS = " .!?"

_LENIENT = Match()


def normalise(answer: str, match: Match = _LENIENT) -> str:
    """The answer as it is compared: equal results are equal answers. Doing it twice changes nothing."""
    answer = unicodedata.normalize("NFC", _UNSEEN.sub("", answer))
    answer = _BLANKS.sub(" ", answer.translate(_FOLDED)).strip(" ")
    if not match.strict_punctuation:
        answer = answer.rstrip(_FINAL_MARKS)
    if not match.strict_case:
        answer = unicodedata.normalize("NFC", answer.lower())
    return answer
