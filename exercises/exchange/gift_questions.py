"""A question of GIFT as a value, read from its block and written to one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from exchange.remark import Finding
from exercises.exchange.draft import LONGEST_QUESTION, MOST_ANSWERS
from exercises.exchange.gift_text import FORMAT, Block, escape, shape, unescape
from exercises.exchange.plain import has_tags, plain_of
from exercises.exchange.remark import remark

_WEIGHT = re.compile(r"%(-?[0-9]{1,3}(?:\.[0-9]{0,9})?)%")
_TRUTHS = {"T": True, "TRUE": True, "F": False, "FALSE": False}
_NUMBER = re.compile(r"-?[0-9]{1,15}(?:[.,][0-9]{1,10})?")
_NAME = 40
_GENERAL = "####"
_ARROW = "->"
_ANY, _RIGHT = re.compile("[=~]"), re.compile("=")
_BLANKS = re.compile(r"[ \t\n]+")
_SPACES = (" ", "\t", "\n")
WHOLE = 100.0


class Kind(StrEnum):
    CHOICE = "multiple choice"
    SHORT = "short answer"
    MATCH = "matching"
    TRUTH = "true or false"
    ESSAY = "essay"
    NUMBER = "numerical"
    DESCRIPTION = "description"


@dataclass(frozen=True)
class Answer:
    """One answer. ``weight`` is what it gives, in per cent; ``other`` is the right side of a pair."""

    text: str
    weight: float = WHOLE
    feedback: str = ""
    other: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Question:
    """A question. ``after`` is the text behind the braces, where one word is missing: there the blanks between it, the
    word and what stands ``before`` count. The answers of one that is ``several`` are all to be ticked."""

    title: str
    kind: Kind
    before: str
    answers: tuple[Answer, ...] = ()
    after: str = ""
    general: str = ""
    several: bool = False
    line: int = field(default=0, compare=False)

    @property
    def name(self) -> str:
        """What a message calls it: its title, or how it begins."""
        return self.title or self.before[:_NAME]


def write_question(question: Question) -> str:
    """The question as a block of lines without a blank one."""
    head = f"::{escape(question.title)}::[plain]{escape(question.before)}"
    if question.kind is Kind.DESCRIPTION:
        return f"{head}\n"
    lines = [_written(question, answer) for answer in question.answers]
    if question.general:
        lines.append(f"{_GENERAL}{escape(question.general)}")
    inside = "".join(f"\n\t{line}" for line in lines)
    after, between = escape(question.after), "" if question.after else " "
    return f"{head}{between}{{{inside}\n}}{after}\n" if lines else f"{head}{between}{{}}{after}\n"


def _written(question: Question, answer: Answer) -> str:
    feedback = f"#{escape(answer.feedback)}" if answer.feedback else ""
    text = escape(answer.text)
    if question.kind is Kind.MATCH:
        return f"={text} {_ARROW} {escape(answer.other)}"
    if question.kind is Kind.SHORT:
        text = escape(_starred(answer.text))
        weight = "" if answer.weight == WHOLE and not text.startswith("%") else f"%{_number(answer.weight)}%"
        return f"={weight}{text}{feedback}"
    if answer.weight == WHOLE and not question.several:
        return f"={text}{feedback}"
    weight = "" if answer.weight == 0 and not text.startswith("%") else f"%{_number(answer.weight)}%"
    return f"~{weight}{text}{feedback}"


def _number(weight: float) -> str:
    return f"{weight:.5f}".rstrip("0").rstrip(".")


def _starred(text: str) -> str:
    """A star of a short answer stands for anything, unless a backslash stands before it."""
    return text.replace("*", "\\*")


class Reader:
    """Reads blocks. ``remarks`` are what was left out of them or refused."""

    def __init__(self) -> None:
        self.remarks: list[Finding] = []

    def question(self, block: Block) -> Question | None:
        """The question of a block; None where its braces make none."""
        if len(block.text) > LONGEST_QUESTION:
            self.remarks.append(remark("X11.long", line=block.line, most=LONGEST_QUESTION))
            return None
        text, signs = block.text, shape(block.text)
        title, start = "", len(text) - len(text.lstrip())
        if signs.startswith("::", start) and signs.find("::", start + 2) > 0:
            end = signs.find("::", start + 2)
            title, start = self._words(text[start + 2 : end], block.line), end + 2
        name = title or " ".join(text[start : start + _NAME].split())
        opening, closing = signs.find("{", start), signs.find("}", start)
        if opening < 0 and closing < 0:
            return Question(title, Kind.DESCRIPTION, self._said(text[start:], block.line), line=block.line)
        if opening < 0 or closing < opening or signs.find("{", opening + 1, closing) > 0:
            self.remarks.append(remark("X11.brace", line=block.line, where=name))
            return None
        if signs.find("{", closing) > 0 or signs.find("}", closing + 1) > 0:
            self.remarks.append(remark("X11.several", line=block.line, where=name))
            return None
        before = self._said(text[start:opening], block.line)
        after = self._words(text[closing + 1 :], block.line)
        if after:  # The word that is missing may stand close to its neighbours.
            before += " " if text[:opening].endswith(_SPACES) else ""
            after = f" {after}" if text[closing + 1 :].startswith(_SPACES) else after
        inside, inner = text[opening + 1 : closing], signs[opening + 1 : closing]
        general = ""
        if _GENERAL in inner:
            at = inner.rindex(_GENERAL)
            general = self._words(inside[at + len(_GENERAL) :], block.line)
            inside, inner = inside[:at], inner[:at]
        line = block.line + text.count("\n", 0, opening)
        kind = _kind(inner)
        answers = tuple(self._answers(kind, inside, inner, line, name))
        several = kind is Kind.CHOICE and "=" not in inner
        return Question(title, kind, before, answers, after, general, several, line=block.line)

    def _answers(self, kind: Kind, inside: str, inner: str, line: int, where: str) -> list[Answer]:
        if kind is Kind.TRUTH:
            parts = self._parts(inside, inner, line)
            return [Answer(parts[0].upper(), feedback=parts[1], other=parts[2], line=line)]
        if kind is Kind.NUMBER:
            number, feedback, _ = self._parts(inside.lstrip()[1:], inner.lstrip()[1:], line)
            return [Answer(number.removeprefix("="), feedback=feedback, line=line)]
        if kind in (Kind.ESSAY, Kind.DESCRIPTION):
            return []
        made, counted = [], 0
        marks = [found.start() for found in (_ANY if kind is Kind.CHOICE else _RIGHT).finditer(inner)]
        if len(marks) > MOST_ANSWERS:
            self.remarks.append(remark("X11.answers", line=line, where=where, count=len(marks), most=MOST_ANSWERS))
            return []
        starts = marks if marks and not inner[: marks[0]].strip() else [-1, *marks]
        for start, end in zip(starts, [*starts[1:], len(inner)]):
            line, counted = line + inner.count("\n", counted, max(start, 0)), max(start, 0)
            sign = inner[start] if start >= 0 else "="
            answer = self._answer(kind, sign, inside[start + 1 : end], inner[start + 1 : end], line)
            if answer is None:
                self.remarks.append(remark("X11.pair", line=line, where=where))
            else:
                made.append(answer)
        return made

    def _answer(self, kind: Kind, sign: str, text: str, signs: str, line: int) -> Answer | None:
        if kind is Kind.MATCH:
            if _ARROW not in signs:
                return None
            at = signs.index(_ARROW)
            other = self._words(text[at + len(_ARROW) :], line)
            return Answer(self._words(text[:at], line), other=other, line=line)
        weight = WHOLE if sign == "=" else 0.0
        lead = len(text) - len(text.lstrip())
        found = _WEIGHT.match(signs, lead) if sign == "~" or kind is Kind.SHORT else None
        if found:
            weight, text, signs = float(found[1]), text[found.end() :], signs[found.end() :]
        words, feedback, _ = self._parts(text, signs, line, 1)
        if kind is Kind.SHORT:
            words = words.replace("\\*", "\0").replace("*", "\1").replace("\0", "*")
        return Answer(words, weight, feedback, line=line)

    def _parts(self, text: str, signs: str, line: int, most: int = 2) -> tuple[str, str, str]:
        """An answer and what is said of it, divided at the first ``most`` number signs."""
        cuts = [-1]
        while len(cuts) <= most and signs.find("#", cuts[-1] + 1) >= 0:
            cuts.append(signs.find("#", cuts[-1] + 1))
        ends = [*cuts[1:], len(text)]
        parts = [self._words(text[start + 1 : end], line) for start, end in zip(cuts, ends)]
        return (*parts, "", "", "")[:3]  # type: ignore[return-value]

    def _said(self, text: str, line: int) -> str:
        """The text of a question. A line break that is spelled is kept, since it sets the task apart."""
        return self._words(text, line, many=True)

    def _words(self, text: str, line: int, *, many: bool = False) -> str:
        text = _BLANKS.sub(" ", text).strip(" ")
        given = FORMAT.match(text)
        text = unescape(text[given.end() :] if given else text)
        if (given and given[1] == "html") or (not given or given[1] == "moodle") and has_tags(text):
            read = plain_of(text)
            if read.has_code:
                self.remarks.append(remark("X11.script", line=line))
            self.remarks += [remark("X79", line=line, what=other) for other in read.others]
            text = read.text
        lines = [_BLANKS.sub(" ", part).strip(" ") for part in text.split("\n")]
        return ("\n" if many else " ").join(filter(None, lines))


def _kind(inner: str) -> Kind:
    bare = inner.strip()
    truth = bare.partition("#")[0].strip().upper()
    if not bare:
        return Kind.ESSAY
    if bare.startswith("#"):
        return Kind.NUMBER
    if "~" in bare:
        return Kind.CHOICE
    if "=" in bare and _ARROW in bare:
        return Kind.MATCH
    return Kind.TRUTH if truth in _TRUTHS else Kind.SHORT


def is_true(answer: Answer) -> bool:
    return _TRUTHS.get(answer.text, False)


def is_number(answer: Answer) -> bool:
    """Whether a numerical answer is one number and no range."""
    return bool(_NUMBER.fullmatch(answer.text))


WILD = "\1"
"""Stands in a short answer for whatever the reader wrote there."""
