"""Holds a translated set against its original: the Norwegian is the same, the rest is translated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from exercises.checks import place
from exercises.finding import Finding, find
from exercises.model import Choice, Dialogue, Gap, Item, MatchPairs, Order
from exercises.strings import norwegian, translated

_NO_LINES: Mapping[str, int] = {}


def check_same_norwegian(
    source_items: Sequence[Item], translated_items: Sequence[Item], lines: Mapping[str, int] = _NO_LINES
) -> tuple[Finding, ...]:
    """Where a translation lacks a text (E12), changes the Norwegian (E13) or the items themselves (E15).

    ``lines`` are those of the translation.
    """
    expected, found = {item.id: item for item in source_items}, {item.id: item for item in translated_items}
    findings = [find("E15.missing", where=item_id) for item_id in expected if item_id not in found]
    findings += [find("E15.extra", where=item_id) for item_id in found if item_id not in expected]
    shared = [item_id for item_id in expected if item_id in found]
    if shared != [item_id for item_id in found if item_id in expected]:
        findings.append(find("E15.order", expected=", ".join(shared)))
    for item_id in shared:
        findings += _compare(expected[item_id], found[item_id])
    return place(findings, lines)


def _compare(source: Item, translation: Item) -> Iterator[Finding]:
    where = source.id
    if source.type != translation.type:
        yield find("E15.type", where=where, found=translation.type, expected=source.type)
        return
    settings = _settings(translation)
    for what, value in _settings(source).items():
        if settings[what] != value:
            yield find("E15.settings", where=where, what=what)
    yield from _compare_norwegian(where, norwegian(source), norwegian(translation))
    present = translated(translation)
    for field in translated(source):
        if field not in present:
            yield find("E12", where=where, field=field)


def _compare_norwegian(where: str, expected: Mapping[str, str], found: Mapping[str, str]) -> Iterator[Finding]:
    for field, text in expected.items():
        if field not in found:
            yield find("E13.missing", where=where, field=field, expected=text)
        elif found[field] != text:
            yield find("E13", where=where, field=field, found=found[field], expected=text)
    for field, text in found.items():
        if field not in expected:
            yield find("E13.extra", where=where, field=field, found=text)


def _settings(item: Item) -> dict[str, object]:
    """What is neither Norwegian nor translated, by the name of its key."""
    shared: dict[str, object] = {
        "match": item.match,
        "audio": (item.audio.normal, item.audio.slow) if item.audio else None,
        "image": item.image.src if item.image else None,
    }
    match item:
        case Choice():
            return shared | {"correct": [(option.id, option.correct) for option in item.options]}
        case Gap():
            return shared | {"gaps": [gap.name for gap in item.gaps]}
        case Order():
            return shared | {"orders": item.orders, "fixed": item.fixed}
        case MatchPairs():
            return shared | {"decoys": len(item.decoys)}
        case Dialogue():
            return shared | {"parts": [part.id for part in item.parts], "lines": [line.part for line in item.lines]}
    return shared
