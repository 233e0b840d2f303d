"""A set from H5P: a Question Set or a Column, or one Multiple Choice, Blanks, Drag Text or Mark the Words.

A question that still says what we wrote is taken as we wrote it. Of every other the texts and answers are read; what
has no form here is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from exchange.cover import Cover
from exchange.h5p_package import content_of, list_at, text_at, value_at
from exchange.remark import ExchangeError, Finding
from exercises.exchange.draft import MOST_PARTS, Draft, Found, draft_of
from exercises.exchange.h5p_items import Reader
from exercises.exchange.h5p_questions import question_of
from exercises.exchange.ours import Note, read_note, with_unseen
from exercises.exchange.plain import plain_of
from exercises.exchange.remark import remark
from exercises.model import Item


def read_h5p(data: bytes, instructions: Mapping[str, str]) -> Draft:
    """The set of ``content.json`` or of an ``.h5p`` package. Raises `ExchangeError`.

    ``instructions`` say what to do where a question does not, by type of item.
    """
    content, main = content_of(data)
    return _Reading(instructions).draft(content, main)


def kind_of(content: Any) -> str:
    """The content type a ``content.json`` is made for, by its fields; empty where it is none of those known here."""
    questions = list_at(content, "questions")
    if questions:
        return "H5P.Blanks" if isinstance(questions[0], str) else "H5P.QuestionSet"
    if list_at(content, "answers") and text_at(content, "question"):
        return "H5P.MultiChoice"
    if list_at(content, "content"):
        return "H5P.Column"
    if text_at(content, "textField"):
        drags = any(key in content for key in ("distractors", "dropZoneIndex", "checkAnswer"))
        return "H5P.DragText" if drags else "H5P.MarkTheWords"
    return ""


def _questions(content: Any, kind: str) -> Iterator[dict[str, Any]]:
    """The questions inside, each with its library, its fields and what is noted of it."""
    if kind == "H5P.QuestionSet":
        yield from (one for one in list_at(content, "questions") if isinstance(one, dict))
    elif kind == "H5P.Column":
        inside = (value_at(one, "content") for one in list_at(content, "content"))
        yield from (one for one in inside if isinstance(one, dict))
    else:
        yield {"library": kind, "params": content}


class _Reading:
    def __init__(self, instructions: Mapping[str, str]) -> None:
        self.instructions = instructions
        self.remarks: list[Finding] = []
        self.cover: Cover | None = None
        self.rest: tuple[Found, ...] = ()

    def draft(self, content: Any, main: str) -> Draft:
        asked = list(_questions(content, main or kind_of(content)))
        if len(asked) > MOST_PARTS:
            raise ExchangeError([remark("X11.many", count=len(asked), most=MOST_PARTS)])
        found: list[Found] = []
        taken: set[int] = set()
        for one in asked:
            note = self._note(one)
            found += self._found(one, note if note and note.place not in taken else None)
            taken |= {note.place} if note else set()
        if not found and not any(r.severity == "error" for r in self.remarks):
            raise ExchangeError([*self.remarks, remark("X12.none")])
        title = " ".join(plain_of(text_at(content, "introPage", "title")).text.split())
        cover = self.cover or Cover(title=title)
        return draft_of(cover, [*self.rest, *found], self.remarks)

    def _note(self, one: dict[str, Any]) -> Note | None:
        of_item: Note | None = None
        for line in text_at(one, "metadata", "authorComments").split("\n"):
            note = read_note(line)
            if note and note.item:
                of_item = note
            elif note and self.cover is None:
                self.cover, self.rest = note.cover, note.rest
            elif line.strip() and not note:
                self.remarks.append(remark("X82" if "mentor-toolbox" in line else "X80", words=line))
        return of_item

    def _found(self, one: dict[str, Any], note: Note | None) -> list[Found]:
        library = text_at(one, "library").partition(" ")[0]
        title = text_at(one, "metadata", "title")
        reader = Reader(self.instructions, title)
        items = reader.items(library, value_at(one, "params"))
        ours = note.item if note else None
        if note and ours:
            if _same(items, ours, self.instructions, title):
                return [Found(ours, 0, note.place)]
            self.remarks.append(remark("X81", where=ours.id, form="H5P"))
            items = [with_unseen(item, ours) if type(item) is type(ours) else item for item in items]
        self.remarks += reader.remarks
        return [Found(item, 0, note.place if note else None) for item in items]


def _same(found: list[Item], ours: Item, instructions: Mapping[str, str], title: str) -> bool:
    """Whether a question still shows what we wrote, whatever else H5P has added to it."""
    wrote = question_of(ours)
    return wrote is not None and Reader(instructions, title).items(wrote.library[0], wrote.params) == found
