"""The examples the documentation shows: each breaks or keeps its rule, and nothing else is wrong with the story."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenarios.checks import check_story
from scenarios.examples import BASE, EXAMPLES, START, Example
from scenarios.reader import parse_story
from scenarios.rules_page import rules_page

RULES = [*(f"S{n:02}" for n in range(1, 17)), *(f"S{n}" for n in (*range(51, 58), *range(59, 65)))]
by_code = pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.code)


def test_every_rule_of_a_story_has_an_example() -> None:
    assert [example.code for example in EXAMPLES] == RULES


def test_the_story_the_examples_are_taken_from_is_sound() -> None:
    reading = parse_story(BASE, start=START)
    assert (reading.findings, check_story(reading.story)) == ((), ())


@by_code
def test_the_failing_example_is_told_with_its_place(example: Example) -> None:
    told = [finding for finding in example.broken() if finding.code == example.code]
    assert [finding.where for finding in told] == [example.where]
    assert told[0].severity == ("error" if example.code < "S50" else "warning")
    assert told[0].line or example.code in ("S01", "S13", "S59")


@by_code
def test_the_passing_example_breaks_no_rule_at_all(example: Example) -> None:
    assert example.kept() == ()


def test_the_page_about_the_rules_is_made_from_them() -> None:
    page = Path(__file__).parents[2] / "docs/scenario-checks.md"
    assert page.read_text("utf-8") == rules_page(), "Run: python -m scenarios.rules_page > docs/scenario-checks.md"
