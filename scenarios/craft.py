"""What makes a story worth choosing in (S51–S64): advice to its author, never a reason to hold it back."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from scenarios.finding import Finding, find
from scenarios.graph import fewest_choices, reached, rings, ways_back, ways_on
from scenarios.longest import walk_longer_than
from scenarios.model import Outcome, Quality, Scene, Story
from scenarios.private import private_details

FEWEST_CHOICES_TO_AN_ENDING = 2
MOST_WAYS_IN = 4
MOST_WORDS = 160
MOST_SCENES, MOST_SCENES_IN_A_WALK = 30, 12
MUCH_LONGER, LONGER_BY = 1.6, 20
"""A helpful choice this many times as long as the longest other one, and longer by this many letters, stands out."""

SCENES_THAT_SHOW_A_HABIT = 3
"""From so many scenes on, the helpful choice standing always in the same place is no accident."""

_LINK_TARGET = re.compile(r"\]\([^()\s]*\)")
_WORD = re.compile(r"\w+(?:['’.:-]\w+)*")


def check_craft(story: Story) -> Iterator[Finding]:
    """Every warning about a story, in no particular order, without lines."""
    for scene in story.scenes:
        yield from _check_false_choices(scene)
        count = word_count(scene.text)
        if count > MOST_WORDS:
            yield find("S61", where=scene.id, count=count)
        yield from _check_lengths(scene)
        yield from _check_reasons(scene)
        yield from _check_privacy(scene)
    yield from _check_size(story)
    yield from _check_ways(story)
    yield from _check_endings(story)
    yield from _check_places(story)
    yield from _check_repair(story)


def check_review(review_by: dt.date | None, today: dt.date) -> Iterator[Finding]:
    """S59: whether the day has passed by which somebody should have read the story again."""
    if review_by and review_by < today:
        yield find("S59", date=review_by.isoformat())


def word_count(prose: str) -> int:
    """How many words a reader meets in a piece of Markdown; where its links lead is not read."""
    return len(_WORD.findall(_LINK_TARGET.sub("]", prose)))


def _check_false_choices(scene: Scene) -> Iterator[Finding]:
    seen: dict[tuple[str, str], str] = {}
    for choice in scene.choices:
        what_comes = (choice.onward.target, " ".join(choice.consequence.split()))
        if what_comes in seen:
            yield find("S51", where=choice.id, other=seen[what_comes])
        seen.setdefault(what_comes, choice.id)


def _check_lengths(scene: Scene) -> Iterator[Finding]:
    """S57, where exactly one choice is helpful."""
    helpful = [choice for choice in scene.choices if choice.quality is Quality.HELPFUL]
    others = [len(choice.title) for choice in scene.choices if choice.quality is not Quality.HELPFUL]
    if len(helpful) == 1 and others:
        length, longest = len(helpful[0].title), max(others)
        if length > MUCH_LONGER * longest and length - longest > LONGER_BY:
            yield find("S57", where=helpful[0].id, length=length, longest=longest)


def _check_reasons(scene: Scene) -> Iterator[Finding]:
    """S64. A label without a reason is S28."""
    for choice in scene.choices:
        if not choice.reason and not choice.reason_label:
            yield find("S64", where=choice.id)


def _check_privacy(scene: Scene) -> Iterator[Finding]:
    prose = [(scene.id, "\n\n".join([scene.text, *scene.takeaways]))]
    prose += [(choice.id, f"{choice.consequence}\n\n{choice.reason}") for choice in scene.choices]
    for where, text in prose:
        for detail in private_details(text):
            yield find("S63", where=where, detail=detail)


def _check_size(story: Story) -> Iterator[Finding]:
    if len(story.scenes) > MOST_SCENES:
        yield find("S54.scenes", where=story.start, count=len(story.scenes))
    way = walk_longer_than(ways_on(story), story.start, MOST_SCENES_IN_A_WALK)
    if way:
        yield find("S54.way", where=way[-1], way=", ".join(way))


def _check_ways(story: Story) -> Iterator[Finding]:
    edges = ways_on(story)
    back = ways_back(edges)
    ended = reached(back, [scene.id for scene in story.scenes if scene.is_ending])
    for ring in rings(edges):
        if ring[0] in ended:
            yield find("S52", where=ring[0], ring=", ".join(ring))
    for scene_id, before in back.items():
        if len(before) > MOST_WAYS_IN:
            yield find("S60", where=scene_id, count=len(before))


def _check_endings(story: Story) -> Iterator[Finding]:
    fewest = fewest_choices(story)
    nearest = [(fewest[scene.id], scene.id) for scene in story.scenes if scene.is_ending and scene.id in fewest]
    if nearest:
        count, scene_id = min(nearest, key=lambda ending: ending[0])
        if count < FEWEST_CHOICES_TO_AN_ENDING:
            yield find("S53.one" if count else "S53.none", where=scene_id)
    outcomes = [scene.outcome for scene in story.scenes if scene.outcome]
    if len(set(outcomes)) == 1:
        yield find("S55", where=story.start, outcome=outcomes[0])


def _check_places(story: Story) -> Iterator[Finding]:
    """S56, over the scenes where exactly one choice is helpful: only there does a place give it away."""
    places = []
    for scene in story.scenes:
        helpful = [place for place, choice in enumerate(scene.choices, 1) if choice.quality is Quality.HELPFUL]
        if len(helpful) == 1 and len(scene.choices) > 1:
            places += helpful
    if len(places) >= SCENES_THAT_SHOW_A_HABIT and len(set(places)) == 1:
        yield find("S56", where=story.start, place=places[0])


def _check_repair(story: Story) -> Iterator[Finding]:
    weak = [choice for scene in story.scenes for choice in scene.choices if choice.quality.is_weak]
    good = [scene.id for scene in story.scenes if scene.outcome is Outcome.GOOD]
    mended = reached(ways_back(ways_on(story)), good)
    if weak and not any(choice.onward.target in mended for choice in weak):
        yield find("S62", where=weak[0].id)
