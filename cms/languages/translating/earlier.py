"""Which of the words there were before belong to a text that was changed: a start for its translator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Protocol, TypeVar

ALIKE = 0.4
"""How much alike two paragraphs in one place are that count as one, rewritten; 1 is the same."""
ALIKE_ELSEWHERE = 0.6
"""The same for texts that stand in other places: they must be more alike."""
MOST_LETTERS = 1_000
"""So much of a text is compared."""
MOST_PAIRS = 2_000
"""So many texts in other places are compared. It is a help, not worth making anybody wait."""


class Placed(Protocol):
    @property
    def path(self) -> str: ...
    @property
    def text(self) -> str: ...


T = TypeVar("T", bound=Placed)
K = TypeVar("K", bound=Placed)


def earlier(asked: Sequence[T], texts: Iterable[Placed], known: Sequence[K]) -> dict[int, K]:
    """For the texts in ``asked``, by their index: the one of ``known`` they are a new version of.

    ``texts`` are all the page has now, ``known`` stands newest first and holds nothing that is still in use. Of
    paragraphs that share a place the most alike are taken, and for what was moved and changed the most alike in a
    place of the same name. A text that is alone in its place had its earlier version there, however it was worded.
    """
    found: dict[int, K] = {}
    taken: set[int] = set()
    _take_most_alike(_here(asked, known), asked, known, found, taken, ALIKE)
    alone = {path for path, count in Counter(text.path for text in texts).items() if count == 1}
    for index, text in enumerate(asked):
        if index not in found and text.path in alone:
            at = next((n for n, other in enumerate(known) if other.path == text.path and n not in taken), None)
            if at is not None:
                found[index] = known[at]
                taken.add(at)
    left = [index for index in range(len(asked)) if index not in found]
    _take_most_alike(_elsewhere(left, asked, known, taken), asked, known, found, taken, ALIKE_ELSEWHERE)
    return found


def _here(asked: Sequence[T], known: Sequence[K]) -> Iterator[tuple[int, int]]:
    places: dict[str, list[int]] = {}
    for at, other in enumerate(known):
        places.setdefault(other.path, []).append(at)
    return ((index, at) for index, text in enumerate(asked) for at in places.get(text.path, ()))


def _elsewhere(
    left: Sequence[int], asked: Sequence[T], known: Sequence[K], taken: set[int]
) -> Iterator[tuple[int, int]]:
    count = 0
    for index in left:
        for at, other in enumerate(known):
            if at not in taken and _leaf(other.path) == _leaf(asked[index].path):
                count += 1
                if count > MOST_PAIRS:
                    return
                yield index, at


def _take_most_alike(
    pairs: Iterable[tuple[int, int]],
    asked: Sequence[T],
    known: Sequence[K],
    found: dict[int, K],
    taken: set[int],
    least: float,
) -> None:
    rated = [
        (-alike, at, index)
        for index, at in pairs
        if index not in found and (alike := _alike(asked[index].text, known[at].text, least)) >= least
    ]
    for _, at, index in sorted(rated):  # Of those equally alike the newest.
        if index not in found and at not in taken:
            found[index] = known[at]
            taken.add(at)


def _alike(one: str, other: str, least: float) -> float:
    matcher = SequenceMatcher(None, one[:MOST_LETTERS], other[:MOST_LETTERS], autojunk=False)
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0
    return matcher.ratio()


def _leaf(path: str) -> str:
    return path.rpartition(".")[2]
