"""What is taken for a real person's details, and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.private import is_national_id, private_details

TOLD = [
    ("Skriv til samira@eksempel.no i kveld.", "samira@eksempel.no"),
    ("Broren hennes, Yusuf, har 912 34 567.", "912 34 567"),
    ("Ring Yusuf Ali på +47 91234567.", "+47 91234567"),
    ("Du kan ringe Yusuf på 91 23 45 67 i kveld.", "91 23 45 67"),
    ("Nummeret er 010100 50053.", "010100 50053"),
]
NOT_TOLD = [
    "Ring 116 111 når du er bekymret for Samira.",
    "Lønna er 12 345 678 kroner i året for hele avdelingen.",
    "Det skjedde 24.11.2026, og Samira var der.",
    "Hun sparte til 2026 og 2027, sier Samira.",
    "Les [mer om Samira](https://eksempel.no/sak/91234567).",
    "Nummeret er 01010050054.",
    "Samira skriver @yusuf under bildet.",
]


@pytest.mark.parametrize(("prose", "detail"), TOLD)
def test_a_detail_is_told_as_it_stands(prose: str, detail: str) -> None:
    assert list(private_details(prose)) == [detail]


@pytest.mark.parametrize("prose", NOT_TOLD)
def test_other_numbers_and_marks_are_left_alone(prose: str) -> None:
    assert list(private_details(prose)) == []


def test_a_name_in_another_paragraph_does_not_count() -> None:
    assert list(private_details("Her er Yusuf.\n\nKontoret har nummer 22 33 44 55.")) == []


@given(st.text(alphabet="0123456789 +.@aA\n", max_size=300))
def test_any_text_is_read_to_its_end(prose: str) -> None:
    assert all(detail in prose for detail in private_details(prose))


def test_one_wrong_digit_makes_a_number_nobodys() -> None:
    valid = "01010050053"
    assert is_national_id(valid)
    for place in range(11):
        changed = valid[:place] + str((int(valid[place]) + 1) % 10) + valid[place + 1 :]
        assert not is_national_id(changed)
