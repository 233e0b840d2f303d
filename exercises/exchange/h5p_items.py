"""The fields of one H5P question to items."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Any

from exchange.h5p_package import list_at, text_at, value_at
from exchange.names import Names, slug
from exchange.remark import Finding
from exercises.exchange.draft import LONGEST_QUESTION, MOST_ANSWERS
from exercises.exchange.plain import plain_of
from exercises.exchange.remark import remark
from exercises.model import (
    Accepted,
    Choice,
    Gap,
    GapField,
    GapSelect,
    Item,
    MarkWords,
    Match,
    Option,
)

_MARKED = re.compile(r"\*(?P<word>.+)\*(?P<sign>[^*]?)", re.DOTALL)
_SAID = re.compile(r"\\([+-])([^\\]*)")


class Reader:
    """Reads questions that have the title ``where``. ``remarks`` are what was left out of them or refused."""

    def __init__(self, instructions: Mapping[str, str], where: str) -> None:
        self.instructions, self.where = instructions, where
        self.remarks: list[Finding] = []

    def items(self, library: str, params: Any) -> list[Item]:
        """The items of the fields of a content type; none where it is one that has no form here."""
        if value_at(params, "media", "type", "params") or value_at(params, "media", "params"):
            self._cannot("a picture, video or recording", "bilde, video eller opptak")
        match library:
            case "H5P.MultiChoice":
                return self._choice(params)
            case "H5P.Blanks":
                return self._blanks(params)
            case "H5P.DragText":
                return self._drag_text(params)
            case "H5P.MarkTheWords":
                return self._mark_words(params)
        self.remarks.append(remark("X84", where=self.where, library=library or "?"))
        return []

    def _choice(self, params: Any) -> list[Item]:
        *first, stem = self._lines(text_at(params, "question"))
        names, options = Names(set()), []
        answers = list_at(params, "answers")
        for number, answer in enumerate(answers if self._few(len(answers)) else [], 1):
            text = self._line(text_at(answer, "text"))
            said = value_at(answer, "tipsAndFeedback")
            feedback = self._line(text_at(said, "chosenFeedback"))
            if self._line(text_at(said, "tip")) or self._line(text_at(said, "notChosenFeedback")):
                self._cannot("a tip, or feedback for what was not chosen", "tips, eller svar på det som ikke ble valgt")
            an_id = names.fresh(slug(text[:60]) or f"svar-{number}")
            options.append(Option(an_id, text, value_at(answer, "correct") is True, feedback))
        if not options or not stem or not all(option.text for option in options):
            return self._empty()
        instruction = " ".join(first) or self.instructions["choice"]
        return [Choice(id=self._id(), instruction=instruction, stem=stem, options=tuple(options))]

    def _blanks(self, params: Any) -> list[Item]:
        instruction = self._line(text_at(params, "text")) or self.instructions["gap"]
        strict = value_at(params, "behaviour", "caseSensitive") is True
        made: list[Item] = []
        questions = [one for one in list_at(params, "questions") if isinstance(one, str)]
        for question in questions:
            parts = self._between_stars(self._line(question))
            gaps: list[GapField] = []
            text = ""
            for number, part in enumerate(parts):
                if number % 2 == 0 or not part:
                    text += part if number % 2 == 0 else "*"
                    continue
                words, _, tip = part.partition(":")
                name = _name(gaps, len(parts))
                answers = [answer.strip() for answer in words.split("/")]
                gaps.append(GapField(name, tuple(Accepted(a) for a in answers if a), hint=tip.strip()))
                text += f"{{{name}}}"
            if not gaps:
                self._empty()
                continue
            an_id = self._id() if len(questions) == 1 else f"{self._id() or Gap.type}-{len(made) + 1}"
            match = Match(strict_case=strict)
            made.append(Gap(id=an_id, instruction=instruction, text=text, gaps=tuple(gaps), match=match))
        return made

    def _drag_text(self, params: Any) -> list[Item]:
        instruction = self._line(text_at(params, "taskDescription")) or self.instructions["gap-select"]
        parts = self._between_stars(" ".join(html.unescape(self._short(text_at(params, "textField"))).split()))
        gaps: list[GapField] = []
        text = ""
        for number, part in enumerate(parts):
            if number % 2 == 0 or not part:
                text += part if number % 2 == 0 else "*"
                continue
            told = dict(_SAID.findall(part))
            words, _, tip = _SAID.sub("", part).partition(":")
            if told.get("-", "").strip():
                self._cannot("one feedback for every wrong word", "én tilbakemelding for alle gale ord")
            name = _name(gaps, len(parts))
            gaps.append(GapField(name, (Accepted(words.strip(), told.get("+", "").strip()),), hint=tip.strip()))
            text += f"{{{name}}}"
        if not gaps:
            return self._empty()
        decoys = self._between_stars(html.unescape(self._short(text_at(params, "distractors"))))[1::2]
        offered = [*(gap.accept[0].text for gap in gaps), *(_SAID.sub("", d).partition(":")[0].strip() for d in decoys)]
        bank = tuple(dict.fromkeys(filter(None, offered)))
        return [GapSelect(id=self._id(), instruction=instruction, text=text, gaps=tuple(gaps), bank=bank)]

    def _mark_words(self, params: Any) -> list[Item]:
        instruction = self._line(text_at(params, "taskDescription")) or self.instructions["mark-words"]
        words = []
        for word in self._line(text_at(params, "textField")).split(" "):
            marked = _MARKED.fullmatch(word)
            inside = (marked["word"] if marked else word).replace("**", "*")
            words.append(f"[{inside}]{marked['sign']}" if marked else inside)
        text = " ".join(words)
        if "[" not in text:
            return self._empty()
        return [MarkWords(id=self._id(), instruction=instruction, text=text)]

    def _id(self) -> str:
        return slug(self.where)

    def _between_stars(self, text: str) -> list[str]:
        """Text and blanks in turn."""
        parts = text.split("*")
        if len(parts) % 2 == 0:
            self.remarks.append(remark("X12.star", where=self.where, words=text))
        return parts if self._few(len(parts) // 2) else []

    def _few(self, count: int) -> bool:
        if count > MOST_ANSWERS:
            self.remarks.append(remark("X11.answers", where=self.where, count=count, most=MOST_ANSWERS))
        return count <= MOST_ANSWERS

    def _short(self, text: str) -> str:
        if len(text) > LONGEST_QUESTION:
            self.remarks.append(remark("X11.long", where=self.where, most=LONGEST_QUESTION))
            return ""
        return text

    def _lines(self, source: str) -> list[str]:
        read = plain_of(self._short(source))
        if read.has_code:
            self.remarks.append(remark("X11.script", where=self.where))
        for other in read.others:
            self._cannot(f"the element {other}", f"elementet {other}")
        return read.text.split("\n")

    def _line(self, source: str) -> str:
        return " ".join(self._lines(source))

    def _cannot(self, what: str, what_nb: str) -> None:
        self.remarks.append(remark("X83", where=self.where, what=what, what_nb=what_nb))

    def _empty(self) -> list[Item]:
        self.remarks.append(remark("X72", where=self.where))
        return []


def _name(gaps: list[GapField], parts: int) -> str:
    return "ord" if parts <= 3 else f"ord-{len(gaps) + 1}"
