"""A question of GIFT to the item that asks the same."""

from __future__ import annotations

import re
from collections.abc import Mapping

from exchange.names import Names, slug
from exchange.remark import Finding
from exercises.exchange.gift_questions import WHOLE, WILD, Answer, Kind, Question, is_number, is_true
from exercises.exchange.gift_writer import BLANK
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
_ID_FROM = 60
"""So many characters of an answer make its id."""


class Items:
    """Makes items. ``instructions`` say what to do where a question does not, by type; ``remarks`` gets what is left
    out."""

    def __init__(self, instructions: Mapping[str, str], remarks: list[Finding]) -> None:
        self.instructions, self.remarks = instructions, remarks

    def item(self, question: Question) -> Item | None:
        """The item of a question; None where it has no form here."""
        if not _is_shared(question):
            for answer in question.answers:
                if 0 < answer.weight < WHOLE:
                    told = {"text": answer.text, "weight": f"{answer.weight:g}"}
                    self.remarks.append(remark("X74", line=answer.line, where=question.name, **told))
        if not question.before and not question.after:
            self._left_out(question, "X72.empty")
            return None
        match question.kind:
            case Kind.CHOICE if not question.several and (question.after or _PLACE.search(question.before)):
                return self._gap_select(question)
            case Kind.CHOICE:
                shared = _is_shared(question)
                right = (a.weight > 0 if shared else a.weight >= WHOLE for a in question.answers)
                answers = [(a.text, is_right, a.feedback) for a, is_right in zip(question.answers, right)]
                return self._choice(question, answers)
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
        self.remarks.append(remark(wording, line=question.line, where=question.name))

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
                self.remarks.append(remark("X73", line=answer.line, where=question.name, text=words))
            else:
                known.append(answer)
        return GapField(
            "ord",
            tuple(Accepted(a.text, a.feedback) for a in known if a.weight >= WHOLE),
            tuple(KnownError(a.text, a.feedback) for a in known if a.weight < WHOLE),
        )


def _is_shared(question: Question) -> bool:
    """Whether several answers, all to be ticked, share the whole; else one that gives a part is not right."""
    return question.several and abs(sum(max(a.weight, 0) for a in question.answers) - WHOLE) < 1
