"""A set from Anki's text: a card a row, ours or a stranger's. A cloze becomes a gap, every other note a flashcard."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from exchange.cover import UUID, Cover
from exchange.names import slug
from exchange.remark import ExchangeError, Finding
from exercises.exchange.anki_cards import FIELDS, NOTETYPE, Card, cards_of
from exercises.exchange.anki_text import Header, read_header, read_rows
from exercises.exchange.draft import LONGEST_QUESTION, MOST_ANSWERS, MOST_PARTS, Draft, Found, draft_of
from exercises.exchange.ours import KEY, Note, read_note
from exercises.exchange.plain import has_tags, plain_of
from exercises.exchange.remark import remark
from exercises.model import Accepted, Flashcard, Gap, GapField, Item

_SOUND = re.compile(r"\[sound:[^\]\n]{0,200}\]")
_CLOZE = re.compile(r"\{\{c[0-9]{1,3}::([^{}]*)\}\}")


class _Row:
    """A row as a card, its line, and what is noted on its item."""

    def __init__(self, card: Card, line: int) -> None:
        self.card, self.line = card, line
        self.note: Note | None = read_note(card.note, line) if card.note else None


def read_anki(text: str, instructions: Mapping[str, str]) -> Draft:
    """The set of Anki's text. ``instructions`` say what to do where a card does not. Raises `ExchangeError`."""
    header, skip = read_header(text)
    reading = _Reading(header, instructions)
    rows: list[_Row] = []
    for line, cells in read_rows(text, header, skip):
        row = reading.row(cells, line)
        rows += [row] if row else []
        if len(rows) > MOST_PARTS:
            raise ExchangeError([remark("X11.many", line=line, count=len(rows), most=MOST_PARTS)])
    note = read_note(header.note)
    found = reading.found(rows)
    if not found and not any(r.severity == "error" for r in reading.remarks):
        raise ExchangeError([*reading.remarks, remark("X13.none", line=1)])
    cover = note.cover if note and note.cover else Cover(title=header.deck)
    return draft_of(cover, [*(note.rest if note else ()), *found], reading.remarks)


class _Reading:
    def __init__(self, header: Header, instructions: Mapping[str, str]) -> None:
        self.header, self.instructions = header, instructions
        self.remarks: list[Finding] = []

    def row(self, cells: list[str], line: int) -> _Row | None:
        header = self.header
        guid = cells[header.guid] if header.guid is not None and header.guid < len(cells) else ""
        named = {name: n for n, name in enumerate(header.names) if name in FIELDS}
        if "Front" in named and "Back" in named:
            texts = [cells[named[name]] if named.get(name, len(cells)) < len(cells) else "" for name in FIELDS]
        else:
            texts = [cell for n, cell in enumerate(cells) if n not in header.apart]
            kind = cells[header.notetype] if header.notetype is not None and header.notetype < len(cells) else ""
            is_ours = kind == NOTETYPE or _name(guid) or any(KEY in text for text in texts[4:5])
            if not is_ours and any(cell.strip() for cell in texts[3:]):
                self.remarks.append(remark("X86", line=line, count=len(texts)))
            texts = [*texts[: len(FIELDS) if is_ours else 3], *[""] * len(FIELDS)][: len(FIELDS)]
        if any(len(text) > LONGEST_QUESTION for text in texts):
            self.remarks.append(remark("X11.long", line=line, most=LONGEST_QUESTION))
            return None
        front, back, example, task = (self._plain(text, line) for text in texts[:4])
        if not front:
            self.remarks.append(remark("X72.empty", line=line, where=back))
            return None
        return _Row(Card(_name(guid), front, back, example, task, self._note(texts[4])), line)

    def _plain(self, text: str, line: int) -> str:
        if _SOUND.search(text):
            self.remarks.append(remark("X83", line=line, what="a recording", what_nb="et lydopptak"))
            text = _SOUND.sub("", text)
        if self.header.is_html or (self.header.is_html is None and has_tags(text)):
            read = plain_of(text)
            if read.has_code:
                self.remarks.append(remark("X11.script", line=line))
            self.remarks += [remark("X79", line=line, what=other) for other in read.others]
            text = read.text
        return "\n".join(filter(None, (" ".join(part.split(" ")).strip() for part in text.split("\n"))))

    def _note(self, text: str) -> str:
        return html.unescape(text).strip() if self.header.is_html else text.strip()

    def found(self, rows: list[_Row]) -> list[Found]:
        """The items of rows: those of ours that still say what we wrote, and one for each other row."""
        by_name = {row.card.name: row for row in rows if row.card.name}
        ours: dict[int, Found] = {}
        places: set[int] = set()
        used: set[int] = set()
        for number, row in enumerate(rows):
            if row.card.note and not row.note:
                self.remarks.append(remark("X82", line=row.line))
            if not row.note or not row.note.item or row.note.place in places:
                continue
            places.add(row.note.place)
            wrote = cards_of(row.note.item)
            theirs = [by_name.get(card.name) for card in wrote] if row.card.name else rows[number : number + len(wrote)]
            if [one.card.seen for one in theirs if one] == [card.seen for card in wrote]:
                ours[id(row)] = Found(row.note.item, row.line, row.note.place)
                used |= {id(one) for one in theirs}
            else:
                self.remarks.append(remark("X81", line=row.line, where=row.note.item.id, form="Anki"))
        made = (
            ours.get(id(row)) or Found(self._item(row), row.line, row.note.place if row.note else None)
            for row in rows
            if id(row) in ours or id(row) not in used
        )
        return list(made)

    def _item(self, row: _Row) -> Item:
        card = row.card
        front, back = (" ".join(text.split("\n")) for text in (card.front, card.back))
        an_id = slug(card.name) or slug(front)
        cloze = [part.partition("::") for part in _CLOZE.findall(front)]
        if len(cloze) > MOST_ANSWERS:
            count = len(cloze)
            self.remarks.append(remark("X11.answers", line=row.line, where=an_id, count=count, most=MOST_ANSWERS))
            cloze = []
        if cloze:
            names = ["ord"] if len(cloze) == 1 else [f"ord-{n}" for n in range(1, len(cloze) + 1)]
            each = iter(names)
            gaps = (GapField(name, (Accepted(text),), hint=hint) for name, (text, _, hint) in zip(names, cloze))
            text = _CLOZE.sub(lambda _: f"{{{next(each)}}}", front)
            task = card.task or self.instructions["gap"]
            return Gap(id=an_id, instruction=task, text=text, gaps=tuple(gaps), explanation=back)
        example = " ".join(card.example.split("\n"))
        task = " ".join(card.task.split("\n")) or self.instructions["flashcard"]
        return Flashcard(id=an_id, instruction=task, front=front, back=back, example=example)


def _name(guid: str) -> str:
    """The name of a card of ours in its id; empty for a stranger's, whose id says nothing."""
    owner, _, name = guid.partition("/")
    return name if UUID.fullmatch(owner) else ""
