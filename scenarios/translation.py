"""Holds a translated story against its original: the words differ, the structure does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from scenarios.finding import Finding, find
from scenarios.model import Choice, Scene, Story

_NO_LINES: Mapping[str, int] = {}


def check_same_structure(
    source: Story, translation: Story, lines: Mapping[str, int] = _NO_LINES
) -> tuple[Finding, ...]:
    """Where a translation leaves out (S13) or changes (S14) what its original has.

    ``lines`` are those of the translation.
    """
    found = list(_compare_stories(source, translation))
    placed = [Finding(f.wording, lines.get(f.where, 0), f.where, f.values) for f in found]
    return tuple(sorted(placed, key=lambda finding: (finding.line, finding.code)))


def _compare_stories(source: Story, translation: Story) -> Iterator[Finding]:
    if source.start != translation.start:
        yield find("S14.start", where=translation.start, found=translation.start, expected=source.start)
    expected = {scene.id: scene for scene in source.scenes}
    found = {scene.id: scene for scene in translation.scenes}
    for scene_id in expected:
        if scene_id not in found:
            yield find("S13.scene", where=scene_id)
    yield from _compare_ids("", list(expected), list(found))
    for scene_id, scene in expected.items():
        if scene_id in found:
            yield from _compare_scenes(scene, found[scene_id])


def _compare_scenes(source: Scene, translation: Scene) -> Iterator[Finding]:
    where = source.id
    yield from _compare(where, "outcome", source.outcome or "", translation.outcome or "")
    yield from _compare(where, "way_on", _target(source), _target(translation))
    yield from _compare(where, "points", len(source.takeaways), len(translation.takeaways))
    yield from _compare(where, "text", bool(source.text), bool(translation.text))
    expected = {choice.id: choice for choice in source.choices}
    found = {choice.id: choice for choice in translation.choices}
    for choice_id in expected:
        if choice_id not in found:
            yield find("S13.choice", where=choice_id, scene=where)
    yield from _compare_ids(where, list(expected), list(found))
    for choice_id, choice in expected.items():
        if choice_id in found:
            yield from _compare_choices(choice, found[choice_id])


def _compare_choices(source: Choice, translation: Choice) -> Iterator[Finding]:
    where = source.id
    yield from _compare(where, "quality", source.quality, translation.quality)
    yield from _compare(where, "way_on", source.onward.target, translation.onward.target)
    yield from _compare(where, "consequence", bool(source.consequence), bool(translation.consequence))
    yield from _compare(where, "reason", bool(source.reason), bool(translation.reason))


def _compare(where: str, what: str, expected: object, found: object) -> Iterator[Finding]:
    if expected != found:
        yield find(f"S14.{what}", where=where, expected=expected, found=found)


def _compare_ids(where: str, expected: Sequence[str], found: Sequence[str]) -> Iterator[Finding]:
    known, kept = set(expected), set(found)
    for an_id in found:
        if an_id not in known:
            yield find("S14.extra", where=an_id)
    shared_here = [an_id for an_id in found if an_id in known]
    shared_there = [an_id for an_id in expected if an_id in kept]
    if shared_here != shared_there:
        yield find("S14.order", where=where, found=", ".join(shared_here), expected=", ".join(shared_there))


def _target(scene: Scene) -> str:
    return scene.onward.target if scene.onward else ""
