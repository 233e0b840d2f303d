"""A story on paper: every scene and choice has a number, and links become "go to 7".

Whoever reads on paper must not meet what a choice leads to right below it, so the numbers are dealt out by a hash of
the ids, and no two parts that a link ties follow one another where that can be helped. The numbers hang on ids and
links alone: they are the same in every language, and stay when words change.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from scenarios.model import Story


def paper_numbers(story: Story) -> dict[str, int]:
    """The number of each scene and choice by its id, from 1, which is the start's."""
    tied = _tied(story)
    waiting = sorted(tied, key=lambda one: (one != story.start, sha256(one.encode()).digest()))
    dealt: list[str] = []
    while waiting:
        near = tied[dealt[-1]] if dealt else ()
        fitting = next((one for one in waiting if one not in near), None)
        if fitting is None:  # All that are left are tied to the last one: they go between earlier ones.
            for one in waiting:
                dealt.insert(_gap(dealt, tied[one]), one)
            break
        dealt.append(fitting)
        waiting.remove(fitting)
    return {one: number for number, one in enumerate(dealt, 1)}


def _gap(dealt: list[str], near: set[str]) -> int:
    """Where something can go in without standing beside what it is tied to; at the end where it cannot."""
    for place in range(1, len(dealt)):
        if dealt[place - 1] not in near and dealt[place] not in near:
            return place
    return len(dealt)


def _tied(story: Story) -> dict[str, set[str]]:
    """For each scene and choice those that a link leads to from it, or from which one leads to it."""
    tied: dict[str, set[str]] = {}
    for one, target in _links(story):
        for near, far in ((one, target), (target, one)):
            tied.setdefault(near, set()).add(far)
    there = {scene.id for scene in story.scenes} | {choice.id for scene in story.scenes for choice in scene.choices}
    return {one: tied.get(one, set()) for one in there}


def _links(story: Story) -> Iterator[tuple[str, str]]:
    for scene in story.scenes:
        if scene.onward:
            yield scene.id, scene.onward.target
        for choice in scene.choices:
            yield scene.id, choice.id
            yield choice.id, choice.onward.target
