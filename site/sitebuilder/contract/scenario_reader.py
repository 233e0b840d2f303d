"""The body of a scenario: the story is read by its own room, its prose by ours."""

from __future__ import annotations

from dataclasses import replace

from scenarios.checks import check_story
from scenarios.model import Choice, Scene, Step, Story
from scenarios.reader import parse_story
from scenarios.reading import Place
from sitebuilder.contract.inline_reader import read_runs
from sitebuilder.contract.problems import Problem
from sitebuilder.contract.prose import Run, one_line
from sitebuilder.contract.prose_reader import Line, read_prose
from sitebuilder.contract.prose_writer import write_lines, write_prose
from sitebuilder.contract.rooms import from_findings


def read_scenario(lines: list[Line], start: str, retired: tuple[str, ...] = ()) -> tuple[Story, tuple[Problem, ...]]:
    """The story in normal form, and what is wrong with its structure and its prose."""
    text = "\n".join(line for _, line in lines)
    reading = parse_story(text, start=start, first_line=lines[0][0] if lines else 1)
    story = replace(reading.story, retired=retired)
    problems = list(from_findings(reading.findings))
    for chunk in reading.chunks:
        blocks = chunk.place in (Place.SCENE, Place.CONSEQUENCE)
        found = read_prose(chunk.text, chunk.line)[1] if blocks else read_runs(chunk.text, chunk.line)[1]
        problems.extend(replace(p, where=p.where or chunk.where) for p in found)
    if not any(p.severity == "error" for p in problems):
        problems.extend(from_findings(check_story(story, reading.lines)))
    return normal_story(story), tuple(problems)


def normal_story(story: Story) -> Story:
    """The story with all its words in normal form."""
    return replace(story, scenes=tuple(map(_scene, story.scenes)))


def _scene(scene: Scene) -> Scene:
    return replace(
        scene,
        title=one_line(scene.title),
        onward=scene.onward and _step(scene.onward),
        text=_blocks(scene.text),
        choices=tuple(map(_choice, scene.choices)),
        takeaways=tuple(_line(text) for text in scene.takeaways),
    )


def _choice(choice: Choice) -> Choice:
    return replace(
        choice,
        title=one_line(choice.title),
        onward=_step(choice.onward),
        consequence=_blocks(choice.consequence),
        reason=_line(choice.reason),
        reason_label=one_line(choice.reason_label),
    )


def _step(step: Step) -> Step:
    return replace(step, label=one_line(step.label))


def _blocks(text: str) -> str:
    return write_prose(read_prose(text)[0])


def _line(text: str) -> str:
    """One paragraph's source on one line."""
    runs = read_runs(text, 1)[0]
    return write_lines(tuple(Run(r.text.replace("\n", " "), r.bold, r.italic, r.href) for r in runs))
