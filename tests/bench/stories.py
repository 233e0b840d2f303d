"""`make bench-stories`: how long it takes to check a story and draw its map, beside Graphviz drawing the same graph."""

from __future__ import annotations

import os
import platform
import random
import shutil
import statistics
import subprocess
import time
from collections.abc import Callable

from sitebuilder.languages import load_languages
from sitebuilder.places import SITE
from sitebuilder.views.story_map import map_words

from scenarios.checks import check_story
from scenarios.graph import ways_on
from scenarios.map.svg import write_map
from scenarios.model import Choice, Outcome, Quality, Scene, Step, Story
from tests.bench.readme import write_table

WORDS = map_words(load_languages(SITE / "languages")[0])
ENDINGS = 5
LONGEST_LEAP = 8
BACK = 0.03
"""How many steps lead anywhere in the story, and not onwards."""

MANY = 1_000


def main() -> None:
    rows = [_row(scenes) for scenes in (30, 200)]
    many = [make_story(30, seed) for seed in range(MANY)]
    seconds = _seconds(lambda: [_check_and_draw(story) for story in many])
    lines = [
        "| scenes | every check | map | checks and map | Graphviz `dot` |",
        "| --- | --- | --- | --- | --- |",
        *rows,
        "",
        f"{MANY:,} generated stories of 30 scenes, checks and map of each: {seconds:.1f} s on one processor.",
        f"Median of 9 runs; Python {platform.python_version()}, {os.cpu_count()} processors.",
    ]
    table = "\n".join(lines)
    print(table)
    write_table("bench-stories", table)


def make_story(count: int, seed: int) -> Story:
    """A story of ``count`` scenes whose choices mostly lead a few scenes onwards; the same for the same seed."""
    dice = random.Random(seed)
    scenes = []
    for n in range(count - ENDINGS):
        targets = [
            dice.randrange(count) if dice.random() < BACK else min(count - 1, n + dice.randint(1, LONGEST_LEAP))
            for _ in range(dice.randint(2, 4))
        ]
        choices = tuple(_choice(n, i, target, dice) for i, target in enumerate(targets))
        scenes.append(Scene(f"s{n}", f"Scene nummer {n}", "Hun ser på deg og venter. " * 16, choices))
    endings = [
        Scene(f"s{n}", f"Slutt {n}", "Dere tar farvel.", outcome=dice.choice(list(Outcome)), takeaways=("Spør.",))
        for n in range(count - ENDINGS, count)
    ]
    return Story("s0", (*scenes, *endings))


def _choice(n: int, i: int, target: int, dice: random.Random) -> Choice:
    quality = dice.choice(list(Quality))
    onward = Step("Gå videre", f"s{target}")
    return Choice(f"s{n}-{i}", f"Valg {n} {i}", quality, f"Hun svarer {i}.", "Fordi.", "Hvorfor:", onward)


def _row(count: int) -> str:
    story = make_story(count, seed=1)
    checks = _median(lambda: check_story(story))
    drawing = _median(lambda: write_map(story, WORDS, check_story(story))) - checks
    peer = f"{_median(lambda: _dot(story)) * 1000:.0f} ms" if shutil.which("dot") else "not installed"
    times = (checks, drawing, checks + drawing)
    return f"| {count} | " + " | ".join(f"{seconds * 1000:.1f} ms" for seconds in times) + f" | {peer} |"


def _check_and_draw(story: Story) -> str:
    return write_map(story, WORDS, check_story(story))


def _dot(story: Story) -> None:
    graph = "".join(f'"{s}" -> "{t}";' for s, targets in ways_on(story).items() for t in targets)
    subprocess.run(
        ["dot", "-Tsvg"], input=f"digraph {{node [shape=box];{graph}}}", text=True, capture_output=True, check=True
    )


def _median(work: Callable[[], object]) -> float:
    return statistics.median(_seconds(work) for _ in range(9))


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
