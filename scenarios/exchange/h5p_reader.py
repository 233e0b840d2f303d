"""A story from H5P Branching Scenario: one of ours that has been to H5P, or one somebody made there.

Pieces that still say what we wrote are taken as we wrote them. Those that were changed are read from H5P's own
fields, and what H5P has no field for is left for the author to fill.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from exchange.cover import Cover
from exchange.h5p_package import content_of, list_at, text_at, value_at
from exchange.names import Names, slug
from exchange.remark import ExchangeError, Finding, shown
from scenarios.exchange.draft import Draft, Sheet
from scenarios.exchange.h5p_html import markdown_of
from scenarios.exchange.h5p_writer import KEY, QUESTION, node_of
from scenarios.exchange.remark import remark
from scenarios.model import Scene, Story
from scenarios.reader import read_story
from scenarios.writer import write_story

_NUMBER = re.compile(r"-?[0-9]{1,8}")
_OTHERS = {
    "H5P.Video": ("a video", "en video"),
    "H5P.InteractiveVideo": ("a video", "en video"),
    "H5P.Image": ("a picture", "et bilde"),
    "H5P.ImageHotspots": ("a picture with hotspots", "et bilde med punkter"),
    "H5P.Audio": ("a recording", "et lydopptak"),
}


def read_h5p(data: bytes, *, onward: str = "Gå videre") -> Draft:
    """The story of ``content.json`` or of an ``.h5p`` package. Raises `ExchangeError`."""
    content, _ = content_of(data)
    scenario = _of(content, "branchingScenario", dict)
    nodes = _of(scenario, "content", list)
    if not nodes or not all(isinstance(node, dict) for node in nodes):
        raise ExchangeError([remark("X07.none")])
    return _Reading(scenario, nodes, onward).draft()


def _of(value: Any, key: str, kind: type) -> Any:
    found = value.get(key) if isinstance(value, dict) else None
    if not isinstance(found, kind):
        raise ExchangeError([remark("X07.none")])
    return found


@dataclass
class _Node:
    """A piece of content: its number, its id, what we said of it, and the scene as we wrote it."""

    place: int
    value: dict[str, Any]
    id: str
    said: dict[str, Any]
    scene: Scene | None


class _Reading:
    def __init__(self, scenario: dict[str, Any], values: list[dict[str, Any]], onward: str) -> None:
        self.scenario, self.onward = scenario, onward
        self.remarks: list[Finding] = []
        ours = [_said(value) for value in values]
        taken = {an_id for _, scene in ours if scene for an_id in (scene.id, *(c.id for c in scene.choices))}
        self.names = Names(taken)
        self.nodes: list[_Node] = []
        seen: set[str] = set()
        for place, (value, (said, scene)) in enumerate(zip(values, ours)):
            if scene and scene.id in seen:  # H5P copied a piece with its comment: the copy is a new scene.
                said, scene = {}, None
            title = text_at(value, "type", "metadata", "title")
            an_id = scene.id if scene else self.names.fresh(slug(title) or f"scene-{place + 1}")
            seen.add(an_id)
            self.nodes.append(_Node(place, value, an_id, said, scene))
        self.places = {node.id: node.place for node in self.nodes}

    def draft(self) -> Draft:
        sheet = Sheet()
        far = len(self.nodes)
        in_order = sorted(self.nodes, key=lambda n: n.said["place"] if isinstance(n.said.get("place"), int) else far)
        for node in in_order:
            if node.scene and _same(node_of(node.scene, self.places), node.value):
                self._as_written(sheet, node.scene)
            else:
                self._as_found(sheet, node)
        said = next((node.said for node in self.nodes if "start" in node.said), {})
        start = said["start"] if isinstance(said.get("start"), str) and self._starts_as_said(said) else self.nodes[0].id
        cover = Cover(
            text_at(self.scenario, "title") or text_at(self.scenario, "startScreen", "startScreenTitle"),
            *(said[key] if isinstance(said.get(key), str) else "" for key in ("id", "language", "front")),
        )
        if value_at(self.scenario, "startScreen", "startScreenImage"):
            self._cannot("startScreen", "a picture", "et bilde")
        subtitle = text_at(self.scenario, "startScreen", "startScreenSubtitle")
        if subtitle:
            self._cannot(f"startScreen: {subtitle}", "a text of its own", "en egen tekst")
        for screen in list_at(self.scenario, "endScreens"):
            if text_at(screen, "endScreenSubtitle"):
                self._cannot(
                    f"endScreens: {text_at(screen, 'endScreenSubtitle')}", "a text of its own", "en egen tekst"
                )
        return sheet.draft(cover, start, self.remarks)

    def _starts_as_said(self, said: dict[str, Any]) -> bool:
        return said["start"] == self.nodes[0].id or said["start"] not in self.places

    def _as_written(self, sheet: Sheet, scene: Scene) -> None:
        sheet.blank(0)
        for text in write_story(Story("", (scene,))).split("\n"):
            sheet.add(text, 0)

    def _as_found(self, sheet: Sheet, node: _Node) -> None:
        title = text_at(node.value, "type", "metadata", "title") or (node.scene.title if node.scene else node.id)
        alternatives = list_at(node.value, "type", "params", "branchingQuestion", "alternatives")
        target = self._target(value_at(node.value, "nextContentId"), node.id)
        is_ending = not alternatives and not target
        outcome = node.scene.outcome if node.scene else None
        marks = [
            f"#{node.id}",
            *([".ending"] if is_ending else []),
            *([f".{outcome}"] if outcome and is_ending else []),
        ]
        sheet.heading("##", title, " ".join(marks), 0)
        library = text_at(node.value, "type", "library")
        if library.startswith(QUESTION.partition(" ")[0]):
            self._prose(sheet, text_at(node.value, "type", "params", "branchingQuestion", "question"), node.id)
        else:
            self._prose(sheet, self._shown(node, library), node.id)
            if any(text_at(node.value, "feedback", key) for key in ("title", "subtitle")):
                for key in ("title", "subtitle"):
                    self._prose(sheet, text_at(node.value, "feedback", key), node.id)
        if len(alternatives) == 1:
            target = self._target(value_at(alternatives[0], "nextContentId"), node.id)
            sheet.link(text_at(alternatives[0], "text") or self.onward, target, 0, in_list=True)
            if any(text_at(alternatives[0], "feedback", key) for key in ("title", "subtitle")):
                self._cannot(node.id, "feedback to its only answer", "tilbakemelding på sitt eneste svar")
        elif alternatives:
            self._choices(sheet, node, alternatives)
        elif target:
            sheet.link(self.onward, target, 0, in_list=True)

    def _choices(self, sheet: Sheet, node: _Node, alternatives: list[Any]) -> None:
        known = {choice.title: choice for choice in node.scene.choices} if node.scene else {}
        made = []
        for number, alternative in enumerate(alternatives, 1):
            words = " ".join(markdown_of(text_at(alternative, "text")).markdown.replace("\\", "").split())
            ours = known.pop(text_at(alternative, "text"), None)
            made.append((alternative, words, ours, ours.id if ours else self.names.fresh(f"{node.id}-{number}")))
        for _, words, ours, choice_id in made:
            sheet.link(ours.title if ours else words, choice_id, 0, in_list=True)
        for alternative, words, ours, choice_id in made:
            marks = f"#{choice_id} .{ours.quality}" if ours else f"#{choice_id}"
            if not ours and node.scene:
                self.remarks.append(remark("X62", where=choice_id))
            sheet.heading("###", ours.title if ours else words, marks, 0)
            for key in ("title", "subtitle"):
                self._prose(sheet, text_at(alternative, "feedback", key), choice_id)
            if value_at(alternative, "feedback", "image"):
                self._cannot(choice_id, "a picture", "et bilde")
            target = self._target(value_at(alternative, "nextContentId"), choice_id)
            if target:
                sheet.link(ours.onward.label if ours else self.onward, target, 0, in_list=False)

    def _target(self, place: Any, where: str) -> str:
        """The id of the piece with this number; empty for an end."""
        number = int(place) if isinstance(place, str) and _NUMBER.fullmatch(place) else place
        if not isinstance(number, int) or isinstance(number, bool) or number < 0:
            return ""
        if number < len(self.nodes):
            return self.nodes[number].id
        self.remarks.append(remark("X61", where=where, target=number))
        return ""

    def _shown(self, node: _Node, library: str) -> str:
        """The HTML a piece shows: a text's own, or that of the slides of a course presentation."""
        self._other(library, node.id, node.value.get("type"))
        html = text_at(node.value, "type", "params", "text")
        for slide in list_at(node.value, "type", "params", "presentation", "slides"):
            for element in list_at(slide, "elements"):
                action = value_at(element, "action")
                html += text_at(action, "params", "text")
                self._other(text_at(action, "library"), node.id, action)
        return html

    def _other(self, library: str, where: str, action: Any) -> None:
        name = library.partition(" ")[0]
        if name not in ("H5P.AdvancedText", "H5P.Text", "H5P.CoursePresentation", ""):
            what, what_nb = _OTHERS.get(name, (name, name))
            file = text_at(action, "params", "file", "path")
            alt = text_at(action, "params", "alt")
            about = ", ".join(filter(None, [file, alt]))
            self._cannot(where, f"{what} ({about})" if about else what, f"{what_nb} ({about})" if about else what_nb)

    def _prose(self, sheet: Sheet, source: str, where: str) -> None:
        read = markdown_of(source)
        if read.has_code:
            self.remarks.append(remark("X07.script", where=where))
        for tag in dict.fromkeys(read.others):
            self._cannot(where, f"the element {tag}", f"elementet {tag}")
        sheet.block([(text, 0) for text in read.markdown.split("\n")])

    def _cannot(self, where: str, what: str, what_nb: str) -> None:
        self.remarks.append(remark("X58", where=where, what=shown(what), what_nb=shown(what_nb)))


