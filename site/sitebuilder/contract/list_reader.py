"""Lists and checklists: their items, and what may stand in one."""

from __future__ import annotations

import re
from collections.abc import Callable

from sitebuilder.contract.prose import BulletList, Checklist, ListItem, Prose, Runs
from sitebuilder.contract.prose_lines import BULLET, NUMBER, TASK, Line, Reading, ends_paragraph, starts_list

_ITEM = (
    "A list item holds text and further lists only.",
    "Et punkt i en liste kan bare ha tekst og nye lister.",
)
_TASK = ("A point of a checklist holds text only.", "Et punkt i en sjekkliste kan bare ha tekst.")


def read_list(reading: Reading, ordered: bool, inside: Callable[[list[Line]], Prose]) -> BulletList:
    """The list that begins here. ``inside`` reads what stands in an item below its words."""
    items: list[ListItem] = []
    for own, rest in map(_divided, _entries(reading, NUMBER if ordered else BULLET)):
        children = []
        for block in inside(rest):
            if isinstance(block, BulletList):
                children.append(block)
            else:
                reading.refuse(rest[0][0], rest[0][1], *_ITEM)
        items.append(ListItem(_words(reading, own), tuple(children)))
    return BulletList(tuple(items), ordered)


def read_checklist(reading: Reading) -> Checklist:
    """The checklist that begins here."""
    items: list[Runs] = []
    for own, rest in map(_divided, _entries(reading, TASK)):
        if rest:
            reading.refuse(*rest[0], *_TASK)
        items.append(_words(reading, [*own, *rest]))
    return Checklist(tuple(items))


def _entries(reading: Reading, marker: re.Pattern[str]) -> list[list[Line]]:
    """Items as their lines, without marker and indentation; a blank line between two items is let be."""
    entries: list[list[Line]] = []
    while reading.more:
        text = reading.text
        if item := marker.match(text):
            entries.append([(reading.number, item[1])])
        elif not text.strip():
            after = next((t for _, t in reading.lines[reading.at :] if t.strip()), "")
            if not (marker.match(after) or after.startswith("    ")):
                break
        elif text.startswith("    "):
            entries[-1].append((reading.number, text[4:]))
        elif ends_paragraph(text) or starts_list(text):
            break
        else:
            entries[-1].append((reading.number, text))
        reading.at += 1
    return entries


def _divided(entry: list[Line]) -> tuple[list[Line], list[Line]]:
    """An item's own words, and what stands below them from the first list on."""
    first = next((n for n, (_, text) in enumerate(entry) if n and starts_list(text)), len(entry))
    return entry[:first], entry[first:]


def _words(reading: Reading, lines: list[Line]) -> Runs:
    return reading.runs(lines[0][0], "\n".join(text for _, text in lines))
