"""The page about every rule, ``docs/checks.md``, made of the sentences the checks themselves use.

``python -m sitebuilder.contract.rules_page > docs/checks.md`` writes it anew.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

import exercises.finding
import exercises.wording
import scenarios.finding
import scenarios.wording
from sitebuilder.contract.wording import WORDING

Rule = tuple[str, str, str, str]
"""Code, severity, message and remedy."""

_HEAD = """\
# What `toolbox check` tells

Every rule with its code, made from the sentences of the checks. An *error* keeps a text from being published; a
*warning* is advice. `{words in braces}` are filled in. `toolbox check --language nb` says the same in Norwegian.
"""


def rules_page() -> str:
    """The Markdown of the page."""
    tables = (
        ("The file, its front matter, its text and its links", _contract()),
        ("Scenarios", _scenarios()),
        ("Exercises", _exercises()),
    )
    return "\n".join([_HEAD, *(line for title, rules in tables for line in _table(title, rules))])


def _contract() -> Iterator[Rule]:
    for code, (severity, words) in sorted(WORDING.items()):
        message, remedy = words["en"]
        yield code, severity, message, remedy.replace("{{", "{").replace("}}", "}")


def _scenarios() -> Iterator[Rule]:
    for key, wording in sorted(scenarios.wording.WORDINGS.items()):
        finding = scenarios.finding.Finding(key)
        yield finding.code, finding.severity, *wording.en


def _exercises() -> Iterator[Rule]:
    for key, wording in sorted(exercises.wording.WORDINGS.items()):
        finding = exercises.finding.Finding(key)
        yield finding.code, finding.severity, *wording.en


def _table(title: str, rules: Iterable[Rule]) -> Iterator[str]:
    yield from (f"## {title}", "", "| code | | what is wrong | what to do |", "|---|---|---|---|")
    for code, severity, message, remedy in rules:
        yield f"| {code} | {severity} | {_cell(message)} | {_cell(remedy)} |"
    yield ""


def _cell(text: str) -> str:
    return text.replace("&", "&amp;").replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*")


if __name__ == "__main__":
    sys.stdout.write(rules_page())
