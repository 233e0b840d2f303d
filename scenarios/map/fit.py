"""Titles in the boxes of a map, where nobody can measure letters: broken at blanks by counting them."""

from __future__ import annotations

import re
import unicodedata

_NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """The text without what may not stand in XML."""
    return _NOT_IN_XML.sub("", text)


def fit(text: str, width: int, lines: int) -> list[str]:
    """At most ``lines`` lines of about ``width`` narrow letters; what is left out is told by "…"."""
    words = clean(text).split()
    fitted: list[str] = [""]
    for word in words:
        longer = f"{fitted[-1]} {word}".strip()
        if fitted[-1] and width_of(longer) > width:
            fitted.append(word)
        else:
            fitted[-1] = longer
    shown = fitted[:lines]
    if len(fitted) > lines:
        shown[-1] += " …"
    return [_cut(line, width) for line in shown]


def _cut(line: str, width: int) -> str:
    if width_of(line) <= width:
        return line
    while line and width_of(line) > width - width_of("…"):
        line = line[:-1]
    return line.rstrip(" …") + "…"


def width_of(text: str) -> float:
    """Ethiopic letters and those of East Asia are wide, marks above and below take no room."""
    return sum(_letter(letter) for letter in text)


def _letter(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0
    if "\u1200" <= letter <= "\u139f" or unicodedata.east_asian_width(letter) in "WF":
        return 1.7
    return 1.3 if letter.isupper() or letter in "mwMW@…—" else 1
