"""What a build tells about itself."""

from __future__ import annotations

from dataclasses import dataclass


class BuildError(Exception):
    """The site cannot be built; the message says which page or file, and why."""


@dataclass(frozen=True)
class BuildReport:
    """``pages`` counts the pages of the languages that were built anew; ``kept`` names those that had not changed."""

    seconds: float
    pages: int
    built: tuple[str, ...]
    kept: tuple[str, ...] = ()
