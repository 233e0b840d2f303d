"""Where in its row each scene stands, so that lines are short and seldom cross.

The usual way to draw a graph in layers: a line over several rows gets a place in each of them, rows are sorted by
the middle of what they are tied to, and then moved towards it without passing each other (Sugiyama, Tagawa and
Toda 1981; the moving is isotonic regression by pooling neighbours).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scenarios.graph import Edges
from scenarios.map.layers import Layers

Spot = str | tuple[str, str, int]
"""A scene, or where the line from one scene to another passes a row."""

LONGEST_BEND = 12
"""A line over more rows than this is drawn straight: giving it a place in each would only widen the map."""

SORTINGS = 4
MOVINGS = 6
LINE_WIDTH = 0.25
"""How much room a passing line takes, where a scene takes 1."""


@dataclass(frozen=True)
class Arrangement:
    """The middle of each spot, in widths of a scene from the left edge, and the bends of each line from the top."""

    middle: Mapping[Spot, float]
    bends: Mapping[tuple[str, str], tuple[Spot, ...]]
    width: float


def arrange(edges: Edges, layers: Layers) -> Arrangement:
    """Every scene and every bend in its place."""
    rows, bends = _with_bends(edges, layers)
    above, below = _ties(bends, rows)
    for turn in range(SORTINGS):
        downwards = turn % 2 == 0
        _sort(rows if downwards else rows[::-1], above if downwards else below)
    middle = _move(rows, above, below)
    left = min((middle[s] - _width(s) / 2 for row in rows for s in row), default=0.0)
    right = max((middle[s] + _width(s) / 2 for row in rows for s in row), default=1.0)
    return Arrangement({spot: x - left for spot, x in middle.items()}, bends, right - left)


def _with_bends(edges: Edges, layers: Layers) -> tuple[list[list[Spot]], dict[tuple[str, str], tuple[Spot, ...]]]:
    rows: list[list[Spot]] = [list(row) for row in layers.rows]
    place = {scene: n for n, row in enumerate(layers.rows) for scene in row}
    bends: dict[tuple[str, str], tuple[Spot, ...]] = {}
    for scene, targets in edges.items():
        for target in dict.fromkeys(targets):
            line = (scene, target)
            between = range(place[scene] + 1, place[target])
            passed: list[Spot] = []
            if line not in layers.back and len(between) < LONGEST_BEND:
                for n in between:
                    passed.append((scene, target, n))
                    rows[n].append(passed[-1])
            bends[line] = tuple(passed)
    return rows, bends


Ties = Mapping[Spot, Sequence[Spot]]


def _ties(bends: Mapping[tuple[str, str], tuple[Spot, ...]], rows: Sequence[Sequence[Spot]]) -> tuple[Ties, Ties]:
    """For each spot the spots it is tied to in the rows above and below."""
    place = {spot: n for n, row in enumerate(rows) for spot in row}
    above: dict[Spot, list[Spot]] = {spot: [] for spot in place}
    below: dict[Spot, list[Spot]] = {spot: [] for spot in place}
    for (scene, target), passed in bends.items():
        way: list[Spot] = [scene, *passed, target]
        for upper, lower in zip(way, way[1:], strict=False):
            if place[upper] < place[lower]:
                below[upper].append(lower)
                above[lower].append(upper)
    return above, below


def _sort(rows: Sequence[list[Spot]], ties: Ties) -> None:
    """Sorts each row, in place, by the middle of what it is tied to in the rows before."""
    position: dict[Spot, float] = {}
    for row in rows:
        for n, spot in enumerate(row):
            position[spot] = n / max(len(row) - 1, 1)
    for row in rows:
        wish = {spot: _mean([position[t] for t in ties[spot]], position[spot]) for spot in row}
        row.sort(key=wish.__getitem__)
        for n, spot in enumerate(row):
            position[spot] = n / max(len(row) - 1, 1)


def _move(rows: Sequence[Sequence[Spot]], above: Ties, below: Ties) -> dict[Spot, float]:
    middle: dict[Spot, float] = {}
    for row in rows:
        middle |= _spread(row, dict.fromkeys(row, 0.0))
    for turn in range(MOVINGS):
        downwards = turn % 2 == 0
        ties = above if downwards else below
        for row in rows if downwards else rows[::-1]:
            wish = {spot: _mean([middle[t] for t in ties[spot]], middle[spot]) for spot in row}
            middle |= _spread(row, wish)
    return middle


def _spread(row: Sequence[Spot], wish: Mapping[Spot, float]) -> dict[Spot, float]:
    """The places nearest to what is wished, in the order of the row and without overlap."""
    offsets: list[float] = []
    for n, spot in enumerate(row):
        offsets.append(offsets[-1] + (_width(row[n - 1]) + _width(spot)) / 2 if n else 0.0)
    pools: list[tuple[float, int]] = []
    for spot, offset in zip(row, offsets, strict=True):
        total, count = wish[spot] - offset, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            before, number = pools.pop()
            total, count = total + before, count + number
        pools.append((total, count))
    base = [total / count for total, count in pools for _ in range(count)]
    return {spot: b + offset for spot, b, offset in zip(row, base, offsets, strict=True)}


def _width(spot: Spot) -> float:
    return 1.0 if isinstance(spot, str) else LINE_WIDTH


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise
