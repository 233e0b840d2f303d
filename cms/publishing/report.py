"""How a release goes, as lines for the command line."""

from __future__ import annotations

from collections.abc import Callable

from cms.publishing.models import Release
from cms.publishing.states import State


class Report:
    """A listener for `make` that writes a line for each new step."""

    def __init__(self, write: Callable[[str], object]) -> None:
        self._write = write
        self._said = ""

    def __call__(self, release: Release) -> None:
        if release.is_running and release.state != self._said:
            self._said = release.state
            self._write(f"{State(release.state).label} …")

    def outcome(self, release: Release) -> str:
        """What became of it, in words."""
        if release.is_live:
            steps = ", ".join(f"{State(step).label} {seconds:.2f} s" for step, seconds in release.steps.items())
            return f"Release {release.pk} is live after {release.seconds:.2f} s ({steps})."
        lines = [f"Release {release.pk}: {State(release.state).label}. {release.message}".rstrip()]
        for problem in release.problems:
            message, remedy = problem["words"]["en"]
            lines.append(f"  {problem['path']}:{problem['line']} {problem['code']} {message} {remedy}")
        return "\n".join(lines)
