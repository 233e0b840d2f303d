"""What the braces after a heading say: its id, how good a choice is, how an ending went."""

from __future__ import annotations

import re

from scenarios.finding import Finding, find
from scenarios.layout import Heading
from scenarios.model import Outcome, Quality

ID = re.compile(r"[a-z0-9][a-z0-9-]*")
"""An id: lower-case letters, digits and hyphens, as in an address."""

_ENDING = ".ending"
_QUALITIES = {f".{quality}": quality for quality in Quality}
_OUTCOMES = {f".{outcome}": outcome for outcome in Outcome}


def read_id(heading: Heading, title: str) -> tuple[str, list[Finding]]:
    """The id of a heading, empty where it has none, and what is wrong with it."""
    ids = [mark[1:] for mark in heading.marks if mark.startswith("#")]
    if not ids:
        return "", [find("S22.missing", line=heading.line, title=title)]
    found = [find("S22.many", line=heading.line, where=ids[0], title=title)] if len(ids) > 1 else []
    if not ID.fullmatch(ids[0]):
        found.append(find("S22.form", line=heading.line, where=ids[0]))
    return ids[0], found


def read_quality(heading: Heading, where: str) -> tuple[Quality, list[Finding]]:
    """The quality a choice's heading tells; workable where it tells none, which is a finding."""
    told, found = _classes(heading, where, allowed=tuple(_QUALITIES))
    qualities = [_QUALITIES[mark] for mark in told]
    if not qualities:
        found.append(find("S25.quality", line=heading.line, where=where))
    elif len(qualities) > 1:
        found.append(find("S25.qualities", line=heading.line, where=where, found=", ".join(told)))
    return (qualities or [Quality.WORKABLE])[0], found


def read_outcome(heading: Heading, where: str) -> tuple[Outcome | None, list[Finding]]:
    """The outcome of an ending, or None for a scene the story goes on from. An ending without one counts as open."""
    told, found = _classes(heading, where, allowed=(_ENDING, *_OUTCOMES))
    outcomes = [_OUTCOMES[mark] for mark in told if mark != _ENDING]
    if len(outcomes) > 1:
        found.append(find("S25.outcomes", line=heading.line, where=where, found=", ".join(outcomes)))
    if _ENDING not in told:
        if outcomes:
            found.append(find("S25.ending", line=heading.line, where=where))
        return None, found
    if not outcomes:
        found.append(find("S25.outcome", line=heading.line, where=where))
    return (outcomes or [Outcome.OPEN])[0], found


def _classes(heading: Heading, where: str, *, allowed: tuple[str, ...]) -> tuple[list[str], list[Finding]]:
    """The known classes of a heading, each once, and a finding for everything else but ids."""
    marks = dict.fromkeys(mark for mark in heading.marks if not mark.startswith("#"))
    unknown = [mark for mark in marks if mark not in allowed]
    found = [find("S15", line=heading.line, where=where, mark=mark, allowed=", ".join(allowed)) for mark in unknown]
    return [mark for mark in marks if mark in allowed], found
