"""A set from GIFT: one of ours that has been elsewhere, or what somebody wrote for Moodle.

An answer that gives a part of the points is a wrong answer with its reason, never a right one. What has no form here
is told with its line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from exchange.cover import LONGEST, Cover
from exchange.names import Names, slug
from exchange.remark import ExchangeError, Finding
from exercises.exchange.draft import MOST_PARTS, Draft, Found, draft_of
from exercises.exchange.gift_questions import WHOLE, WILD, Answer, Kind, Question, Reader, is_number, is_true
from exercises.exchange.gift_text import CATEGORY, Block, blocks_of
from exercises.exchange.gift_writer import BLANK, questions_of
from exercises.exchange.ours import Note, read_note, with_unseen
from exercises.exchange.remark import remark
from exercises.model import (
    Accepted,
    Choice,
    Decoy,
    Gap,
    GapField,
    GapSelect,
    Item,
    KnownError,
    MatchPairs,
    Option,
    Pair,
    Write,
)

_PLACE = re.compile("_{3,}")
_MOODLES = re.compile(r"question: [0-9]+ +name: |\[id:|\[tag:|\[ignore")
"""Comments that Moodle writes about a question."""
_ID_FROM = 60
"""So many characters of an answer make its id."""
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
        self.instructions = instructions
        self.reader = Reader()
        self.remarks: list[Finding] = self.reader.remarks
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
            item = self._item(question)
            if item and note and ours and type(item) is type(ours):
                item = with_unseen(item, ours)
            if item:
                found.append(Found(item, question.line, note.place if note and ours else None))
        return found

    def _item(self, question: Question) -> Item | None:
        weights = [a for a in question.answers if question.kind in (Kind.SHORT, Kind.CHOICE) and 0 < a.weight < WHOLE]
        if not question.several:
            for answer in weights:
                told = {"text": answer.text, "weight": f"{answer.weight:g}"}
                self.remarks.append(remark("X74", line=answer.line, where=question.title, **told))
        if not question.before and not question.after:
            self._left_out(question, "X72.empty")
            return None
        match question.kind:
            case Kind.CHOICE if not question.several and (question.after or _PLACE.search(question.before)):
                return self._gap_select(question)
            case Kind.CHOICE:
                right = 0.0 if question.several else WHOLE - 1
                return self._choice(question, [(a.text, a.weight > right, a.feedback) for a in question.answers])
            case Kind.TRUTH:
                return self._truth(question)
            case Kind.MATCH:
                return self._pairs(question)
            case Kind.SHORT:
                return self._gap(question)
            case Kind.ESSAY:
                instruction, prompt = self._divided(question, "write")
                return Write(
                    id=self._id(question), instruction=instruction, prompt=prompt, explanation=question.general
                )
            case Kind.NUMBER if is_number(question.answers[0]):
                return self._gap(question)
        self._left_out(question, "X71" if question.kind is Kind.NUMBER else "X72")
        return None

    def _left_out(self, question: Question, wording: str) -> None:
        self.remarks.append(remark(wording, line=question.line, where=question.title or question.before[:40]))

    def _id(self, question: Question) -> str:
        return slug(question.title)

    def _divided(self, question: Question, kind: str) -> tuple[str, str]:
        """What to do, and the text it is done with: the last line, where there are several."""
        head, _, text = question.before.rpartition("\n")
        return " ".join(head.split("\n")) or self.instructions[kind], text

    def _choice(self, question: Question, answers: list[tuple[str, bool, str]]) -> Choice:
        names = Names(set())
        options = tuple(
            Option(names.fresh(slug(text[:_ID_FROM]) or f"svar-{number}"), text, is_right, feedback)
            for number, (text, is_right, feedback) in enumerate(answers, 1)
        )
        instruction, stem = self._divided(question, "choice")
        if question.after:
            stem = f"{stem}{BLANK}{question.after}"
        return Choice(
            id=self._id(question),
            instruction=instruction,
            stem=stem,
            options=options,
            explanation=question.general,
        )

    def _truth(self, question: Question) -> Choice:
        answer = question.answers[0]
        right, wrong = answer.other, answer.feedback
        told = [(text, value is is_true(answer)) for text, value in (("Sant", True), ("Usant", False))]
        return self._choice(question, [(text, is_right, right if is_right else wrong) for text, is_right in told])

    def _pairs(self, question: Question) -> MatchPairs:
        return MatchPairs(
            id=self._id(question),
            instruction=" ".join(question.before.split("\n")) or self.instructions["match"],
            pairs=tuple(Pair(a.text, right=a.other) for a in question.answers if a.text),
            decoys=tuple(Decoy(right=a.other) for a in question.answers if not a.text),
            explanation=question.general,
        )

    def _gap_select(self, question: Question) -> GapSelect:
        instruction, text = self._with_gap(question, "gap-select")
        gap = self._gap_field(question)
        return GapSelect(
            id=self._id(question), instruction=instruction, text=text, gaps=(gap,), explanation=question.general
        )

    def _gap(self, question: Question) -> Gap:
        instruction, text = self._with_gap(question, "gap")
        gap = self._gap_field(question)
        return Gap(id=self._id(question), instruction=instruction, text=text, gaps=(gap,), explanation=question.general)

    def _with_gap(self, question: Question, kind: str) -> tuple[str, str]:
        instruction, text = self._divided(question, kind)
        if question.after:
            return instruction, f"{text}{{ord}}{question.after}"
        if _PLACE.search(text):
            return instruction, _PLACE.sub("{ord}", text, count=1)
        return instruction, f"{text} {{ord}}"

    def _gap_field(self, question: Question) -> GapField:
        known: list[Answer] = []
        for answer in question.answers:
            if WILD in answer.text:
                words = answer.text.replace(WILD, "*")
                self.remarks.append(remark("X73", line=answer.line, where=question.title, text=words))
            else:
                known.append(answer)
        return GapField(
            "ord",
            tuple(Accepted(a.text, a.feedback) for a in known if a.weight >= WHOLE),
            tuple(KnownError(a.text, a.feedback) for a in known if a.weight < WHOLE),
        )
