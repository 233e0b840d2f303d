from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.model import Match
from exercises.normalise import normalise

SAME = [
    ("Jeg bor i Oslo.", "jeg bor i oslo"),
    ("  jeg \t bor ", "jeg bor"),
    ("10\u00a0000", "10 000"),
    ("ga\u030ar", "går"),
    ("«hei»", '"hei"'),
    ("e\u2011post", "e-post"),
    ("bo\u00adr\u200b", "bor"),
    ("Hva heter du ?", "hva heter du"),
    ("Hei!!", "hei"),
    ("BLÅBÆRSYLTETØY", "blåbærsyltetøy"),
]


@pytest.mark.parametrize(("typed", "compared"), SAME)
def test_what_does_not_count_is_folded_away(typed: str, compared: str) -> None:
    assert normalise(typed) == compared


@pytest.mark.parametrize(
    ("one", "other"), [("får", "for"), ("takk", "tak"), ("å", "a"), ("så", "sø"), ("er, ja", "er ja")]
)
def test_what_makes_another_word_is_kept(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)


def test_strict_matching_keeps_what_it_is_strict_about() -> None:
    assert normalise("Norsk.", Match(strict_case=True)) == "Norsk"
    assert normalise("Norsk.", Match(strict_punctuation=True)) == "norsk."


@given(st.text(), st.booleans(), st.booleans())
def test_doing_it_twice_changes_nothing(answer: str, case: bool, punctuation: bool) -> None:
    match = Match(case, punctuation)
    once = normalise(answer, match)
    assert normalise(once, match) == once
