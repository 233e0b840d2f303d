"""A story from Twee 3: one of ours that has been to Twine, or one somebody wrote there with plain links.

Macros, variables and scripts are refused with their line: they are the story's logic, and it would not be the same
story without them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from exchange.cover import UUID, Cover
from exchange.names import Names
from exchange.remark import ExchangeError, Finding, refuse
from scenarios.exchange.draft import Draft, Sheet
from scenarios.exchange.foreign import foreign_lines
from scenarios.exchange.remark import remark
from scenarios.exchange.twee_markup import decode, decode_label, live_parts, tags_in
from scenarios.exchange.twee_passages import Passage, read_passages
from scenarios.exchange.twee_writer import OUR_TAG, VERSION
from scenarios.model import Outcome, Quality
from scenarios.plaintext import read as read_plain

_LINK = re.compile(r"\[\[(?P<link>[^\[\]\n]*)\]\]")
_TITLE = re.compile(r"#{1,6}[ \t]+(?P<title>[^ \t].*)")

_NO_UUID = "00000000-0000-4000-8000-000000000000"
_SILENT = {"StoryTitle", "StoryData"}
_QUALITIES, _OUTCOMES = set(map(str, Quality)), set(map(str, Outcome))
_SPECIAL = re.compile(
    r"Story(?:Init|Caption|Menu|Banner|Author|Subtitle|Interface|DisplayTitle|Settings|Includes|Share)"
    r"|Passage(?:Header|Footer|Ready|Done)"
)


class Link(NamedTuple):
    label: str
    target: str
    line: int


@dataclass
class _Told:
    """A passage read: its title, its text without the closing links, and those links."""

    passage: Passage
    title: str
    lines: list[tuple[str, int]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


def read_twee(text: str, *, onward: str = "Gå videre") -> Draft:
    """The story a Twee file tells. ``onward`` labels the ways on that a stranger's story has no words for.

    Raises `ExchangeError` with every line that holds what is not taken in.
    """
    passages, found = read_passages(text)
    remarks: list[Finding] = list(found)
    if not passages:
        raise ExchangeError([*remarks, remark("X05.none")])
    by_name = {passage.name: passage for passage in passages}
    ours = next((passage for passage in passages if OUR_TAG in passage.tags), None)
    shown = [p for p in passages if p is not ours and p.name not in _SILENT]
    for passage in shown:
        if _SPECIAL.fullmatch(passage.name) or {"script", "stylesheet"} & set(passage.tags):
            remarks.append(remark("X05.script", line=passage.line, where=passage.name))
        remarks += live_parts(passage.text, passage.name, passage.line + 1)
    refuse(remarks)
    data = _story_data(by_name.get("StoryData"), remarks)
    cover, order = _cover(by_name.get("StoryTitle"), ours, data, remarks)
    reading = _Reading(ours is not None, onward, remarks, Names({p.name for p in shown}))
    start = _start(data, shown, remarks)
    sheet = reading.sheet(_in_order(shown, order))
    if ours is None and any(passage.has_place for passage in shown):
        remarks.append(remark("X56", line=shown[0].line))
    return sheet.draft(cover, reading.names.id_of(start), remarks)


def _story_data(passage: Passage | None, remarks: list[Finding]) -> dict[str, Any]:
    if passage is None:
        return {}
    try:
        data = json.loads(passage.text)
    except (ValueError, RecursionError):
        data = None
    if isinstance(data, dict):
        return data
    remarks.append(remark("X52.data", line=passage.line, where=passage.name))
    return {}


def _cover(
    title: Passage | None, ours: Passage | None, data: dict[str, Any], remarks: list[Finding]
) -> tuple[Cover, list[str]]:
    """What stands above the story, and the ids of its scenes in order."""
    ifid = str(data.get("ifid", "")).lower()
    an_id = ifid if UUID.fullmatch(ifid) and ifid != _NO_UUID else ""
    name = decode(title.text).strip(" \t\n") if title else ""
    if ours is None:
        return Cover(" ".join(name.split()), an_id), []
    said, _, front = ours.text.partition("\n---")
    facts = {line.partition(" ")[0]: line.partition(" ")[2] for line in said.split("\n")}
    if facts.get("version") != VERSION:
        raise ExchangeError([*remarks, remark("X05.version", line=ours.line, found=facts.get("version", ""))])
    front = decode(front).strip("\n")
    return Cover(name, an_id, facts.get("language", ""), f"{front}\n" if front else ""), facts.get("scenes", "").split()


def _start(data: dict[str, Any], shown: list[Passage], remarks: list[Finding]) -> str:
    start = data.get("start")
    if isinstance(start, str) and start:
        return start
    names = [passage.name for passage in shown]
    if "Start" in names:
        return "Start"
    remarks.append(remark("X55", line=shown[0].line if shown else 1, where=names[0] if names else ""))
    return names[0] if names else ""


def _in_order(passages: list[Passage], order: list[str]) -> list[Passage]:
    """The passages in the order the story had, new ones after them as they stand in the file."""
    places = {name: place for place, name in enumerate(order)}
    return sorted(passages, key=lambda passage: places.get(passage.name, len(places)))


class _Reading:
    def __init__(self, ours: bool, onward: str, remarks: list[Finding], names: Names) -> None:
        self.ours, self.onward, self.remarks, self.names = ours, onward, remarks, names

    def sheet(self, passages: Iterable[Passage]) -> Sheet:
        told = [self._told(passage) for passage in passages]
        choices = {t.passage.name: t for t in told if "choice" in t.passage.tags}
        sheet = Sheet()
        owned: dict[str, str] = {}
        for scene in told:
            if scene.passage.name not in choices:
                self._scene(sheet, scene, choices, owned)
        for name, choice in choices.items():
            if name not in owned:
                self.remarks.append(remark("X05.choice", line=choice.passage.line, where=name))
        return sheet

    def _told(self, passage: Passage) -> _Told:
        told = _Told(passage, passage.name)
        body = [(text, passage.line + n) for n, text in enumerate(passage.text.split("\n"), 1)]
        first = next((i for i, (text, _) in enumerate(body) if text.strip(" \t")), 0)
        title = _TITLE.fullmatch(body[first][0]) if body else None
        if title:
            told.title = read_plain(decode(title["title"])).text
            body = body[first + 1 :]
        for text, line in body:
            matches = list(_LINK.finditer(text))
            told.links += [self._link(match["link"], line) for match in matches]
            rest = _LINK.sub("", text)
            if "[[" in rest:
                self.remarks.append(remark("X05.link", line=line, where=passage.name, found=rest[rest.index("[[") :]))
            if matches and rest.strip(" \t-*+"):
                self.remarks.append(remark("X53", line=line, where=passage.name))
                rest = _LINK.sub(lambda match: self._link(match["link"], line).label, text)  # noqa: B023
            elif matches:
                rest = ""
            told.lines.append((rest, line))
        if self.ours:
            told.lines = [(decode(text), line) for text, line in told.lines]
        else:
            self.remarks += [remark("X54", line=line, where=passage.name) for text, line in told.lines if tags_in(text)]
            told.lines = foreign_lines(told.lines)
        return told

    def _link(self, source: str, line: int) -> Link:
        """A link's words and where it leads, by the order Twine looks for its signs."""
        before, arrow, target = source.rpartition("->")
        if not arrow:
            target, arrow, before = source.partition("<-")
        if not arrow:
            before, arrow, target = source.partition("|")
        if not arrow:
            before = target = source
        return Link(decode_label(before).strip(" \t"), target.strip(" \t"), line)

    def _scene(self, sheet: Sheet, scene: _Told, choices: dict[str, _Told], owned: dict[str, str]) -> None:
        passage, scene_id = scene.passage, self.names.id_of(scene.passage.name)
        listed = [link for link in scene.links if link.target in choices]
        straight = [link for link in scene.links if link.target not in choices]
        sheet.heading("##", scene.title, _scene_marks(scene_id, scene), passage.line)
        sheet.block(scene.lines)
        made: list[tuple[Link, str, _Told | None]] = []
        linked: set[str] = set()
        for link in listed:
            if owned.setdefault(link.target, passage.name) != passage.name:
                self.remarks.append(remark("X05.shared", line=link.line, where=link.target, scene=passage.name))
            elif link.target not in linked:
                linked.add(link.target)
                made.append((link, self.names.id_of(link.target), choices[link.target]))
            else:
                self.remarks.append(remark("X05.again", line=link.line, where=link.target))
        if len(straight) > 1 or (straight and listed and not self.ours):
            made += [(link, self.names.fresh(f"{scene_id}-{n}"), None) for n, link in enumerate(straight, 1)]
            straight = []
        for link, choice_id, choice in made:
            sheet.link(choice.title if choice else link.label, choice_id, link.line, in_list=True)
        for link in straight:
            sheet.link(link.label, self.names.id_of(link.target), link.line, in_list=True)
        for link, choice_id, choice in made:
            if choice and link.label != choice.title:
                self.remarks.append(remark("X57", line=link.line, where=choice_id, found=link.label))
            self._choice(sheet, link, choice_id, choice)

    def _choice(self, sheet: Sheet, link: Link, choice_id: str, choice: _Told | None) -> None:
        if choice is None:
            sheet.heading("###", link.label, f"#{choice_id}", link.line)
            sheet.link(self.onward, self.names.id_of(link.target), link.line, in_list=False)
            return
        quality = [tag for tag in choice.passage.tags if tag in _QUALITIES]
        sheet.heading(
            "###", choice.title, " ".join([f"#{choice_id}", *(f".{q}" for q in quality)]), choice.passage.line
        )
        sheet.block(choice.lines)
        for on in choice.links:
            sheet.link(on.label, self.names.id_of(on.target), on.line, in_list=False)


def _scene_marks(scene_id: str, scene: _Told) -> str:
    outcome = [tag for tag in scene.passage.tags if tag in _OUTCOMES]
    is_ending = "ending" in scene.passage.tags or outcome or not scene.links
    return " ".join([f"#{scene_id}", *([".ending"] if is_ending else []), *(f".{o}" for o in outcome)])
