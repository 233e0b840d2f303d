"""The scenes of a scenario, both ways. The story holds its prose as Markdown, the form as rich text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sitebuilder.contract.inline_reader import read_runs
from sitebuilder.contract.prose import Run, make_runs, one_line
from sitebuilder.contract.prose_reader import read_prose
from sitebuilder.contract.prose_writer import write_lines, write_prose

from cms.library.mapping.links import Outward
from cms.library.mapping.problems import CannotHold
from cms.library.mapping.prose_read import ProseReader
from cms.library.mapping.prose_write import write_prose_of, write_runs_of, write_text
from cms.library.mapping.stream import Ids, Stream, block, items, values
from cms.library.mapping.words import ONWARD, REASON, usual
from scenarios.model import Choice, Outcome, Quality, Scene, Step, Story


def write_story_of(stream: Stream, start: str, retired: Iterable[str], language: str, out: Outward) -> Story:
    """The story of a stream of scenes; it starts in the first one where ``start`` is empty."""
    scenes = tuple(_write_scene(stored, language, out) for stored in stream)
    return Story(start or (scenes[0].id if scenes else ""), scenes, tuple(retired))


def _write_scene(stored: dict[str, Any], language: str, out: Outward) -> Scene:
    value = stored["value"]
    key = value.get("key") or ""
    out = out.at(key)
    telling, ending = stored["type"] == "telling", stored["type"] == "ending"
    return Scene(
        key,
        one_line(value.get("title") or ""),
        write_prose(write_prose_of(value.get("text"), out)),
        tuple(_write_choice(choice, language, out) for choice in values(value.get("choices"))),
        _write_step(value, language) if telling else None,
        Outcome(value.get("outcome") or Outcome.OPEN) if ending else None,
        tuple(point for point in (_write_line(p, out) for p in values(value.get("takeaways"))) if point),
    )


def _write_choice(value: dict[str, Any], language: str, out: Outward) -> Choice:
    key = value.get("key") or ""
    out = out.at(key)
    reason = _write_line(value.get("reason"), out)
    label = one_line(value.get("reason_label") or "") or usual(REASON, language)
    return Choice(
        key,
        one_line(value.get("title") or ""),
        Quality(value.get("quality") or Quality.WORKABLE),
        write_prose(write_text(value.get("consequence"), out)),
        reason,
        label if reason else "",
        _write_step(value, language),
    )


def _write_step(value: dict[str, Any], language: str) -> Step:
    label = one_line(value.get("onward_label") or "") or usual(ONWARD, language)
    return Step(label, value.get("target") or "")


def _write_line(source: str | None, out: Outward) -> str:
    runs = write_runs_of(source, out)
    return write_lines(make_runs(Run(r.text.replace("\n", " "), r.bold, r.italic, r.href) for r in runs))


def read_story_into(story: Story, reader: ProseReader, language: str, ids: Ids) -> Stream:
    """The stream of scenes that `write_story_of` writes as this story."""
    return [_StoryReader(reader, language).scene(scene, ids.under(scene.id)) for scene in story.scenes]


class _StoryReader:
    def __init__(self, reader: ProseReader, language: str) -> None:
        self._reader = reader
        self._language = language

    def scene(self, scene: Scene, ids: Ids) -> dict[str, Any]:
        try:
            text = self._reader.stream(read_prose(scene.text)[0], ids.under("text"), headings=False)
        except CannotHold as what:
            raise CannotHold(what.code, scene.id) from None
        value: dict[str, Any] = {"title": scene.title, "text": text, "key": scene.id}
        if scene.outcome is not None:
            takeaways = items(map(self._line, scene.takeaways), ids.under("takeaways"))
            return block("ending", {**value, "outcome": scene.outcome.value, "takeaways": takeaways}, ids)
        if scene.onward and not scene.choices:
            return block("telling", {**value, **self._step(scene.onward)}, ids)
        choices = [
            {"type": "item", "value": self._choice(choice), "id": str(ids.under(choice.id))} for choice in scene.choices
        ]
        return block("scene", {**value, "choices": choices}, ids)

    def _choice(self, choice: Choice) -> dict[str, Any]:
        try:
            consequence = self._reader.text(read_prose(choice.consequence)[0])
        except CannotHold as what:
            raise CannotHold(what.code, choice.id) from None
        usual_label = usual(REASON, self._language)
        return {
            "title": choice.title,
            "quality": choice.quality.value,
            "consequence": consequence,
            "reason": self._line(choice.reason),
            "reason_label": "" if choice.reason_label == usual_label else choice.reason_label,
            **self._step(choice.onward),
            "key": choice.id,
        }

    def _step(self, step: Step) -> dict[str, str]:
        label = "" if step.label == usual(ONWARD, self._language) else step.label
        return {"target": step.target, "onward_label": label}

    def _line(self, source: str) -> str:
        return self._reader.inline(read_runs(source, 1)[0])
