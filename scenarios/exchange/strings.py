"""The words of a story for translators."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from exchange.strings import Form, Text
from scenarios.model import Choice, Scene, Step, Story

FORM = Form("story")


def texts_of(story: Story) -> Iterator[Text]:
    """Every string of the scenes, in the order they are read."""
    for scene in story.scenes:
        yield Text(f"{scene.id}.title", scene.title)
        yield Text(f"{scene.id}.text", scene.text, many=True)
        for n, point in enumerate(scene.takeaways, 1):
            yield Text(f"{scene.id}.takeaway.{n}", point)
        if scene.onward:
            yield Text(f"{scene.id}.onward", scene.onward.label)
        for choice in scene.choices:
            yield Text(f"{choice.id}.title", choice.title)
            yield Text(f"{choice.id}.consequence", choice.consequence, many=True)
            yield Text(f"{choice.id}.reason_label", choice.reason_label)
            yield Text(f"{choice.id}.reason", choice.reason)
            yield Text(f"{choice.id}.onward", choice.onward.label)


def with_words(story: Story, words: Mapping[str, str]) -> Story:
    """The story with other words. Nothing but words changes; a string without a new one keeps its own."""

    def told(key: str, old: str) -> str:
        return words.get(key, old)

    def step(owner: str, old: Step) -> Step:
        return Step(told(f"{owner}.onward", old.label), old.target)

    def choice(old: Choice) -> Choice:
        return replace(
            old,
            title=told(f"{old.id}.title", old.title),
            consequence=told(f"{old.id}.consequence", old.consequence),
            reason=told(f"{old.id}.reason", old.reason),
            reason_label=told(f"{old.id}.reason_label", old.reason_label),
            onward=step(old.id, old.onward),
        )

    def scene(old: Scene) -> Scene:
        return replace(
            old,
            title=told(f"{old.id}.title", old.title),
            text=told(f"{old.id}.text", old.text),
            takeaways=tuple(told(f"{old.id}.takeaway.{n}", t) for n, t in enumerate(old.takeaways, 1)),
            onward=old.onward and step(old.id, old.onward),
            choices=tuple(map(choice, old.choices)),
        )

    return replace(story, scenes=tuple(map(scene, story.scenes)))
