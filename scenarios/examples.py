"""For each rule a story that breaks it and one that keeps it, read from ``examples.toml`` beside this file."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from scenarios.checks import check_story
from scenarios.craft import check_review
from scenarios.finding import Finding
from scenarios.reader import parse_story
from scenarios.translation import check_same_structure

_TABLE: dict[str, Any] = tomllib.loads(Path(__file__).with_name("examples.toml").read_text(encoding="utf-8"))
_SCENE = re.compile(r"^(?=## )", re.MULTILINE)
_ID = re.compile(r"\{#([a-z0-9-]+)")
_WORDS = re.compile(r"\((\d+) ord\)")

BASE: str = _TABLE["base"]
START = "stille"


@dataclass(frozen=True)
class Example:
    """A rule and two pieces of Markdown. ``where`` is the id the broken rule is told at."""

    code: str
    where: str
    fails: str
    passes: str
    start: str = START
    whole: bool = False
    translation: bool = False
    retired: tuple[str, ...] = ()
    today: str = ""

    def broken(self) -> tuple[Finding, ...]:
        """All that the checks tell about the story with the failing piece in it."""
        return self._findings(self.fails, self.start)

    def kept(self) -> tuple[Finding, ...]:
        """All that they tell about the story with the passing piece in it."""
        return self._findings(self.passes, START)

    def _findings(self, piece: str, start: str) -> tuple[Finding, ...]:
        if self.today:
            return tuple(check_review(dt.date.fromisoformat(piece.strip()), dt.date.fromisoformat(self.today)))
        reading = parse_story(piece if self.whole else composed(piece), start=start)
        if self.translation:
            return check_same_structure(parse_story(BASE, start=START).story, reading.story, reading.lines)
        story = replace(reading.story, retired=self.retired)
        return (*reading.findings, *check_story(story, reading.lines))


def _example(code: str, given: dict[str, Any]) -> Example:
    return Example(code, **(given | {"retired": tuple(given.get("retired", ()))}))


EXAMPLES: tuple[Example, ...] = tuple(_example(code, given) for code, given in _TABLE["rules"].items())


def composed(piece: str) -> str:
    """The sound story with these scenes in the place of its own ones."""
    scenes = {_id(scene): scene for scene in _SCENE.split(BASE) if scene}
    scenes |= {_id(scene): scene.rstrip() + "\n\n" for scene in _SCENE.split(piece) if scene}
    text = "".join(scenes.values())
    return _WORDS.sub(lambda match: " ".join(["ord"] * int(match[1])), text)


def _id(scene: str) -> str:
    match = _ID.search(scene)
    return match[1] if match else ""
