"""The lines of a map in pixels: from the lower edge of a scene to the upper edge of where its choices lead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scenarios.map.arrange import Arrangement, Spot
from scenarios.map.layers import Layers
from scenarios.model import Choice, Story

BOX_WIDTH, BOX_HEIGHT = 152, 70
STEP_ACROSS, STEP_DOWN = 176, 142
MARGIN = 16
MARK_STEP = 13
LANE = 10
UNDER, OVER = 58, 11
"""How far under its row a line that leads up again runs, and how far over the row it comes to."""


class Grid:
    """Where on the paper everything stands. ``mirrored`` puts the left to the right, for words that run so."""

    def __init__(self, placed: Arrangement, layers: Layers, *, mirrored: bool, narrowest: int) -> None:
        drawn = placed.width * STEP_ACROSS + LANE * len(layers.back)
        self.width = max(drawn, narrowest) + 2 * MARGIN
        self.height = max(len(layers.rows) * STEP_DOWN - (STEP_DOWN - BOX_HEIGHT), 0) + 2 * MARGIN
        self._placed = placed
        self._row = {scene: n for n, row in enumerate(layers.rows) for scene in row}
        self._inset = MARGIN + (self.width - 2 * MARGIN - drawn) / 2
        self.mirrored = mirrored

    def across(self, x: float) -> float:
        """A distance from the side where reading begins, as one from the left."""
        return self.width - x if self.mirrored else x

    def middle(self, spot: Spot) -> float:
        """The middle of a scene or bend."""
        return self.across(self._inset + self._placed.middle[spot] * STEP_ACROSS)

    def top(self, spot: Spot) -> float:
        """The upper edge of its row."""
        return MARGIN + (self._row[spot] if isinstance(spot, str) else spot[2]) * STEP_DOWN

    def box(self, scene: str) -> tuple[float, float, float, float]:
        """Left, top, width and height of a scene."""
        return self.middle(scene) - BOX_WIDTH / 2, self.top(scene), BOX_WIDTH, BOX_HEIGHT


@dataclass(frozen=True)
class Line:
    """All the ways from one scene to another, with a mark (its choice, x, y) for each choice among them."""

    path: str
    head: str
    marks: tuple[tuple[Choice, float, float], ...]

    @property
    def is_weak(self) -> bool:
        """Whether only weak choices lead this way."""
        return bool(self.marks) and all(choice.quality.is_weak for choice, _, _ in self.marks)


def lines_of(story: Story, placed: Arrangement, layers: Layers, grid: Grid) -> list[Line]:
    """A line for every pair of scenes that a step ties."""
    choices: dict[tuple[str, str], list[Choice]] = {line: [] for line in placed.bends}
    for scene in story.scenes:
        for choice in scene.choices:
            if (scene.id, choice.onward.target) in choices:
                choices[scene.id, choice.onward.target].append(choice)
    leaving: dict[str, list[tuple[str, str]]] = {}
    for line in placed.bends:
        leaving.setdefault(line[0], []).append(line)
    drawn: list[Line] = []
    lanes = {line: lane for lane, line in enumerate(line for line in placed.bends if line in layers.back)}
    for scene_id, its in leaving.items():
        down = sorted(
            (line for line in its if line not in layers.back), key=lambda line: grid.middle(_next(placed, line))
        )
        room = min(30.0, (BOX_WIDTH - 30) / max(len(down), 1))
        for n, line in enumerate(down):
            x = grid.middle(scene_id) + (n - (len(down) - 1) / 2) * room
            drawn.append(_line_down(line, placed.bends[line], x, choices[line], grid))
        drawn += [_line_back(line, lanes[line], choices[line], grid) for line in its if line in layers.back]
    return drawn


def _next(placed: Arrangement, line: tuple[str, str]) -> Spot:
    return (*placed.bends[line], line[1])[0]


def _line_down(line: tuple[str, str], bends: Sequence[Spot], x: float, choices: Sequence[Choice], grid: Grid) -> Line:
    y = grid.top(line[0]) + BOX_HEIGHT
    first = y + MARK_STEP
    marks = tuple((choice, x, first + n * MARK_STEP) for n, choice in enumerate(choices))
    y_bent = y + MARK_STEP * (len(choices) + 0.5) if choices else y
    path = [f"M{x:.0f} {y:.0f}V{y_bent:.0f}"]
    at_x, at_y = x, y_bent
    for spot in (*bends, line[1]):
        to_x, to_y = grid.middle(spot), grid.top(spot)
        half = (at_y + to_y) / 2
        path.append(f"C{at_x:.0f} {half:.0f} {to_x:.0f} {half:.0f} {to_x:.0f} {to_y:.0f}")
        at_x, at_y = to_x, to_y
        if spot is not line[1]:
            at_y += BOX_HEIGHT
            path.append(f"V{at_y:.0f}")
    return Line("".join(path), f"M{at_x - 4:.0f} {at_y - 7:.0f}l4 7l4-7", marks)


def _line_back(line: tuple[str, str], lane: int, choices: Sequence[Choice], grid: Grid) -> Line:
    """Under its row out to the side, up past everything, and in over the row it leads to."""
    side = -1 if grid.mirrored else 1
    x = grid.middle(line[0]) + side * (BOX_WIDTH / 2 - MARK_STEP)
    to_x = grid.middle(line[1]) + side * (BOX_WIDTH / 2 - MARK_STEP)
    out = grid.across(grid.width - MARGIN - lane * LANE)
    y, to_y = grid.top(line[0]) + BOX_HEIGHT, grid.top(line[1])
    marks = tuple((choice, x, y + MARK_STEP * (n + 1)) for n, choice in enumerate(choices))
    path = f"M{x:.0f} {y:.0f}V{y + UNDER:.0f}H{out:.0f}V{to_y - OVER:.0f}H{to_x:.0f}V{to_y:.0f}"
    return Line(path, f"M{to_x - 4:.0f} {to_y - 7:.0f}l4 7l4-7", marks)
