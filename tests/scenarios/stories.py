"""Generated stories: sound ones, as an author would publish them, of any size."""

from __future__ import annotations

from hypothesis import strategies as st

from scenarios.model import Choice, Outcome, Quality, Scene, Step, Story


@st.composite
def sound_stories(draw: st.DrawFn, most: int = 12) -> Story:
    """Every scene is reached from the start, and an ending from every scene; ways may lead in circles."""
    telling_and_choosing = draw(st.integers(1, most - 1))
    endings = draw(st.integers(1, 3))
    count = telling_and_choosing + endings
    targets: list[list[int]] = []
    for n in range(telling_and_choosing):
        ways = draw(st.sampled_from((1, 2, 3, 4)))
        onward = [n + 1] + [draw(st.integers(0, count - 1)) for _ in range(ways - 1)]
        targets.append(draw(st.permutations(onward)))
    scenes = [
        _scene(n, ways, draw(st.lists(st.sampled_from(Quality), min_size=4, max_size=4)))
        for n, ways in enumerate(targets)
    ]
    reached = {0} | {target for ways in targets for target in ways}
    scenes += [_ending(n, draw(st.sampled_from(Outcome))) for n in range(telling_and_choosing, count) if n in reached]
    return Story("s0", tuple(scenes))


def _scene(n: int, ways: list[int], qualities: list[Quality]) -> Scene:
    words = f"Det skjer noe, nummer {n}."
    if len(ways) == 1:
        return Scene(f"s{n}", f"Scene {n}", words, onward=Step("Gå videre", f"s{ways[0]}"))
    choices = tuple(
        Choice(
            f"s{n}-{i}",
            f"Velg {n} {i}",
            qualities[i],
            f"Hun svarer {i}.",
            "Fordi.",
            "Hvorfor:",
            Step("Gå videre", f"s{way}"),
        )
        for i, way in enumerate(ways)
    )
    return Scene(f"s{n}", f"Scene {n}", words, choices)


def _ending(n: int, outcome: Outcome) -> Scene:
    return Scene(f"s{n}", f"Slutt {n}", "Dere tar farvel.", outcome=outcome, takeaways=("Spør.",))
