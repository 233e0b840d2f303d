"""A story on paper: every scene and choice has a number, and links become "go to 7".

Whoever reads on paper must not meet what a choice leads to right below it, so the numbers are dealt out by a hash of
the ids. They are the same in every language, and two that stay in the story keep their order whatever is added.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from scenarios.model import Story


def paper_numbers(story: Story) -> dict[str, int]:
    """The number of each scene and choice by its id, from 1, which is the start's."""
    ids = dict.fromkeys(_ids(story))
    order = sorted(ids, key=lambda one: (one != story.start, sha256(one.encode()).digest()))
    return {one: number for number, one in enumerate(order, 1)}


def _ids(story: Story) -> Iterator[str]:
    for scene in story.scenes:
        yield scene.id
        for choice in scene.choices:
            yield choice.id
