"""The ways through a story. Every search is iterative and linear, so that long stories cannot break it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence

from scenarios.model import Story

Edges = Mapping[str, Sequence[str]]
"""For each scene the scenes it leads to, in order; only scenes that exist."""


def ways_on(story: Story) -> dict[str, list[str]]:
    """The scenes each scene leads to, once for each step. Scenes with one id count as one."""
    edges: dict[str, list[str]] = {scene.id: [] for scene in story.scenes}
    for scene in story.scenes:
        edges[scene.id] += [step.target for step in scene.steps if step.target in edges]
    return edges


def ways_back(edges: Edges) -> dict[str, list[str]]:
    """The same steps the other way round."""
    back: dict[str, list[str]] = {scene: [] for scene in edges}
    for scene, targets in edges.items():
        for target in targets:
            back[target].append(scene)
    return back


def reached(edges: Edges, starts: Iterable[str]) -> set[str]:
    """Every scene that can be reached from these, themselves included."""
    seen = {scene for scene in starts if scene in edges}
    waiting = list(seen)
    while waiting:
        for target in edges[waiting.pop()]:
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    return seen


def fewest_choices(story: Story) -> dict[str, int]:
    """How few choices bring the reader from the start to each scene that can be reached.

    A scene that only tells costs nothing to pass, so cheaper ways are searched first.
    """
    scenes = {scene.id: scene for scene in story.scenes}
    fewest: dict[str, int] = {}
    waiting = deque([(story.start, 0)])
    while waiting:
        scene_id, count = waiting.popleft()
        if scene_id in fewest or scene_id not in scenes:
            continue
        fewest[scene_id] = count
        scene = scenes[scene_id]
        if scene.onward:
            waiting.appendleft((scene.onward.target, count))
        waiting.extend((choice.onward.target, count + 1) for choice in scene.choices)
    return fewest


def rings(edges: Edges) -> list[list[str]]:
    """The groups of scenes that can be walked in circles, each in the order of ``edges``.

    Kosaraju's algorithm: the order scenes are left in, then a search the other way round, last left first.
    """
    back = ways_back(edges)
    group: dict[str, str] = {}
    for root in reversed(_order_left(edges)):
        if root in group:
            continue
        group[root] = root
        waiting = [root]
        while waiting:
            for before in back[waiting.pop()]:
                if before not in group:
                    group[before] = root
                    waiting.append(before)
    members: dict[str, list[str]] = {}
    for scene in edges:
        members.setdefault(group[scene], []).append(scene)
    return [ring for ring in members.values() if len(ring) > 1 or ring[0] in edges[ring[0]]]


def _order_left(edges: Edges) -> list[str]:
    """Scenes in the order a walk into the depth is done with them."""
    seen: set[str] = set()
    left: list[str] = []
    for root in edges:
        if root in seen:
            continue
        seen.add(root)
        path = [(root, iter(edges[root]))]
        while path:
            scene, targets = path[-1]
            target = next((t for t in targets if t not in seen), None)
            if target is None:
                left.append(scene)
                path.pop()
            else:
                seen.add(target)
                path.append((target, iter(edges[target])))
    return left
