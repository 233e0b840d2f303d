"""When two answers count as the same: the first step of judging an answer.

The page does the same in ``site/scripts/judge.js``, so every class of characters is written out: what ``\\s`` or a
locale means differs between the two. Diacritics are never stripped and double letters never collapsed.
"""

from __future__ import annotations

import re
import unicodedata

from exercises.parts import Match

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff\ud800-\udfff]"
)
"""Soft hyphens, zero-width characters, direction marks, the variants of emoji, and halves of characters."""

_BLANKS = re.compile("[\t-\r \x1c-\x1f\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")

_QUOTES_AND_DASHES = (
    dict.fromkeys("‘’‚‛′´`‹›ʼ｀", "'") | dict.fromkeys("“”„‟″«»", '"') | dict.fromkeys("‐‑‒–—―−", "-") | {"…": "..."}
)

_OTHER_KEYBOARDS = (
    {chr(first + n): str(n) for first in (0x660, 0x6F0) for n in range(10)}
    | {"؟": "?", "۔": ".", "።": ".", "،": ",", "؛": ";"}
    | {"İ": "I", "ı": "i", "\u0307": ""}
)
"""What other keyboards have for signs of ours: Arabic and Persian digits and marks, Ethiopic and Turkish letters.

The dot above goes only where no letter took it: a Turkish i written in small letters may leave one.
"""

_WIDE = {chr(sign + 0xFEE0): chr(sign) for sign in range(0x21, 0x7F)}

_FOLDED = str.maketrans(_WIDE | _QUOTES_AND_DASHES | _OTHER_KEYBOARDS)

_FINAL_MARKS = " .!?"

_LENIENT = Match()


def normalise(answer: str, match: Match = _LENIENT) -> str:
    """The answer as it is compared: equal results are equal answers. Doing it twice changes nothing."""
    answer = unicodedata.normalize("NFC", _UNSEEN.sub("", answer))
    answer = _BLANKS.sub(" ", answer.translate(_FOLDED)).strip(" ")
    if not match.strict_punctuation:
        answer = answer.rstrip(_FINAL_MARKS)
    if not match.strict_case:
        answer = answer.lower()
    return unicodedata.normalize("NFC", answer)
