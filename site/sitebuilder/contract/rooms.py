"""What the rooms below found, in the contract's own words."""

from __future__ import annotations

from collections.abc import Iterable

from exchange.remark import Finding
from sitebuilder.contract.problems import Problem


def from_findings(findings: Iterable[Finding]) -> tuple[Problem, ...]:
    """Findings as problems, without a path."""
    return tuple(
        Problem(f.code, f.severity, "", f.line, {language: f.told(language) for language in ("en", "nb")}, f.where)
        for f in findings
    )
