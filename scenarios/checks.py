"""The rules a story must keep before it may be published (S01–S11), and the whole check.

What a page adds to a story (its pictures, its review date) and how it is written are checked elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from scenarios.craft import check_craft
from scenarios.finding import Finding, find
from scenarios.graph import reached, ways_back, ways_on
from scenarios.media import check_media
from scenarios.model import Scene, Story

FEWEST_CHOICES, MOST_CHOICES = 2, 4
MOST_TAKEAWAYS = 3
_NO_LINES: Mapping[str, int] = {}


def check_story(story: Story, lines: Mapping[str, int] = _NO_LINES) -> tuple[Finding, ...]:
    """Every rule the story breaks, errors and warnings, in the order of the text.

    ``lines`` tells the line of each scene and choice; without it findings have line 0 and stand by code.
    """
    found = [*_check_ids(story), *_check_scenes(story), *_check_choices(story), *_check_ways(story)]
    found += [*check_media(story), *check_craft(story)]
    placed = [Finding(f.wording, lines.get(f.where, 0), f.where, f.values) for f in found]
    return tuple(sorted(placed, key=lambda finding: (finding.line, finding.code)))


def _check_ids(story: Story) -> Iterator[Finding]:
    scene_ids = [scene.id for scene in story.scenes]
    if story.start not in scene_ids:
        yield find("S01", where=story.start, start=story.start)
    choice_ids = [choice.id for scene in story.scenes for choice in scene.choices]
    for an_id, count in Counter(scene_ids + choice_ids).items():
        if an_id and count > 1:
            yield find("S02", where=an_id)
    for an_id in dict.fromkeys(scene_ids + choice_ids):
        if an_id in story.retired:
            yield find("S16", where=an_id)


def _check_scenes(story: Story) -> Iterator[Finding]:
    if not any(scene.is_ending for scene in story.scenes):
        yield find("S09", where=story.start)
    for scene in story.scenes:
        yield from _check_ending(scene) if scene.is_ending else _check_number(scene)
        yield from _check_words(scene)


def _check_ending(scene: Scene) -> Iterator[Finding]:
    if scene.steps:
        yield find("S06.ending", where=scene.id)
    if not scene.takeaways:
        yield find("S10", where=scene.id)
    elif len(scene.takeaways) > MOST_TAKEAWAYS:
        yield find("S10.many", where=scene.id, count=len(scene.takeaways))


def _check_number(scene: Scene) -> Iterator[Finding]:
    count = len(scene.choices)
    if not scene.steps:
        yield find("S07", where=scene.id)
    elif scene.choices and scene.onward:
        yield find("S06.both", where=scene.id, target=scene.onward.target)
    elif scene.choices and count < FEWEST_CHOICES:
        yield find("S06.few", where=scene.id)
    elif count > MOST_CHOICES:
        yield find("S06.many", where=scene.id, count=count)


def _check_words(scene: Scene) -> Iterator[Finding]:
    seen: set[str] = set()
    for choice in scene.choices:
        words = folded(choice.title)
        if words in seen:
            yield find("S11", where=choice.id, scene=scene.id, title=choice.title)
        seen.add(words)


def _check_choices(story: Story) -> Iterator[Finding]:
    scene_ids = {scene.id for scene in story.scenes}
    steps = [(scene.id, scene.onward) for scene in story.scenes if scene.onward]
    for scene in story.scenes:
        steps += [(choice.id, choice.onward) for choice in scene.choices]
        for choice in scene.choices:
            if not choice.consequence.strip():
                yield find("S08", where=choice.id)
    for where, step in steps:
        if not step.target:
            yield find("S03.nowhere", where=where)
        elif step.target not in scene_ids:
            yield find("S03", where=where, target=step.target)


def _check_ways(story: Story) -> Iterator[Finding]:
    """S04 and S05. A scene that is already found to stop short (S03, S07) is not also told to have no ending."""
    edges = ways_on(story)
    if story.start not in edges:
        return
    from_start = reached(edges, [story.start])
    for scene_id in edges:
        if scene_id not in from_start:
            yield find("S04", where=scene_id)
    endings = [scene.id for scene in story.scenes if scene.is_ending]
    if not endings:
        return
    back = ways_back(edges)
    stopped = [s.id for s in story.scenes if not s.steps or any(step.target not in edges for step in s.steps)]
    ended = reached(back, endings + stopped)
    for scene_id in edges:
        is_frontier = scene_id == story.start or any(before in ended for before in back[scene_id])
        if scene_id in from_start and scene_id not in ended and is_frontier:
            yield find("S05", where=scene_id)


def folded(words: str) -> str:
    """Words without regard to case and blanks, to tell whether two texts say the same."""
    return " ".join(words.casefold().split())
