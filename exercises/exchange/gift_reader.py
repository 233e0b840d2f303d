"""A set from GIFT: one of ours that has been elsewhere, or what somebody wrote for Moodle.

An answer that gives a part of the points is a wrong answer with its reason, never a right one. What has no form here
is told with its line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from exchange.cover import LONGEST, Cover
from exchange.remark import ExchangeError, Finding
from exercises.exchange.draft import MOST_PARTS, Draft, Found, draft_of
from exercises.exchange.gift_items import Items
from exercises.exchange.gift_questions import Question, Reader
from exercises.exchange.gift_text import CATEGORY, Block, blocks_of
from exercises.exchange.gift_writer import questions_of
from exercises.exchange.ours import Note, read_note, with_unseen
from exercises.exchange.remark import remark

_MOODLES = re.compile(r"question: [0-9]+ +name: |\[id:|\[tag:|\[ignore")
"""Comments that Moodle writes about a question."""
_MOST_TEXT = 3 * LONGEST
"""More than this, and it would be too long without its HTML too."""
_NO_ID = Cover()


def read_gift(text: str, instructions: Mapping[str, str]) -> Draft:
    """The set of a file. ``instructions`` say what to do where a question does not, by type of item.

    Raises `ExchangeError` with every line that cannot be read.
    """
    return _Reading(instructions).draft(text)


class _Reading:
    def __init__(self, instructions: Mapping[str, str]) -> None:
        self.reader = Reader()
        self.remarks: list[Finding] = self.reader.remarks
        self.items = Items(instructions, self.remarks)
        self.cover: Cover | None = None
        self.category = ""
        self.rest: tuple[Found, ...] = ()

    def draft(self, text: str) -> Draft:
        asked: list[tuple[Question, Note | None]] = []
        length = 0
        for block in blocks_of(text):
            note = self._notes(block)
            length += len(block.text)
            if length > _MOST_TEXT:
                raise ExchangeError([remark("X01.long", line=block.line)])
            if block.text.startswith(CATEGORY):
                self._category(block)
            elif block.text:
                question = self.reader.question(block)
                asked += [(question, note)] if question else []
            if len(asked) > MOST_PARTS:
                raise ExchangeError([remark("X11.many", line=block.line, count=len(asked), most=MOST_PARTS)])
        found = self._found(asked)
        if not found and not any(r.severity == "error" for r in self.remarks):
            raise ExchangeError([*self.remarks, remark("X11.none", line=1)])
        cover = self.cover or _NO_ID
        cover = replace(cover, title=cover.title or self.category)
        return draft_of(cover, [*self.rest, *found], self.remarks)

    def _notes(self, block: Block) -> Note | None:
        """Our note on the question of a block. Comments of others are told."""
        of_item: Note | None = None
        for words, line in block.comments:
            note = read_note(words, line)
            if note and note.item:
                of_item = note
            elif note and self.cover is None:
                self.cover, self.rest = note.cover, note.rest
            elif words and not note and not _MOODLES.match(words):
                self.remarks.append(remark("X82" if "mentor-toolbox" in words else "X80", line=line, words=words))
        return of_item

    def _category(self, block: Block) -> None:
        path = block.text.removeprefix(CATEGORY).strip()
        name = re.split(r"(?<!/)/(?!/)", path)[-1].replace("//", "/").strip()
        if self.category and name != self.category:
            self.remarks.append(remark("X78", line=block.line, name=path))
        self.category = self.category or name

    def _found(self, asked: list[tuple[Question, Note | None]]) -> list[Found]:
        found: list[Found] = []
        taken: set[int] = set()
        at = 0
        while at < len(asked):
            question, note = asked[at]
            at += 1
            ours = note.item if note and note.place not in taken else None
            if note and ours:
                wrote = questions_of(ours)
                taken.add(note.place)
                if wrote and [one for one, _ in asked[at - 1 : at - 1 + len(wrote)]] == wrote:
                    at += len(wrote) - 1
                    found.append(Found(ours, question.line, note.place))
                    continue
                self.remarks.append(remark("X81", line=question.line, where=ours.id, form="GIFT"))
            item = self.items.item(question)
            if item and note and ours and type(item) is type(ours):
                item = with_unseen(item, ours)
            if item:
                found.append(Found(item, question.line, note.place if note and ours else None))
        return found
