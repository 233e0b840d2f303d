"""The text that Anki imports and exports: lines that say how it is built, then a note on each row.

``#separator``, ``#html``, ``#columns`` and the columns of id, deck, note type and tags are those of Anki's manual.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from exchange.cover import Cover
from exchange.csv_cells import BrokenError, rows_of
from exchange.remark import ExchangeError, Remark
from exercises.exchange.anki_cards import FIELDS, NOTETYPE, Deck, guid_of
from exercises.exchange.ours import KEY
from exercises.exchange.remark import remark

_SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t", "space": " ", "pipe": "|", "colon": ":"}
_GUESSED = "\t;,"
_COLUMN = re.compile(r"(guid|deck|notetype|tags) column")
_FORMULA = ("=", "+", "-", "@")


@dataclass(frozen=True)
class Header:
    """What the lines above the rows say. ``apart`` are the places, from 0, of columns that are no fields."""

    separator: str
    is_html: bool | None = None
    names: tuple[str, ...] = ()
    guid: int | None = None
    notetype: int | None = None
    apart: frozenset[int] = field(default=frozenset())
    note: str = ""
    deck: str = ""


def write_anki(cover: Cover, deck: Deck) -> tuple[str, tuple[Remark, ...]]:
    """The text, and the remarks on cards that a spreadsheet would compute. Such signs must stay as they are: Anki
    would show whatever were put before them."""
    made = io.StringIO()
    title = " ".join(cover.title.replace("::", ":").split()) or "Sett"
    made.write(f"#separator:Semicolon\n#html:false\n#notetype:{NOTETYPE}\n")
    made.write(f"#deck:Mentor Toolbox::{title}\n#guid column:1\n#columns:{';'.join(('GUID', *FIELDS))}\n")
    made.write(f"#{KEY}:{deck.note}\n")
    writer = csv.writer(made, delimiter=";", lineterminator="\n")
    lost = [*deck.lost]
    for card in deck.cards:
        writer.writerow((guid_of(cover, card), *card.fields))
        risky = next((text for text in card.fields if text.startswith(_FORMULA)), "")
        lost += [remark("X85", where=card.name, text=risky)] if risky else []
    return made.getvalue(), tuple(lost)


def read_header(text: str) -> tuple[Header, int]:
    """What stands above the rows, and how many lines that takes. Raises `ExchangeError`."""
    said: dict[str, str] = {}
    count = 0
    lines = text.split("\n", 50)
    for line in lines:
        if not line.startswith("#"):
            break
        count += 1
        key, _, value = line[1:].partition(":")
        said.setdefault(key.strip().casefold(), value)
    separator = _separator(said.get("separator", ""), lines[count] if count < len(lines) else "")
    apart: dict[str, int] = {}
    for key, value in said.items():
        found = _COLUMN.fullmatch(key)
        if found:
            number = value.strip()
            if not re.fullmatch("[1-9][0-9]?", number):
                raise ExchangeError([remark("X13.column", line=1, what=f"#{key}:{value}")])
            apart[found[1]] = int(number) - 1
    names = tuple(name.strip() for name in said["columns"].split(separator)) if "columns" in said else ()
    html = said.get("html", "").strip().casefold()
    return (
        Header(
            separator,
            {"true": True, "false": False}.get(html),
            names,
            apart.get("guid"),
            apart.get("notetype"),
            frozenset(apart.values()),
            said.get(KEY, ""),
            said.get("deck", "").split("::")[-1].strip(),
        ),
        count,
    )


def _separator(named: str, row: str) -> str:
    if not named:
        return next((sign for sign in _GUESSED if sign in row), "\t")
    sign = _SEPARATORS.get(named.strip().casefold(), named if len(named) == 1 else "")
    if not sign or sign in "\"'\\#" or sign.isalnum():
        raise ExchangeError([remark("X13.separator", line=1, found=named, known=", ".join(_SEPARATORS))])
    return sign


def read_rows(text: str, header: Header, skip: int) -> Iterator[tuple[int, list[str]]]:
    """The rows, each with its line. Raises `ExchangeError`."""
    rows = text.split("\n", skip)[-1]
    try:
        for line, cells in rows_of(rows, header.separator):
            if not cells[0].startswith("#"):
                yield line + skip, cells
    except BrokenError as error:
        raise ExchangeError([remark("X13.broken", line=error.line + skip, why=error)]) from None
