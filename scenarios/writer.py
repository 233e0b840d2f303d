"""Writes a story as Markdown, in the one form `scenarios.reader` reads back to the same story.

That holds for stories in normal form: titles and labels on one line without blanks at their ends; prose without
blank lines at its ends, with nothing in its first column that would be read as a heading, a list of links, a
reason or a takeaway. The prose of the toolbox is always so.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.model import Choice, Scene, Step, Story
from scenarios.plaintext import escape, escape_title

_INDENT = "    "


def write_story(story: Story) -> str:
    """The story's Markdown, ending in one line break; empty for a story without scenes."""
    blocks = [block for scene in story.scenes for block in _scene(scene)]
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _scene(scene: Scene) -> Iterator[str]:
    classes = (".ending", f".{scene.outcome}") if scene.outcome else ()
    yield _heading("##", scene.title, scene.id, *classes)
    if scene.text:
        yield scene.text
    if scene.takeaways:
        yield "\n".join("- " + point.replace("\n", f"\n{_INDENT}") for point in scene.takeaways)
    steps = [Step(choice.title, choice.id) for choice in scene.choices] + [s for s in (scene.onward,) if s]
    if steps:
        yield "\n".join(f"- {_link(step)}" for step in steps)
    for choice in scene.choices:
        yield from _choice(choice)


def _choice(choice: Choice) -> Iterator[str]:
    yield _heading("###", choice.title, choice.id, f".{choice.quality}")
    if choice.consequence:
        yield choice.consequence
    if choice.reason_label:
        yield f"*{escape(choice.reason_label)}* {choice.reason}".rstrip(" ")
    if choice.onward.target or choice.onward.label:
        yield _link(choice.onward)


def _heading(hashes: str, title: str, heading_id: str, *classes: str) -> str:
    marks = [f"#{heading_id}"] if heading_id else []
    return f"{hashes} {escape_title(title)} {{{' '.join([*marks, *classes])}}}"


def _link(step: Step) -> str:
    return f"[{escape(step.label)}](#{step.target})"
