"""A story from ink of the simple kind: knots, choices and diverts. Logic is refused with its line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from exchange.cover import Cover
from exchange.names import Names
from exchange.remark import ExchangeError, Finding, refuse
from scenarios.exchange.draft import Draft, Sheet
from scenarios.exchange.foreign import foreign_lines
from scenarios.exchange.ink_words import LOGIC, blotted, decode, id_of_knot
from scenarios.exchange.ink_writer import FRONT, OURS
from scenarios.exchange.remark import remark
from scenarios.model import Outcome, Quality

_KNOT = re.compile(r"[ \t]*={2,}[ \t]*(?P<name>\w+)[ \t]*(?:=+[ \t]*)?")
_CHOICE = re.compile(r"[ \t]*(?P<marks>[*+](?:[ \t]*[*+])*)[ \t]*(?P<words>.*)")
_OUR_END = re.compile(r"->[ \t]*END[ \t]*//[ \t]*->(?:[ \t]+(?P<target>[a-z0-9-]+))?[ \t]*")
_FACT = re.compile(r"// (?P<key>title|id|language|start):(?: (?P<value>.*))?")
_ENDS = ("END", "DONE")
_LABEL_END = re.compile(r"\]")
_QUALITIES, _OUTCOMES = set(map(str, Quality)), set(map(str, Outcome))


@dataclass
class _Part:
    """A knot or a choice: its words, its tags, its text, and the ways out of it."""

    title: str
    line: int
    tags: dict[str, str] = field(default_factory=dict)
    lines: list[tuple[str, int]] = field(default_factory=list)
    choices: list[_Part] = field(default_factory=list)
    target: str | None = None
    """The knot it diverts to, empty for an end, None where it does not divert."""
    target_is_id: bool = False


def read_ink(text: str, *, onward: str = "Gå videre") -> Draft:
    """The story an ink file tells. Raises `ExchangeError` with every line that is not taken in."""
    reading = _Reading(text, onward)
    reading.read()
    if not reading.knots:
        raise ExchangeError([*reading.remarks, remark("X06.none", line=1)])
    refuse(reading.remarks)
    return reading.draft()


class _Reading:
    def __init__(self, text: str, onward: str) -> None:
        self.source, self.onward = text.split("\n"), onward
        self.ours = self.source[0].strip() == OURS
        self.remarks: list[Finding] = []
        self.knots: dict[str, _Part] = {}
        self.lead = _Part("", 1)
        self.facts: dict[str, str] = {}
        self.front: list[str] = []

    def read(self) -> None:
        part = knot = self.lead
        in_comment = False
        for number, raw in enumerate(self.source, 1):
            if self.ours and number > 1 and self._about(raw):
                continue
            line, in_comment = self._without_comments(raw, number, in_comment)
            logic = LOGIC.search(blotted(line))
            header = _KNOT.fullmatch(line)
            choice = _CHOICE.fullmatch(line)
            if logic:
                self.remarks.append(remark("X06.logic", line=number, code=line[logic.start() :]))
            elif header:
                name = header["name"]
                if name in self.knots:
                    self.remarks.append(remark("X06.twice", line=number, where=name))
                part = knot = self.knots[name] = _Part(name, number)
            elif choice:
                part = self._choice(knot, choice, number, raw)
            else:
                self._text(part, line, number, raw)

    def _about(self, raw: str) -> bool:
        """Whether the line is one of our comments about the story."""
        fact = _FACT.fullmatch(raw)
        if self.knots or not (fact or raw.startswith(FRONT.rstrip())):
            return False
        if fact:
            self.facts[fact["key"]] = fact["value"] or ""
        else:
            self.front.append(raw.removeprefix(FRONT.rstrip()).removeprefix(" "))
        return True

    def _without_comments(self, raw: str, number: int, inside: bool) -> tuple[str, bool]:
        """The line without comments, which are told of, and whether a long one goes on."""
        line, kept = blotted(raw), ""
        place = 0
        while place < len(line):
            if inside:
                end = line.find("*/", place)
                self._comment(number, raw[place : end if end >= 0 else None])
                if end < 0:
                    return kept, True
                place, inside = end + 2, False
                continue
            found = re.compile(r"//|/\*").search(line, place)
            kept += raw[place : found.start() if found else None]
            if not found:
                break
            place = found.end()
            inside = found[0] == "/*"
            if not inside:
                if not (self.ours and _OUR_END.search(raw)) and raw.strip() != OURS:
                    self._comment(number, raw[place:])
                break
        return kept, inside

    def _comment(self, number: int, words: str) -> None:
        """Tells of a comment; of several on one line, of the first."""
        if not self.remarks or (self.remarks[-1].wording, self.remarks[-1].line) != ("X59", number):
            self.remarks.append(remark("X59", line=number, code=words.strip()))

    def _choice(self, knot: _Part, match: re.Match[str], number: int, raw: str) -> _Part:
        level = match["marks"].count("*") + match["marks"].count("+")
        words, target, is_id = self._divert(match["words"], number, raw)
        words, tag = self._tag(words, number)
        plain = blotted(words)
        opened, closed = plain.find("["), plain.find("]")
        before, after = words, ""
        if 0 <= opened < closed:
            before, after = words[:opened] + words[opened + 1 : closed], words[:opened] + words[closed + 1 :]
            after = after if words[closed + 1 :].strip() or words[:opened].strip() else ""
        made = _Part(decode(before).strip(" \t"), number, dict(filter(None, [tag])), [], [], target, is_id)
        if after.strip():
            made.lines.append((self._words(after), number))
        if knot.target is not None and knot is not self.lead:
            self.remarks.append(remark("X06.after", line=number, where=knot.title))
        parent = knot.choices[-1] if level == 2 and knot.choices else knot
        if level > 2 or (level == 2 and (not knot.choices or parent.choices)):
            self.remarks.append(remark("X06.logic", line=number, code=raw.strip()))
        parent.choices.append(made)
        return made

    def _text(self, part: _Part, line: str, number: int, raw: str) -> None:
        if line.strip().startswith("TODO"):
            self.remarks.append(remark("X59", line=number, code=line.strip()))
            return
        words, target, is_id = self._divert(line, number, raw)
        words, tag = self._tag(words, number)
        if words.strip() and part.target is not None:
            self.remarks.append(remark("X06.after", line=number, where=part.title))
        if tag:
            part.tags.setdefault(*tag)
        if target is not None and part.target is not None:
            self.remarks.append(remark("X06.after", line=number, where=part.title))
        if not tag or words.strip():
            part.lines.append((self._words(words), number))
        if target is not None:
            part.target, part.target_is_id = target, is_id

    def _words(self, words: str) -> str:
        return decode(words) if self.ours else decode(words.strip(" \t"))

    def _divert(self, line: str, number: int, raw: str) -> tuple[str, str | None, bool]:
        """The words before a divert, where it leads, and whether that is an id of ours that is no knot."""
        place = blotted(line).find("->")
        if place < 0:
            return line, None, False
        target = line[place + 2 :].strip()
        nowhere = _OUR_END.search(raw) if self.ours else None
        if nowhere:
            return line[:place], nowhere["target"] or "", True
        if not re.fullmatch(r"\w+", target):
            self.remarks.append(remark("X06.logic", line=number, code=line[place:]))
            return line[:place], None, False
        return line[:place], "" if target in _ENDS else target, False

    def _tag(self, line: str, number: int) -> tuple[str, tuple[str, str] | None]:
        """The words before a tag, and the tag as a key with its value."""
        place = blotted(line).find("#")
        if place < 0:
            return line, None
        key, _, value = line[place + 1 :].partition(":")
        if not self.ours:
            what = f"the tag {line[place:].strip()}", f"merket {line[place:].strip()}"
            self.remarks.append(remark("X58", line=number, where=line[place:], what=what[0], what_nb=what[1]))
        return line[:place], (key.strip(), decode(value.removeprefix(" ")).strip(" \t"))

    def draft(self) -> Draft:
        ids = {id_of_knot(name) for name in self.knots}
        chosen = {c.tags["id"] for knot in self.knots.values() for c in knot.choices if self.ours and "id" in c.tags}
        self.names = Names(ids | chosen)
        sheet = Sheet()
        start = self.lead.target or ""
        lead_text = any(text.strip() for text, _ in self.lead.lines)
        if lead_text or self.lead.choices:
            start = "\0start"
            self._scene(sheet, start, self.lead)
        elif not start:
            start = next(iter(self.knots))
            if not self.ours:
                self.remarks.append(remark("X55", line=self.knots[start].line, where=start))
        for name, knot in self.knots.items():
            self._scene(sheet, name, knot)
        title = self.facts.get("title", "")
        cover = Cover(title, self.facts.get("id", ""), self.facts.get("language", ""), self._front())
        said = self.facts.get("start", "")
        gone = self.ours and said and self.lead.target == "" and said not in ids
        return sheet.draft(cover, said if gone else self._id(start), self.remarks)

    def _front(self) -> str:
        return "".join(f"{line}\n" for line in self.front)

    def _id(self, name: str) -> str:
        return self.names.id_of(id_of_knot(name) if name in self.knots else name.strip("\0"), "start")

    def _way(self, part: _Part) -> str:
        target = part.target or ""
        return target if part.target_is_id else self._id(target) if target else ""

    def _scene(self, sheet: Sheet, name: str, knot: _Part) -> None:
        scene_id = self._id(name)
        straight = [c for c in knot.choices if "id" not in c.tags and "quality" not in c.tags and not c.choices]
        straight = [c for c in straight if not any(text.strip() for text, _ in c.lines) and c.target is not None]
        if not self.ours and len(knot.choices) > 1:
            straight = []
        choices = [c for c in knot.choices if c not in straight[:1]] if straight else knot.choices
        outcome = knot.tags.get("ending", "") if self.ours else ""
        is_ending = outcome or not (knot.choices or knot.target)
        marks = [
            f"#{scene_id}",
            *([".ending"] if is_ending else []),
            *([f".{outcome}"] if outcome in _OUTCOMES else []),
        ]
        sheet.heading(
            "##", (knot.tags.get("title") if self.ours else "") or knot.title or "Start", " ".join(marks), knot.line
        )
        self._prose(sheet, knot)
        told = [
            (c, c.tags["id"] if self.ours and c.tags.get("id") else self.names.fresh(f"{scene_id}-{n}"))
            for n, c in enumerate(choices, 1)
        ]
        for choice, choice_id in told:
            sheet.link(choice.title, choice_id, choice.line, in_list=True)
        for way in straight[:1]:
            sheet.link(way.title, self._way(way), way.line, in_list=True)
        if knot.target and not knot.choices:
            sheet.link(self.onward, self._way(knot), knot.line, in_list=True)
        for choice, choice_id in told:
            quality = choice.tags.get("quality", "") if self.ours else ""
            mark = f"#{choice_id} .{quality}" if quality in _QUALITIES else f"#{choice_id}"
            sheet.heading("###", choice.title, mark, choice.line)
            self._prose(sheet, choice)
            for way in choice.choices:
                self._prose(sheet, way)
                sheet.link(way.title, self._way(way), way.line, in_list=False)
            if choice.target:
                sheet.link(self.onward, self._way(choice), choice.line, in_list=False)

    def _prose(self, sheet: Sheet, part: _Part) -> None:
        sheet.block(part.lines if self.ours else foreign_lines(part.lines))
