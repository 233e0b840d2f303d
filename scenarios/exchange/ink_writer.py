"""A story as ink of the simple kind: knots, choices and diverts.

Tags, which ink hands to a game and does not show, carry ids, qualities and outcomes; comments carry what stands above
the story. Choices are sticky (``+``), so that a story with circles can be walked again.
"""

from __future__ import annotations

from collections.abc import Iterator

from exchange.cover import Cover
from exchange.remark import Finding, refuse
from scenarios.exchange.ink_words import encode, knot_of
from scenarios.exchange.remark import remark
from scenarios.exchange.twee_writer import cannot_be_told
from scenarios.model import Choice, Scene, Step, Story
from scenarios.plaintext import escape

OURS = "// mentor-toolbox 1"
FRONT = "//| "


def write_ink(story: Story, cover: Cover) -> tuple[str, tuple[Finding, ...]]:
    """The story as an ink file, and where its ways lead nowhere. Raises `ExchangeError`."""
    refuse(cannot_be_told(story))
    scenes = {scene.id for scene in story.scenes}
    facts = {"title": cover.title, "id": cover.id, "language": cover.language, "start": story.start}
    lines = [OURS, *(f"// {key}: {value}".rstrip(" ") for key, value in facts.items())]
    lines += [f"{FRONT}{line}" for line in cover.front.split("\n")[:-1]]
    lines += ["", f"-> {knot_of(story.start) if story.start in scenes else 'END'}", ""]
    blocks = ["\n".join(lines)]
    for scene in story.scenes:
        blocks += _scene(scene, scenes)
    steps = [(s.id, s.onward) for s in story.scenes if s.onward]
    steps += [(choice.id, choice.onward) for s in story.scenes for choice in s.choices]
    lost = [remark("X61", where=where, target=step.target) for where, step in steps if step.target not in scenes]
    return "\n".join(blocks) + "\n", tuple(lost)


def _scene(scene: Scene, scenes: set[str]) -> Iterator[str]:
    tags = [f"# title: {encode(scene.title)}", *([f"# ending: {scene.outcome}"] if scene.outcome else [])]
    yield "\n".join([f"=== {knot_of(scene.id)} ===", *tags])
    yield from _prose(scene.text)
    yield from _prose("\n".join("- " + point.replace("\n", "\n    ") for point in scene.takeaways))
    for choice in scene.choices:
        yield from _choice(choice, scenes)
    if scene.onward:
        yield f"\n+ {_way(scene.onward, scenes)}"
    elif not scene.choices:
        yield "\n-> END"
    yield ""


def _choice(choice: Choice, scenes: set[str]) -> Iterator[str]:
    yield f"\n+ [{encode(choice.title)}]\n# id: {choice.id}\n# quality: {choice.quality}"
    yield from _prose(choice.consequence)
    if choice.reason_label:
        yield from _prose(f"*{escape(choice.reason_label)}* {choice.reason}".rstrip(" "))
    if choice.onward.target or choice.onward.label:
        yield f"\n++ {_way(choice.onward, scenes)}"


def _way(step: Step, scenes: set[str]) -> str:
    """A way on. One that leads nowhere ends the story, and a comment remembers where it should have led."""
    there = f"-> {knot_of(step.target)}" if step.target in scenes else f"-> END // -> {step.target}".rstrip(" ")
    return f"[{encode(step.label)}] {there}"


def _prose(text: str) -> Iterator[str]:
    if text:
        yield f"\n{encode(text)}"