def _said(value: dict[str, Any]) -> tuple[dict[str, Any], Scene | None]:
    """What our comment in a piece of content says, and the scene in it."""
    try:
        said = json.loads(text_at(value, "type", "metadata", "authorComments"))[KEY]
        story, found = read_story(said["scene"], start="")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}, None
    if len(story.scenes) != 1 or any(f.severity == "error" for f in found):
        return {}, None
    return said, story.scenes[0]


def _same(ours: dict[str, Any], found: dict[str, Any]) -> bool:
    """Whether a piece still shows what we wrote, whatever else H5P has added to it."""
    return bool(_visible(ours) == _visible(found))


def _visible(node: dict[str, Any]) -> Any:
    question = value_at(node, "type", "params", "branchingQuestion")
    alternatives = value_at(question, "alternatives")
    return (
        text_at(node, "type", "metadata", "title"),
        text_at(node, "type", "params", "text").strip(),
        text_at(question, "question").strip(),
        [
            (text_at(a, "text"), value_at(a, "nextContentId"), text_at(a, "feedback", "title").strip())
            + (text_at(a, "feedback", "subtitle").strip(),)
            for a in (alternatives if isinstance(alternatives, list) else [])
        ],
        None if alternatives else value_at(node, "nextContentId"),
        [text_at(node, "feedback", key) for key in ("title", "subtitle")],
    )
