"""Exercise documents and the formats of other programs: from file to document and back."""

from __future__ import annotations

import datetime as dt
import uuid
from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping
from dataclasses import replace

from exchange.cover import Cover
from exchange.intake import text_of
from exchange.remark import ExchangeError, Finding, Remark
from exercises.checks import check_items
from exercises.exchange.anki_cards import deck_of
from exercises.exchange.anki_package import write_apkg
from exercises.exchange.anki_reader import read_anki
from exercises.exchange.anki_text import write_anki
from exercises.exchange.draft import Draft, Part, Prose
from exercises.exchange.gift_reader import read_gift
from exercises.exchange.gift_writer import write_gift
from exercises.exchange.h5p_reader import read_h5p
from exercises.exchange.h5p_writer import write_h5p, write_package
from exercises.exchange.remark import remark
from exercises.model import Item
from sitebuilder.contract.document import Document, ExerciseSet
from sitebuilder.contract.exercise_reader import FENCE
from sitebuilder.contract.front_matter import front_matter_values
from sitebuilder.contract.front_matter_yaml import dump
from sitebuilder.contract.problems import Problem, errors
from sitebuilder.contract.prose_writer import write_block
from sitebuilder.contract.reader import decode, read_data, read_document
from sitebuilder.contract.rooms import from_findings
from sitebuilder.contract.writer import write_document
from sitebuilder.exchange_files import Taken, UnreadableError, format_of, front_yaml

SETS = ("gift", "h5p", "anki")
"""What is read; ``anki`` is its text, with a card on each line."""
STRINGS = ("csv", "po")
FORMATS = (*SETS, *STRINGS)
BINARY = ("apkg",)
MADE = (*FORMATS, *BINARY)
_ENDINGS = {
    ".gift": "gift",
    ".h5p": "h5p",
    ".json": "h5p",
    ".anki.csv": "anki",
    ".anki.txt": "anki",
    ".tsv": "anki",
    ".csv": "csv",
    ".po": "po",
}
_MINUTES_AN_ITEM = 1.5
_MISSING = "C04"
"""A file that lacks a field is a draft, which the check tells about."""


def format_of_file(name: str, wanted: str | None, data: bytes) -> str:
    """The format of a file by its ending and first line, or the one asked for. Raises `ExchangeError`."""
    if not wanted and data[:200].removeprefix(BOM_UTF8).startswith(b"#separator:"):
        return "anki"
    return format_of(name, wanted, _ENDINGS, FORMATS)


def format_to_make(name: str, wanted: str | None) -> str:
    """The format to write by the name of the file, or the one asked for. Raises `ExchangeError`."""
    return format_of(name, wanted, {**_ENDINGS, ".apkg": "apkg", ".txt": "gift"}, MADE)


def read_set_file(data: bytes, kind: str, instructions: Mapping[str, str]) -> Draft:
    """The set of a file in one of the formats `SETS`. Raises `ExchangeError`.

    ``instructions`` are what an item asks for where the file does not say, by type.
    """
    if kind == "gift":
        return read_gift(text_of(data), instructions)
    if kind == "h5p":
        return read_h5p(data, instructions)
    if kind == "anki":
        return read_anki(text_of(data), instructions)
    raise ExchangeError([remark("X01.format", known=", ".join(SETS))])


def write_set_file(
    document: Document, kind: str, now: dt.datetime, *, packed: bool = False
) -> tuple[bytes, tuple[Remark, ...]]:
    """A set in one of the formats `SETS` or `BINARY`, and what that cannot carry. Raises `ExchangeError`.

    ``packed`` makes an ``.h5p`` package of H5P's content.
    """
    cover, parts = cover_of(document), parts_of(document)
    text = ""
    lost: tuple[Remark, ...] = ()
    if kind == "gift":
        text, lost = write_gift(cover, parts)
        return text.encode(), lost
    if kind == "h5p":
        text, lost = write_h5p(cover, parts)
        return (write_package(text, cover) if packed else text.encode()), lost
    deck = deck_of(cover, parts, returns=kind == "anki")
    if kind == "anki":
        text, lost = write_anki(cover, deck)
        return text.encode(), lost
    if kind == "apkg":
        return write_apkg(cover, deck, int(now.timestamp())), deck.lost
    raise ExchangeError([remark("X01.format", known=", ".join(SETS))])


def placed(lost: Iterable[Remark], document: Document, data: bytes) -> tuple[Remark, ...]:
    """Remarks about items with the line each begins on in the file."""
    text, _ = decode(data)
    fences = (number for number, line in enumerate((text or "").split("\n"), 1) if line.rstrip() == FENCE)
    assert isinstance(document.body, ExerciseSet)
    lines = dict(zip((item.id for item in document.body.items), fences))
    return tuple(replace(one, line=lines.get(one.where, 0)) for one in lost)


def document_of(data: bytes, path: str) -> tuple[Document, tuple[Problem, ...]]:
    """The set of a file that can be written out, and its problems. Raises `UnreadableError`.

    A draft that breaks rules of the items may be taken out; one that cannot be read may not, because something in it
    would be lost.
    """
    document, problems = read_data(data, path)
    if document is None or loses_words(problems) or not isinstance(document.body, ExerciseSet):
        raise UnreadableError(problems)
    return document, problems


def loses_words(problems: tuple[Problem, ...]) -> bool:
    """Whether there are errors besides those of items that were read: E01–E19 and E30–E49."""
    return any(not p.code.startswith(("E0", "E1", "E3", "E4")) for p in errors(problems))


def cover_of(document: Document) -> Cover:
    front = document.front
    return Cover(front.title, front.id, document.language, dump(front_matter_values(front)))


def parts_of(document: Document) -> tuple[Part, ...]:
    """The parts of a set as they go out: prose as Markdown."""
    assert isinstance(document.body, ExerciseSet)
    return tuple(part if isinstance(part, Item) else Prose(write_block(part)) for part in document.body.parts)


def take_in(draft: Draft, path: str, today: dt.date) -> Taken:
    """The file a draft becomes at ``path``, in the canonical form where it can be had.

    Raises `UnreadableError` where what stood above the set, or an item, could not be read again from that file.
    """
    front = draft.cover.front or _placeholders(draft, today)
    text = f"---\n{front}---\n\n{draft.body}"
    document, problems = read_document(text, path)
    if document and not errors(problems):
        text = write_document(document)
        document, problems = read_document(text, path)
    if loses_words(tuple(p for p in problems if p.code != _MISSING)):
        raise UnreadableError(problems)
    return Taken(text, (*(p.at(path) for p in from_findings(draft.remarks)), *problems))


def draft_problems(draft: Draft) -> tuple[Problem, ...]:
    """What is wrong with a set in another program's file, each with its line there."""
    found: list[Finding] = [*draft.remarks, *check_items(draft.items, draft.places)]
    return from_findings(sorted(found, key=lambda f: (f.line, f.code)))


def _placeholders(draft: Draft, today: dt.date) -> str:
    known = {
        "id": draft.cover.id or str(uuid.uuid4()),
        "type": "exercise",
        "title": draft.cover.title[:80] or None,
        "summary": None,
        "audience": "mentee",
        "topics": None,
        "level": None,
        "minutes": min(max(1, round(len(draft.items) * _MINUTES_AN_ITEM)), 90),
        "mentor": None,
        "can_do": None,
        "together": None,
        "published_on": today,
        "updated_on": today,
        "translation": "source",
    }
    return front_yaml(known)
