"""The words on a map, in the language of the one who reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scenarios.model import Outcome, Quality


@dataclass(frozen=True)
class MapWords:
    """``problems`` has a place for their number: "{n} to mend"."""

    name: str
    start: str
    unreached: str
    problems: str
    goes_on: str
    qualities: Mapping[Quality, str]
    outcomes: Mapping[Outcome, str]
