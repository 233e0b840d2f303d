"""The examples the documentation shows: each breaks or keeps its rule, and nothing else is wrong with the set."""

from __future__ import annotations

from pathlib import Path

import pytest

from exercises.checks import check_items
from exercises.examples import BASE, EXAMPLES, Example, read_items
from exercises.rules_page import rules_page
from exercises.wording import WORDINGS

by_code = pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.code)


def test_every_rule_of_a_set_has_an_example() -> None:
    codes = {key.partition(".")[0] for key in WORDINGS}
    assert [example.code for example in EXAMPLES] == sorted(code for code in codes if not "E20" <= code <= "E29")


def test_the_set_the_examples_are_taken_from_is_sound() -> None:
    items, findings = read_items(BASE)
    assert (len(items), findings, check_items(items)) == (4, (), ())


@by_code
def test_the_failing_example_breaks_its_rule_and_no_other(example: Example) -> None:
    told = example.broken()
    assert [(finding.code, finding.where) for finding in told] == [(example.code, example.where)]
    assert told[0].severity == ("error" if example.code < "E50" else "warning")


@by_code
def test_the_passing_example_breaks_no_rule_at_all(example: Example) -> None:
    assert example.kept() == ()


def test_the_page_about_the_rules_is_made_from_them() -> None:
    page = Path(__file__).parents[2] / "docs/exercise-checks.md"
    assert page.read_text("utf-8") == rules_page(), "Run: python -m exercises.rules_page > docs/exercise-checks.md"
