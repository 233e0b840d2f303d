"""Whether the rules about ways agree with somebody who simply walks them all."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from scenarios.checks import check_story
from scenarios.graph import ways_on
from scenarios.longest import walk_longer_than
from scenarios.model import Scene, Story
from tests.scenarios.stories import sound_stories


def errors(story: Story) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for finding in check_story(story):
        if finding.severity == "error":
            found.setdefault(finding.code, set()).add(finding.where)
    return found


def walk(story: Story, scene_id: str) -> set[str]:
    """Every scene a reader can come to from here, found by going everywhere."""
    scenes = {scene.id: scene for scene in story.scenes}
    met: set[str] = set()
    waiting = [scene_id]
    while waiting:
        here = waiting.pop()
        if here in scenes and here not in met:
            met.add(here)
            waiting += [step.target for step in scenes[here].steps]
    return met


def unreached(story: Story) -> set[str]:
    return {scene.id for scene in story.scenes} - walk(story, story.start)


def caught(story: Story) -> set[str]:
    """Scenes of the story from which a reader comes neither to an ending nor to a place where the story breaks off."""
    scenes = {scene.id: scene for scene in story.scenes}
    stops = {
        scene.id
        for scene in story.scenes
        if scene.is_ending or not scene.steps or any(step.target not in scenes for step in scene.steps)
    }
    return {scene_id for scene_id in walk(story, story.start) if not walk(story, scene_id) & stops}


def without_step(scene: Scene, n: int) -> Scene:
    if scene.onward:
        return replace(scene, onward=None)
    return replace(scene, choices=scene.choices[:n] + scene.choices[n + 1 :])


@given(sound_stories())
def test_a_sound_story_has_no_errors(story: Story) -> None:
    assert errors(story).keys() <= {"S06"}


@given(sound_stories(), st.data())
def test_after_a_scene_is_deleted_the_rules_say_what_a_walk_finds(story: Story, data: st.DataObject) -> None:
    gone = data.draw(st.sampled_from(story.scenes))
    assert_told(replace(story, scenes=tuple(scene for scene in story.scenes if scene is not gone)))


@given(sound_stories(), st.data())
def test_after_a_link_is_deleted_the_rules_say_what_a_walk_finds(story: Story, data: st.DataObject) -> None:
    scene = data.draw(st.sampled_from([scene for scene in story.scenes if scene.steps]))
    n = data.draw(st.integers(0, len(scene.steps) - 1))
    assert_told(replace(story, scenes=tuple(without_step(s, n) if s is scene else s for s in story.scenes)))


def assert_told(story: Story) -> None:
    found = errors(story)
    scenes = {scene.id: scene for scene in story.scenes}
    assert ("S01" in found) == (story.start not in scenes)
    assert found.get("S07", set()) == {s.id for s in story.scenes if not s.is_ending and not s.steps}
    broken = {s.id for s in story.scenes if s.onward and s.onward.target not in scenes}
    broken |= {c.id for s in story.scenes for c in s.choices if c.onward.target not in scenes}
    assert found.get("S03", set()) == broken
    if story.start not in scenes:
        return
    assert found.get("S04", set()) == unreached(story)
    has_ending = any(scene.is_ending for scene in story.scenes)
    assert ("S09" in found) == (not has_ending)
    told, trapped = found.get("S05", set()), caught(story) if has_ending else set()
    assert told <= trapped
    assert bool(told) == bool(trapped)
    assert trapped <= {scene_id for frontier in told for scene_id in walk(story, frontier)}


@given(sound_stories(most=9), st.integers(1, 9))
def test_a_long_walk_is_found_exactly_when_there_is_one(story: Story, most: int) -> None:
    edges = ways_on(story)

    def longest(path: tuple[str, ...]) -> int:
        return max([len(path), *(longest((*path, t)) for t in set(edges[path[-1]]) - set(path))])

    way = walk_longer_than(edges, story.start, most)
    assert bool(way) == (longest((story.start,)) > most)
    assert not way or len(set(way)) == most + 1
    assert all(there in edges[here] for here, there in zip(way, way[1:], strict=False))
