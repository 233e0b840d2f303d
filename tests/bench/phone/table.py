"""The measured figures as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tests.bench.phone.lighthouse import CATEGORIES, VERSION, Marks
from tests.bench.phone.measure import Profile, Visit

AllMarks = dict[tuple[str, str], Marks]
Visits = tuple[Visit, Visit, Visit]


def write(measured: Mapping[tuple[str, Profile], Visits], marks: AllMarks, why_not: str, where: str) -> str:
    """``measured``: by page and profile, ours, the floor's and plain Material's."""
    return "\n".join([*_paints(measured), "", *_marks(marks), *([why_not, ""] if why_not else []), f"{where}."])


def _paints(measured: Mapping[tuple[str, Profile], Visits]) -> Iterator[str]:
    ratios = {key: ours.largest_paint / floor.largest_paint for key, (ours, floor, _) in measured.items()}
    limited = {key: ratio for key, ratio in ratios.items() if key[1].bits}
    worst = max(limited, key=lambda key: limited[key])
    blocked = max(ours.blocked for ours, _, _ in measured.values())
    yield (
        f"Painted within {limited[worst]:.2f} × the floor, one bare HTML file with the same text, at worst "
        f"({worst[0]}, {worst[1].name}); blocked for {blocked:.0f} ms at most."
    )
    yield ""
    yield "| page | phone | first / largest paint | floor | plain Material | KB, requests | floor | plain Material |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- |"
    for (kind, profile), visits in measured.items():
        paints = " | ".join(f"{one.first_paint / 1000:.2f} / {one.largest_paint / 1000:.2f} s" for one in visits)
        # What comes is the same on every line; where there is no limit all of it has come when it is counted.
        sizes = " | ".join("" if profile.bits else f"{one.bytes / 1024:.1f}, {one.requests}" for one in visits)
        yield f"| {kind} | {profile.name} | {paints} | {sizes} |"


def _marks(marks: AllMarks) -> Iterator[str]:
    if not marks:
        return
    yield f"| Lighthouse {VERSION}, mobile | {' | '.join(CATEGORIES)} | below 90 |"
    yield f"| --- | {' | '.join('---' for _ in CATEGORIES)} | --- |"
    for (kind, language), one in marks.items():
        yield f"| {kind}, {language} | {' | '.join(map(str, one.scores))} | {', '.join(one.lost)} |"
    yield ""
