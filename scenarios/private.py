"""What looks like a real person's details in a text that should show none.

An e-mail address or a national identity number is always one person's. Eight digits are only told where a name
stands in the same paragraph: alone they may be a year's budget or an office's telephone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_DIGITS = re.compile(r"(?<![\d+])(?:(?:\+|00)47[ \u00a0]?)?\d(?:[ \u00a0]?\d){7,10}(?![ \u00a0]?\d)")
_NAME = re.compile(r"(?<!^)(?<![.!?:»”\"] )\b[A-ZÆØÅ][a-zæøåéèüö]+\b|\b[A-ZÆØÅ][a-zæøåéèüö]+ [A-ZÆØÅ][a-zæøåéèüö]+\b")
_ADDRESS = re.compile(r"\]\([^()\s]*\)")
_FIRST_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


def private_details(prose: str) -> Iterator[str]:
    """Each detail found in a piece of Markdown, as it is written there. Where links lead is not looked at."""
    for paragraph in re.split(r"\n[ \t]*\n", _ADDRESS.sub("]", prose)):
        yield from (match[0] for match in _EMAIL.finditer(paragraph))
        for match in _DIGITS.finditer(paragraph):
            digits = re.sub(r"\D", "", match[0])
            if is_national_id(digits) or (_is_phone(digits) and _NAME.search(paragraph)):
                yield match[0].strip()


def is_national_id(digits: str) -> bool:
    """Whether eleven digits have the form and the check digits of a Norwegian fødselsnummer or D-number.

    Skatteetaten: a day (41–71 in a D-number), a month, a year, three digits and two check digits modulo 11.
    """
    if len(digits) != 11 or not digits.isascii():
        return False
    day, month = int(digits[:2]) % 40, int(digits[2:4])
    numbers = [int(digit) for digit in digits]
    sums = (sum(w * n for w, n in zip(weights, numbers, strict=False)) for weights in (_FIRST_WEIGHTS, _SECOND_WEIGHTS))
    return 1 <= day <= 31 and 1 <= month <= 12 and all(total % 11 == 0 for total in sums)


def _is_phone(digits: str) -> bool:
    """Eight digits from 2 up, as Norwegian numbers are (Nkom's numbering plan), with or without 47 before them."""
    national = digits[-8:]
    return digits[:-8] in ("", "47", "0047") and national[0] in "23456789"
