"""Markdown to prose, strictly: what the contract does not know is a problem with its line.

Every problem leaves the text readable: what is not understood is taken as plain text, so that nothing a
person wrote is lost while she mends it.
"""

from __future__ import annotations

import re

from sitebuilder.contract.escape import unescape
from sitebuilder.contract.list_reader import read_checklist, read_list
from sitebuilder.contract.problems import Problem, problem
from sitebuilder.contract.prose import (
    KINDS,
    VARIANTS,
    Admonition,
    Block,
    Image,
    Paragraph,
    Prose,
    Runs,
    Subheading,
    Table,
    make_prose,
    one_line,
)
from sitebuilder.contract.prose_lines import (
    BOX,
    BULLET,
    HEADING,
    ID,
    IMAGE,
    TABLE_RULE,
    TASK,
    Line,
    Reading,
    ends_paragraph,
    starts_list,
)

__all__ = ["Line", "read_lines", "read_prose"]

DEEPEST = 6
"""So many boxes and lists may stand inside each other; far more than a phone has room to show."""

_CELL = re.compile(r"(?<!\\)((?:\\\\)*)\|")
_CODE = "Code is not used here; write it as ordinary text.", "Kode brukes ikke her; skriv det som vanlig tekst."
_FOREIGN = {
    "```": _CODE,
    "~~~": _CODE,
    ">": (
        "Block quotes are not used here; use a box, such as !!! note.",
        "Sitatblokker brukes ikke; bruk en boks, som !!! note.",
    ),
    "---": ("Lines across the page are not used; use a heading.", "Skillelinjer brukes ikke; bruk en overskrift."),
    "===": (
        "Underlined headings are not used; begin the line with ##.",
        "Understrekede overskrifter brukes ikke; begynn linjen med ##.",
    ),
    "    ": (
        "Indented text is not used here; begin the line at its edge.",
        "Innrykket tekst brukes ikke her; begynn linjen i margen.",
    ),
}
_BLANK_LINE = (
    "Put a blank line before a list or a table.",
    "Sett en tom linje foran en liste eller en tabell.",
)
_TOO_DEEP = (
    "Put fewer boxes and lists inside each other.",
    "Legg færre bokser og lister inni hverandre.",
)


def read_prose(text: str, first_line: int = 1) -> tuple[Prose, tuple[Problem, ...]]:
    """The prose that ``text`` says, in normal form, and what is wrong with it."""
    return read_lines(list(enumerate(text.split("\n"), first_line)))


def read_lines(lines: list[Line], depth: int = 0) -> tuple[Prose, tuple[Problem, ...]]:
    """As `read_prose`, for lines that know their numbers and stand ``depth`` boxes or lists deep."""
    reading = Reading([(number, text.expandtabs(4)) for number, text in lines], depth)
    if depth > DEEPEST and lines:
        reading.refuse(*lines[0], *_TOO_DEEP)
        words = reading.runs(lines[0][0], "\n".join(text for _, text in reading.lines))
        return make_prose([Paragraph(words)]), tuple(reading.problems)
    blocks: list[Block] = []
    while reading.more:
        if not reading.text.strip():
            reading.at += 1
            continue
        blocks.append(_block(reading))
    return make_prose(blocks), tuple(reading.problems)


def _block(reading: Reading) -> Block:
    text = reading.text
    if heading := HEADING.match(text):
        return _subheading(reading, heading)
    if box := BOX.match(text):
        return _admonition(reading, box)
    if TASK.match(text):
        return read_checklist(reading)
    if starts_list(text):
        return read_list(reading, not BULLET.match(text), lambda lines: _inside(reading, lines))
    if image := IMAGE.match(text):
        return _image(reading, image)
    if _starts_table(reading):
        return _table(reading)
    return _paragraph(reading)


def _inside(reading: Reading, lines: list[Line]) -> Prose:
    blocks, problems = read_lines(lines, reading.depth + 1)
    reading.problems.extend(problems)
    return blocks


def _subheading(reading: Reading, heading: re.Match[str]) -> Block:
    marks, title, id = heading.groups()
    number = reading.number
    reading.at += 1
    if len(marks) != 3:
        reading.refuse(number, marks, f"Use ### here, not {marks}.", f"Bruk ### her, ikke {marks}.")
    if not id or not ID.match(id):
        reading.problems.append(problem("C15", number, title=title))
    if not one_line(unescape(title)):
        reading.refuse(number, marks, "Give the heading words.", "Gi overskriften ord.")
    return Subheading(id or "", unescape(title))


def _admonition(reading: Reading, box: re.Match[str]) -> Admonition:
    marks, words, title = box.groups()
    number = reading.number
    kind, *variants = words.split()
    variant = variants[0] if kind == "example" and variants and variants[0] in VARIANTS else ""
    if kind not in KINDS or len(variants) > bool(variant):
        known = ", ".join((*KINDS, *(f"example {v}" for v in VARIANTS)))
        reading.problems.append(problem("C14", number, kind=words, known=known))
    reading.at += 1
    body: list[Line] = []
    while reading.more and (not reading.text.strip() or reading.text.startswith("    ")):
        body.append((reading.number, reading.text[4:] if reading.text.strip() else ""))
        reading.at += 1
    return Admonition(
        kind if kind in KINDS else "note",
        unescape(title or ""),
        _inside(reading, body),
        "good" if variant == "good" else "weak" if variant == "weak" else "",
        marks == "???",
    )


def _image(reading: Reading, image: re.Match[str]) -> Image:
    alt = unescape(image[1])
    if not one_line(alt):
        reading.problems.append(problem("C16", reading.number))
    reading.at += 1
    return Image(image[2], alt)


def _starts_table(reading: Reading) -> bool:
    below = reading.lines[reading.at + 1][1] if reading.at + 1 < len(reading.lines) else ""
    return reading.text.startswith("|") and bool(TABLE_RULE.match(below))


def _table(reading: Reading) -> Table:
    rows: list[tuple[Runs, ...]] = []
    while reading.more and reading.text.startswith("|"):
        if len(rows) == 1 and TABLE_RULE.match(reading.text):
            reading.at += 1
            continue
        cells = [cell.strip() for cell in _CELL.sub("\\1\0", reading.text.strip()).split("\0")[1:]]
        cells = cells[:-1] if cells and not cells[-1] else cells
        rows.append(tuple(reading.runs(reading.number, cell) for cell in cells))
        reading.at += 1
    return Table(rows[0], tuple(rows[1:]))


def _paragraph(reading: Reading) -> Paragraph:
    number = reading.number
    lines: list[str] = []
    while reading.more and reading.text.strip():
        text = reading.text
        if lines and ends_paragraph(text):
            break
        if lines and (starts_list(text) or _starts_table(reading)):
            reading.refuse(reading.number, text, *_BLANK_LINE)
        for sign, how in _FOREIGN.items():
            if text.startswith(sign) and not (lines and sign == "    "):
                reading.refuse(reading.number, text, *how)
                break
        lines.append(text)
        reading.at += 1
    return Paragraph(reading.runs(number, "\n".join(lines)))
