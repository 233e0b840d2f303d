"""A branching story as plain values: scenes, the choices in them, and where each choice leads.

Titles, labels and `Choice.reason_label` are plain text. `Scene.text` and `Choice.consequence` are Markdown
blocks, `Choice.reason` and `Scene.takeaways` are Markdown for one paragraph; this room never looks inside them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Quality(StrEnum):
    """How well a choice serves the person who is mentored. Several choices of a scene may be helpful."""

    HELPFUL = "helpful"
    WORKABLE = "workable"
    RISKY = "risky"
    HARMFUL = "harmful"

    @property
    def is_weak(self) -> bool:
        """Whether the story owes the reader a way to repair it."""
        return self in (Quality.RISKY, Quality.HARMFUL)


class Outcome(StrEnum):
    """How a story ended."""

    GOOD = "good"
    MIXED = "mixed"
    POOR = "poor"
    OPEN = "open"


@dataclass(frozen=True)
class Step:
    """A link to a scene, with the words it is shown with."""

    label: str
    target: str


@dataclass(frozen=True)
class Choice:
    """Something the reader may do, what comes of it, why, and the way on.

    ``reason`` and ``reason_label`` (as "Hvorfor:") are both empty where no reason is given.
    """

    id: str
    title: str
    quality: Quality
    consequence: str
    reason: str
    reason_label: str
    onward: Step


@dataclass(frozen=True)
class Scene:
    """A place in the story. It has choices, or it only tells and has ``onward``, or it is an ending."""

    id: str
    title: str
    text: str
    choices: tuple[Choice, ...] = ()
    onward: Step | None = None
    outcome: Outcome | None = None
    takeaways: tuple[str, ...] = ()

    @property
    def is_ending(self) -> bool:
        return self.outcome is not None

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every way out of the scene, in the order it is told."""
        straight_on = (self.onward,) if self.onward else ()
        return tuple(choice.onward for choice in self.choices) + straight_on


@dataclass(frozen=True)
class Story:
    """A whole story. ``start`` is the id of the first scene; ``scenes`` stand in the order they are written.

    ``retired`` are ids that scenes or choices once had in public and that no other may have after them.
    """

    start: str
    scenes: tuple[Scene, ...] = ()
    retired: tuple[str, ...] = ()

    def scene(self, scene_id: str) -> Scene:
        """The scene with this id; `KeyError` if there is none."""
        for scene in self.scenes:
            if scene.id == scene_id:
                return scene
        raise KeyError(scene_id)
