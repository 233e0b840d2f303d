"""Where a translation stands follows from hashes, words and what readers have."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.languages.standing import Facts, Made, Standing, Work, standing

NOW, BEFORE = "aaaa", "bbbb"
LIVE = Facts(has_page=True, is_live=True, present=NOW, readers=Made(NOW), latest=Made(NOW), done=4, total=4)
MACHINE, PERSON = Made(NOW, "machine", "draft"), Made(NOW, "person", "draft")

FACTS = st.builds(
    Facts,
    has_page=st.booleans(),
    is_live=st.booleans(),
    has_draft=st.booleans(),
    in_review=st.booleans(),
    is_original=st.booleans(),
    present=st.sampled_from(["", NOW, BEFORE]),
    readers=st.builds(Made, st.sampled_from(["", NOW, BEFORE]), st.sampled_from(["", "person", "machine"])),
    latest=st.builds(Made, st.sampled_from(["", NOW, BEFORE]), st.sampled_from(["", "person", "machine"])),
)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (Facts(total=4), Standing(Work.MISSING, total=4)),
        (LIVE, Standing(Work.PUBLISHED, is_live=True, done=4, total=4)),
        (replace(LIVE, has_draft=True), Standing(Work.IN_TRANSLATION, is_live=True, done=4, total=4)),
        (replace(LIVE, has_draft=True, in_review=True), Standing(Work.AWAITING_REVIEW, is_live=True, done=4, total=4)),
        (replace(LIVE, is_live=False), Standing(Work.IN_TRANSLATION, done=4, total=4)),
        (replace(LIVE, readers=Made(BEFORE)), Standing(Work.PUBLISHED, is_live=True, is_older=True, done=4, total=4)),
        # Readers have an older one, and the next draft follows the original already.
        (
            replace(LIVE, readers=Made(BEFORE), has_draft=True),
            Standing(Work.IN_TRANSLATION, is_live=True, is_older=True, done=4, total=4),
        ),
        (
            replace(LIVE, is_live=False, latest=Made(BEFORE), done=3),
            Standing(Work.IN_TRANSLATION, is_older=True, done=3, total=4),
        ),
        (
            replace(LIVE, readers=MACHINE),
            Standing(Work.PUBLISHED, is_live=True, is_machine_made=True, done=4, total=4),
        ),
        # A person has written the next version by hand: what readers have is still the machine's.
        (
            replace(LIVE, readers=MACHINE, latest=PERSON, has_draft=True),
            Standing(Work.IN_TRANSLATION, is_live=True, is_machine_made=True, done=4, total=4),
        ),
        (
            replace(LIVE, readers=replace(MACHINE, state="reviewed")),
            Standing(Work.PUBLISHED, is_live=True, is_reviewed=True, done=4, total=4),
        ),
    ],
)
def test_a_standing_follows_from_facts(facts: Facts, expected: Standing) -> None:
    assert standing(facts) == expected


@given(FACTS)
def test_nothing_is_older_than_an_original_nobody_can_read(facts: Facts) -> None:
    assert not standing(replace(facts, present="")).is_older
    assert not standing(replace(facts, is_original=True)).is_older


@given(FACTS)
def test_what_is_missing_is_nothing_else(facts: Facts) -> None:
    found = standing(replace(facts, has_page=False))
    assert found == Standing(Work.MISSING, total=facts.total)
    assert not found.is_whole


@given(FACTS)
def test_published_means_that_readers_have_the_latest(facts: Facts) -> None:
    if standing(facts).work is Work.PUBLISHED:
        assert facts.is_live
        assert not facts.has_draft
        assert not facts.in_review
