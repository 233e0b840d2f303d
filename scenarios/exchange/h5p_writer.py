"""A story as content of H5P Branching Scenario (1.7 and on), by the field names of its semantics.

A scene with choices is a branching question, any other a text. What H5P has no field for (ids, how good a choice is,
the Markdown itself) stands in the comment each piece of content may carry for its authors, which H5P keeps and does
not show to readers.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from typing import Any

from exchange import h5p_package
from exchange.cover import Cover
from exchange.remark import Finding, refuse
from scenarios.exchange.h5p_html import html_of, inline_html, plain_of
from scenarios.exchange.remark import remark
from scenarios.exchange.twee_writer import cannot_be_told
from scenarios.model import Choice, Scene, Story
from scenarios.writer import write_story

QUESTION, TEXT = "H5P.BranchingQuestion 1.0", "H5P.AdvancedText 1.1"
KEY = "mentor-toolbox"
END = -1
_SPACE = uuid.UUID("6b1d3c1e-5d3f-4e38-9d37-1f3a2a9f5c10")
_NOT_SHOWN = (
    ("!!! ", "a box", "en boks"),
    ("??? ", "a box", "en boks"),
    ("![", "a picture", "et bilde"),
    ("|", "a table", "en tabell"),
)


def write_h5p(story: Story, cover: Cover) -> tuple[str, tuple[Finding, ...]]:
    """``content.json`` and what H5P shows otherwise than we do. Raises `ExchangeError`."""
    refuse(cannot_be_told(story))
    start_first = sorted(story.scenes, key=lambda scene: scene.id != story.start)
    places = {scene.id: place for place, scene in enumerate(start_first)}
    order = [scene.id for scene in story.scenes]
    remarks = [found for scene in story.scenes for found in _losses(scene, places)]
    content = [node_of(scene, places) for scene in start_first]
    for node, scene in zip(content, start_first):
        said: dict[str, Any] = {"place": order.index(scene.id), "scene": write_story(Story("", (scene,)))}
        if node is content[0]:
            said |= {"start": story.start, "id": cover.id, "language": cover.language, "front": cover.front}
        node["type"]["metadata"]["authorComments"] = json.dumps({KEY: said}, ensure_ascii=False)
    scenario = {
        "title": cover.title,
        "startScreen": {"startScreenTitle": cover.title, "startScreenSubtitle": ""},
        "endScreens": [{"endScreenTitle": cover.title, "endScreenSubtitle": "", "contentId": END}],
        "content": content,
        "scoringOptionGroup": {"scoringOption": "no-score", "includeInteractionsScores": False},
        "behaviour": {
            "enableBackwardsNavigation": True,
            "forceContentFinished": False,
            "randomizeBranchingQuestions": False,
        },
    }
    return json.dumps({"branchingScenario": scenario}, ensure_ascii=False, indent=2) + "\n", tuple(remarks)


def node_of(scene: Scene, places: Mapping[str, int]) -> dict[str, Any]:
    """The piece of content that shows a scene. ``places`` are the numbers of all scenes in the list."""
    library = QUESTION if scene.choices else TEXT
    params: dict[str, Any]
    if scene.choices:
        question = html_of(scene.text) or f"<p>{inline_html(scene.title)}</p>"
        alternatives = [_alternative(choice, places) for choice in scene.choices]
        params = {"branchingQuestion": {"question": question, "alternatives": alternatives}}
    else:
        params = {"text": html_of(scene.text) + html_of("\n".join(f"- {point}" for point in scene.takeaways))}
    return {
        "type": {
            "library": library,
            "params": params,
            "subContentId": str(uuid.uuid5(_SPACE, scene.id)),
            "metadata": {
                "contentType": "Branching Question" if scene.choices else "Text",
                "license": "U",
                "title": scene.title,
            },
        },
        "showContentTitle": True,
        "forceContentFinished": "useBehavioural",
        "contentBehaviour": "useBehavioural",
        "nextContentId": places.get(scene.onward.target, END) if scene.onward else END,
        "feedback": {"title": "", "subtitle": ""},
    }


def _alternative(choice: Choice, places: Mapping[str, int]) -> dict[str, Any]:
    because = f"*{choice.reason_label}* {choice.reason}" if choice.reason else ""
    feedback = {"title": html_of(choice.consequence), "subtitle": html_of(because)}
    return {"text": choice.title, "nextContentId": places.get(choice.onward.target, END), "feedback": feedback}


def _losses(scene: Scene, places: Mapping[str, int]) -> list[Finding]:
    found: list[Finding] = []
    texts = [(scene.id, scene.text), *((choice.id, choice.consequence) for choice in scene.choices)]
    for where, text in texts:
        for sign, what, what_nb in _NOT_SHOWN:
            if any(line.startswith(sign) for line in text.split("\n")):
                found.append(remark("X60", where=where, what=what, what_nb=what_nb))
    steps = [(choice.id, choice.onward) for choice in scene.choices]
    steps += [(scene.id, scene.onward)] if scene.onward else []
    for where, step in steps:
        if step.target not in places:
            found.append(remark("X61", where=where, target=step.target))
    return list(dict.fromkeys(found))


def write_package(content: str, cover: Cover) -> bytes:
    """An ``.h5p`` file for places that have the content types already; it brings no code of its own."""
    libraries = [("H5P.BranchingScenario", 1, 7), ("H5P.BranchingQuestion", 1, 0), ("H5P.AdvancedText", 1, 1)]
    return h5p_package.write_package(content, plain_of(cover.title) or "Story", cover.language, libraries)
