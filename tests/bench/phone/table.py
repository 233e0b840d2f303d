"""The measured figures as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.phone.lighthouse import CATEGORIES, VERSION, Marks
from tests.bench.phone.measure import Profile, Visit

Visits = tuple[Visit, ...]
"""Of the same page as ours, as the floor, and as plain Material."""

Timed = dict[tuple[str, Profile], Visits]
Counted = dict[str, Visits]
AllMarks = dict[tuple[str, str], Marks]


def write(timed: Timed, counted: Counted, marks: AllMarks, end: str) -> str:
    """Figures by page and profile, what came by page, marks by page and language; ``end`` stands below."""
    return "\n".join([*_worst(timed), *_paints(timed, counted), *_marks(marks), end])


def _worst(timed: Timed) -> Iterator[str]:
    ratios = {key: ours.largest_paint / floor.largest_paint for key, (ours, floor, _) in timed.items() if key[1].bits}
    page, profile = worst = max(ratios, key=lambda key: ratios[key])
    blocked = max(ours.blocked for ours, _, _ in timed.values())
    yield f"Painted within {ratios[worst]:.2f} × the floor at worst ({page}; {profile.name})."
    yield f"Total blocking time {blocked:.0f} ms at most."
    yield ""


def _paints(timed: Timed, counted: Counted) -> Iterator[str]:
    yield "| page | phone | first and largest paint | floor | plain Material | KB, requests | floor | plain Material |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- |"
    for (kind, profile), visits in timed.items():
        paints = " | ".join(f"{one.first_paint / 1000:.2f}, {one.largest_paint / 1000:.2f} s" for one in visits)
        sizes = " | ".join(f"{one.bytes / 1024:.1f}, {one.requests}" for one in counted[kind])
        yield f"| {kind} | {profile.name} | {paints} | {sizes} |"
    yield ""


def _marks(marks: AllMarks) -> Iterator[str]:
    if not marks:
        return
    yield f"| Lighthouse {VERSION}, mobile | {' | '.join(CATEGORIES)} | audits below 90 |"
    yield f"| --- | {' | '.join('---' for _ in CATEGORIES)} | --- |"
    for (kind, language), one in marks.items():
        yield f"| {kind}, {language} | {' | '.join(map(str, one.scores))} | {', '.join(one.lost)} |"
    yield ""
