"""Reads a story from Markdown. The form is told in ``docs/content-format.md``.

Nothing in the text is passed over: what cannot be read as part of the story is a finding with its line. Prose is
not looked into; it is handed on with its place, so that a caller can hold it to the rules for prose.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from scenarios import layout, plaintext
from scenarios.finding import Finding, find
from scenarios.headings import read_id, read_outcome, read_quality
from scenarios.layout import Heading, Layout, Line, Link, Part, read_heading, read_link, trimmed
from scenarios.model import Choice, Scene, Step, Story
from scenarios.reading import Chunk, Place, Reading

_REASON = re.compile(r"\*(?P<label>(?![\s*])(?:\\.|[^*\\])*:)\*(?!\*)[ \t]*")
_LOOKS_LIKE_REASON = re.compile(r"[*_]{1,3}[^*_]{1,40}(?::[*_]|[*_]{1,3}:)")
_POINT = re.compile(r"[-*+][ \t]+(?!\[[ xX]\][ \t])(?=\S)")
_BULLET = re.compile(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]")


def read_story(text: str, *, start: str, first_line: int = 1) -> tuple[Story, tuple[Finding, ...]]:
    """The story a text tells, and what could not be read in it. Never raises. See `parse_story`."""
    reading = parse_story(text, start=start, first_line=first_line)
    return reading.story, reading.findings


def parse_story(text: str, *, start: str, first_line: int = 1) -> Reading:
    """Reads a text whose first line is line ``first_line`` of its file; ``start`` is the id of the first scene."""
    reader = _Reader()
    scenes = reader.scenes(layout.layout_of(text, first_line))
    findings = tuple(sorted(reader.findings, key=lambda finding: finding.line))
    chunks = tuple(sorted(reader.chunks, key=lambda chunk: chunk.line))
    return Reading(Story(start, scenes), findings, reader.lines, chunks)


class _Reader:
    """Reads one text and gathers what is found on the way."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.lines: dict[str, int] = {}
        self.chunks: list[Chunk] = []

    def scenes(self, divided: Layout) -> tuple[Scene, ...]:
        preamble = trimmed(divided.preamble)
        if preamble:
            self._find("S20", preamble[0].number)
        for orphan in divided.orphans:
            choice = self._choice(orphan)
            self._find("S21.orphan", orphan.heading.line, choice.id or choice.title)
        return tuple(self._scene(scene, choices) for scene, choices in divided.scenes)

    def _scene(self, part: Part, choice_parts: Sequence[Part]) -> Scene:
        title, scene_id, where = self._heading(part.heading)
        outcome, found = read_outcome(part.heading, where)
        self.findings += found
        body, links = self._closing_links(part.body, where)
        for link in links:
            if not link.in_list:
                self._find("S24.bullet", link.line, where, label=link.label, target=link.target)
        takeaways: tuple[str, ...] = ()
        if outcome:
            body, takeaways = self._takeaways(body, where)
        text = self._prose(Place.SCENE, where, body)
        choices = tuple(self._choice(choice) for choice in choice_parts)
        onward = self._match(where, links, choices)
        return Scene(scene_id, title, text, choices, onward, outcome, takeaways)

    def _choice(self, part: Part) -> Choice:
        title, choice_id, where = self._heading(part.heading)
        quality, found = read_quality(part.heading, where)
        self.findings += found
        body, links = self._closing_links(part.body, where)
        for link in links:
            if link.in_list:
                self._find("S24.list", link.line, where, label=link.label, target=link.target)
        for link in links[:-1]:
            self._find("S24.many", link.line, where)
        onward = self._step(links[-1], where) if links else Step("", "")
        body, label, reason = self._reason(body, where)
        consequence = self._prose(Place.CONSEQUENCE, where, body)
        return Choice(choice_id, title, quality, consequence, reason, label, onward)

    def _heading(self, heading: Heading) -> tuple[str, str, str]:
        """The title and id of a heading, and what to call it in findings."""
        title = self._plain(heading.title, heading.line)
        if not title:
            self._find("S21.empty", heading.line)
        if not heading.has_space:
            self._find("S21.space", heading.line, heading=heading.source)
        found_id, found = read_id(heading, title)
        self.findings += found
        if found_id:
            self.lines[found_id] = heading.line
        return title, found_id, found_id or title

    def _closing_links(self, body: Sequence[Line], where: str) -> tuple[list[Line], list[Link]]:
        """The text of a body and the links that close it. Links and headings left in the text are findings."""
        rest, links = layout.closing_links(body)
        if links and rest and not rest[-1].is_blank:
            self._find("S24.blank", links[0].line, where)
        for line in rest:
            stray, heading = read_link(line), read_heading(line)
            if stray:
                self._find("S24.stray", line.number, where, target=stray.target)
            elif heading:
                self._find("S21.level", line.number, where, heading=heading.source)
        return trimmed(rest), links

    def _match(self, where: str, links: Sequence[Link], choices: Sequence[Choice]) -> Step | None:
        """Holds a scene's links against the choices below it. The one link to none of them leads straight on."""
        titles = {choice.id: choice.title for choice in choices}
        listed: dict[str, None] = {}
        onward: list[tuple[Link, Step]] = []
        for link in links:
            step = self._step(link, where)
            if link.target not in titles:
                onward.append((link, step))
            elif link.target in listed:
                self._find("S23.twice", link.line, link.target)
            else:
                listed[link.target] = None
                if step.label != titles[link.target]:
                    self._find("S23.words", link.line, link.target, found=step.label, expected=titles[link.target])
        for choice_id, title in titles.items():
            if choice_id and choice_id not in listed:
                self._find("S23.link", self.lines[choice_id], choice_id, scene=where, title=title)
        if list(listed) != [choice_id for choice_id in titles if choice_id in listed]:
            self._find("S23.order", links[0].line, where, expected=", ".join(listed))
        if len(onward) > 1:
            for link, step in onward:
                self._find("S23.heading", link.line, where, label=step.label, target=link.target)
        return onward[0][1] if len(onward) == 1 or (onward and not choices) else None

    def _takeaways(self, body: Sequence[Line], where: str) -> tuple[list[Line], tuple[str, ...]]:
        """What stands before the list that ends an ending, and the points of that list."""
        rest, block = layout.last_block(body)
        first = next((i for i, line in enumerate(block) if _POINT.match(line.text)), len(block))
        if first and block[first:]:
            self._find("S27.blank", block[first].number, where)
        points: list[list[Line]] = []
        for line in block[first:]:
            match = _POINT.match(line.text)
            if match:
                points.append([Line(line.number, line.text[match.end() :])])
                continue
            if _BULLET.match(line.text):
                self._find("S27", line.number, where)
            points[-1].append(Line(line.number, line.text.lstrip(" \t")))
        takeaways = tuple(self._prose(Place.TAKEAWAY, where, point) for point in points)
        return (rest if not first else [*body[: len(body) - len(block) + first]]), takeaways

    def _reason(self, body: Sequence[Line], where: str) -> tuple[list[Line], str, str]:
        """What stands before the reason, the reason's label and the reason."""
        rest, block = layout.last_block(body)
        match = _REASON.match(block[0].text) if block else None
        if match is None:
            self._warn_of_reason(body, where)
            return list(body), "", ""
        number = block[0].number
        words = [Line(number, block[0].text[match.end() :]), *block[1:]]
        label = self._plain(match["label"], number)
        reason = self._prose(Place.REASON, where, words)
        if not reason:
            self._find("S28", number, where, label=label)
        return rest, label, reason

    def _warn_of_reason(self, body: Sequence[Line], where: str) -> None:
        starts = (line for before, line in zip([None, *body], body, strict=False) if before is None or before.is_blank)
        odd = next((line for line in starts if _LOOKS_LIKE_REASON.match(line.text)), None)
        if odd:
            self._find("S65", odd.number, where)

    def _step(self, link: Link, where: str) -> Step:
        label = self._plain(link.label, link.line)
        if not label:
            self._find("S26.empty", link.line, where, target=link.target)
        return Step(label, link.target)

    def _prose(self, place: Place, where: str, lines: Sequence[Line]) -> str:
        lines = trimmed(lines)
        text = layout.source_of(lines)
        if text:
            self.chunks.append(Chunk(place, where, text, lines[0].number))
        return text

    def _plain(self, source: str, line: int) -> str:
        words = plaintext.read(source.strip(" \t"))
        if words.marks:
            self._find("S26.marks", line, marks=" ".join(words.marks), found=source)
        return words.text

    def _find(self, wording: str, line: int, where: str = "", **values: object) -> None:
        self.findings.append(find(wording, line=line, where=where, **values))
