"""Whether a reader can walk through more scenes than a sitting allows without coming to one twice.

The longest simple path is a hard problem, so the search is bounded twice: scenes from which even the most generous
count cannot get far enough are not entered, and after `MOST_STEPS` the answer is no. A story that needs more steps
than that has so many circles that S52 says so.
"""

from __future__ import annotations

from scenarios.graph import Edges, rings

MOST_STEPS = 20_000


def walk_longer_than(edges: Edges, start: str, most: int) -> tuple[str, ...]:
    """A way from ``start`` through more than ``most`` scenes, each once, up to where it is too long; else empty."""
    if start not in edges:
        return ()
    ahead = _most_ahead(edges, start)
    path: list[str] = [start]
    on_path = {start}
    waiting = [iter(_far_first(edges, start, ahead))]
    for _ in range(MOST_STEPS):
        if len(path) > most:
            return tuple(path)
        target = next(
            (t for t in waiting[-1] if t not in on_path and len(path) + ahead[t] > most),
            None,
        )
        if target is not None:
            path.append(target)
            on_path.add(target)
            waiting.append(iter(_far_first(edges, target, ahead)))
            continue
        waiting.pop()
        on_path.discard(path.pop())
        if not path:
            break
    return ()


def _far_first(edges: Edges, scene: str, ahead: dict[str, int]) -> list[str]:
    return sorted(dict.fromkeys(edges[scene]), key=ahead.__getitem__, reverse=True)


def _most_ahead(edges: Edges, start: str) -> dict[str, int]:
    """For each scene that can be reached, no fewer scenes than any simple walk from it can hold, itself included.

    All scenes of a circle count as if one walk could hold them all.
    """
    ring_of = {scene: tuple(ring) for ring in rings(edges) for scene in ring}
    ahead: dict[str, int] = {}
    path = [start]
    while path:
        scene = path[-1]
        group = ring_of.get(scene, (scene,))
        beyond = {t for member in group for t in edges[member]} - set(group)
        unknown = [t for t in beyond if t not in ahead]
        if unknown:
            path.extend(unknown)
            continue
        path.pop()
        count = len(group) + max((ahead[t] for t in beyond), default=0)
        ahead |= dict.fromkeys(group, count)
    return ahead
