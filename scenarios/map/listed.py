"""The map in words: each scene in the order of the rows, its choices, where they lead, and what is to mend."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from xml.etree.ElementTree import Element, SubElement

from scenarios.finding import Finding
from scenarios.graph import ways_on
from scenarios.map.fit import clean
from scenarios.map.layers import layers_of
from scenarios.map.marks import by_scene, status_of
from scenarios.map.words import MapWords
from scenarios.model import Scene, Step, Story


def list_map(
    story: Story, words: MapWords, findings: Sequence[Finding] = (), *, href: Callable[[str], str] = "#{}".format
) -> Element:
    """An ``<ol>`` that says everything `draw_map` shows. ``href`` makes the address of a scene or choice."""
    listed = Element("ol", {"class": "story-map-list"})
    scenes = {scene.id: scene for scene in reversed(story.scenes)}
    layers = layers_of(ways_on(story), story.start)
    found = by_scene(story, findings)
    for scene_id in (scene_id for row in layers.rows for scene_id in row):
        scene = scenes[scene_id]
        entry = SubElement(listed, "li")
        _link(entry, scene.title, href(scene_id))
        status = status_of(scene, story, layers, found, words)
        entry[-1].tail = f" ({status})" if status else ""
        _add_steps(entry, scene, scenes, words, href)
    return listed


def _add_steps(
    entry: Element, scene: Scene, scenes: dict[str, Scene], words: MapWords, href: Callable[[str], str]
) -> None:
    steps = SubElement(entry, "ul")
    for choice in scene.choices:
        step = SubElement(steps, "li")
        _link(step, choice.title, href(choice.id))
        step[-1].tail = f" ({words.qualities[choice.quality]}) → "
        _add_target(step, choice.onward, scenes, href)
    if scene.onward:
        step = SubElement(steps, "li")
        step.text = f"{words.goes_on} → "
        _add_target(step, scene.onward, scenes, href)
    if not len(steps):
        entry.remove(steps)


def _add_target(step: Element, onward: Step, scenes: dict[str, Scene], href: Callable[[str], str]) -> None:
    if onward.target in scenes:
        _link(step, scenes[onward.target].title, href(onward.target))
    else:
        SubElement(step, "span").text = clean(onward.target) or "?"


def _link(parent: Element, title: str, address: str) -> None:
    SubElement(parent, "a", {"href": address}).text = clean(title) or "…"
