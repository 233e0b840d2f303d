"""What the rooms below found, in the contract's own words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from sitebuilder.contract.problems import Problem, Severity


class Finding(Protocol):
    """What `scenarios` and `exercises` both call a finding; they share no code, only this shape."""

    @property
    def code(self) -> str: ...
    @property
    def severity(self) -> Severity: ...
    @property
    def line(self) -> int: ...
    @property
    def where(self) -> str: ...
    def told(self, language: str) -> tuple[str, str]: ...


def from_findings(findings: Iterable[Finding]) -> tuple[Problem, ...]:
    """Findings as problems, without a path."""
    return tuple(
        Problem(f.code, f.severity, "", f.line, {language: f.told(language) for language in ("en", "nb")}, f.where)
        for f in findings
    )
