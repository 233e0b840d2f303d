"""Which row of the map each scene stands in: as far down as the longest way to it from the start."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from scenarios.graph import Edges

UNREACHED_IN_A_ROW = 5


@dataclass(frozen=True)
class Layers:
    """Rows from the top, each with its scenes; the last ones hold what no way leads to.

    ``back`` are the steps that lead up again or stay in their row: all others lead down.
    """

    rows: tuple[tuple[str, ...], ...]
    back: frozenset[tuple[str, str]]
    unreached: frozenset[str]


def layers_of(edges: Edges, start: str) -> Layers:
    """Every scene of ``edges`` in its row. Ways in circles are cut where a walk from the start closes them."""
    order, closing = _walk(edges, start)
    row = dict.fromkeys(order, 0)
    for scene in order:
        for target in edges[scene]:
            if (scene, target) not in closing:
                row[target] = max(row[target], row[scene] + 1)
    rows: list[list[str]] = [[] for _ in range(max(row.values(), default=-1) + 1)]
    for scene in (scene for scene in edges if scene in row):
        rows[row[scene]].append(scene)
    lost = [scene for scene in edges if scene not in row]
    rows += [lost[n : n + UNREACHED_IN_A_ROW] for n in range(0, len(lost), UNREACHED_IN_A_ROW)]
    place = {scene: n for n, names in enumerate(rows) for scene in names}
    back = {(s, t) for s, targets in edges.items() for t in targets if place[t] <= place[s]}
    return Layers(tuple(map(tuple, rows)), frozenset(back), frozenset(lost))


def _walk(edges: Edges, start: str) -> tuple[list[str], set[tuple[str, str]]]:
    """Scenes that can be reached, each before those it leads to, and the steps that close a circle."""
    if start not in edges:
        return [], set()
    closing: set[tuple[str, str]] = set()
    done: deque[str] = deque()
    seen, open_scenes = {start}, {start}
    path = [(start, iter(edges[start]))]
    while path:
        scene, targets = path[-1]
        for target in targets:
            if target in open_scenes:
                closing.add((scene, target))
            elif target not in seen:
                seen.add(target)
                open_scenes.add(target)
                path.append((target, iter(edges[target])))
                break
        else:
            path.pop()
            open_scenes.discard(scene)
            done.appendleft(scene)
    return list(done), closing
