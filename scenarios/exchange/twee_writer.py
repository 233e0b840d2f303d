"""A story as Twee 3, to be played and edited in Twine.

A scene is a passage named for its id and tagged ``scene`` or ``ending good``; a choice is one tagged ``choice
helpful``, with the consequence and the reason. The text is the Markdown of our own form, which Twine's format
Snowman shows as it is meant. What Twee has no place for stands in a passage of its own. Only names, tags and texts
carry anything, because Twine keeps those whatever else it rewrites.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from exchange.cover import Cover
from exchange.remark import Remark, refuse
from scenarios.exchange.remark import remark
from scenarios.exchange.twee_markup import encode, encode_label
from scenarios.exchange.twee_passages import write_passage
from scenarios.model import Choice, Scene, Step, Story
from scenarios.plaintext import escape, escape_title

OURS = "Mentor Toolbox"
"""The passage that holds what Twee has no place for."""
OUR_TAG = "toolbox"
VERSION = "1"
_FORMAT = ("Snowman", "2.0.2")
_COLOURS = {"helpful": "green", "workable": "blue", "risky": "orange", "harmful": "red", "ending": "purple"}
_STEP = 150
_NO_IFID = "00000000-0000-4000-8000-000000000000"


def write_twee(story: Story, cover: Cover) -> str:
    """The story as a Twee file. Raises `ExchangeError` for a story whose ids are not its own."""
    refuse(cannot_be_told(story))
    data = {
        "ifid": (cover.id or _NO_IFID).upper(),
        "format": _FORMAT[0],
        "format-version": _FORMAT[1],
        "start": story.start,
        "tag-colors": _COLOURS,
        "zoom": 1,
    }
    passages = [
        write_passage("StoryTitle", (), encode(cover.title)),
        write_passage("StoryData", (), json.dumps(data, indent=2, ensure_ascii=False)),
        write_passage(OURS, (OUR_TAG,), _ours(story, cover)),
    ]
    for row, scene in enumerate(story.scenes):
        passages += _scene(scene, row)
    return "\n".join(passages)


def cannot_be_told(story: Story) -> Iterator[Remark]:
    ids = [s.id for s in story.scenes] + [c.id for s in story.scenes for c in s.choices]
    for an_id, count in Counter(ids).items():
        if count > 1 or not an_id:
            yield remark("X09.id", where=an_id)
    choices = {choice.id for scene in story.scenes for choice in scene.choices}
    for scene in story.scenes:
        if scene.onward and scene.onward.target in choices:
            yield remark("X09.target", where=scene.id, target=scene.onward.target)


def _ours(story: Story, cover: Cover) -> str:
    scenes = " ".join(scene.id for scene in story.scenes)
    lines = [f"version {VERSION}", f"language {cover.language}".rstrip(), f"scenes {scenes}".rstrip()]
    return "\n".join([*lines, "---", encode(cover.front).rstrip("\n")]).rstrip("\n")


def _scene(scene: Scene, row: int) -> Iterator[str]:
    blocks = [f"## {escape_title(scene.title)}", scene.text]
    blocks.append("\n".join("- " + point.replace("\n", "\n    ") for point in scene.takeaways))
    text = "\n\n".join(encode(block) for block in blocks if block)
    steps = [Step(choice.title, choice.id) for choice in scene.choices] + [s for s in (scene.onward,) if s]
    tags = ("ending", str(scene.outcome)) if scene.outcome else ("scene",)
    yield write_passage(scene.id, tags, _with_links(text, steps), (100, 100 + row * _STEP))
    for column, choice in enumerate(scene.choices, 2):
        yield _choice(choice, (100 + column * _STEP, 100 + row * _STEP))


def _choice(choice: Choice, place: tuple[int, int]) -> str:
    reason = f"*{escape(choice.reason_label)}* {choice.reason}".rstrip(" ") if choice.reason_label else ""
    blocks = [f"### {escape_title(choice.title)}", choice.consequence, reason]
    text = "\n\n".join(encode(block) for block in blocks if block)
    steps = [choice.onward] if choice.onward.target or choice.onward.label else []
    return write_passage(choice.id, ("choice", str(choice.quality)), _with_links(text, steps), place)


def _with_links(text: str, steps: list[Step]) -> str:
    links = [f"[[{encode_label(step.label)}->{step.target}]]" for step in steps]
    return "\n\n".join(part for part in (text, "\n".join(links)) if part)
