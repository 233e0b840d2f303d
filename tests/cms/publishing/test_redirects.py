"""Where old addresses lead."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cms.publishing.redirects import follow, leading_somewhere, moves

ADDRESS = st.sampled_from([f"/nb/guides/{letter}/" for letter in "abcdef"])
MAPPING = st.dictionaries(ADDRESS, ADDRESS, max_size=6)


def test_a_document_with_another_address_moved() -> None:
    assert moves({"nb:1": "/a/", "nb:2": "/b/"}, {"nb:1": "/c/", "nb:2": "/b/"}) == {"/a/": "/c/"}


def test_a_document_that_is_gone_or_new_did_not_move() -> None:
    assert moves({"nb:1": "/a/"}, {"nb:2": "/b/"}) == {}


def test_a_chain_leads_straight_to_its_end() -> None:
    assert follow({"/a/": "/b/"}, {"/b/": "/c/"}, {"/c/"}) == {"/a/": "/c/", "/b/": "/c/"}


def test_a_page_that_moves_back_makes_no_loop() -> None:
    assert follow({"/a/": "/b/"}, {"/b/": "/a/"}, {"/a/"}) == {"/b/": "/a/"}


def test_an_address_where_another_page_lives_now_leads_nowhere_else() -> None:
    assert follow({"/a/": "/b/"}, {}, {"/a/", "/b/"}) == {}


def test_two_pages_that_changed_places_need_no_redirects() -> None:
    assert follow({}, {"/a/": "/b/", "/b/": "/a/"}, {"/a/", "/b/"}) == {}


def test_a_redirect_to_an_unpublished_page_is_remembered_but_not_written() -> None:
    remembered = follow({"/a/": "/b/"}, {}, set())
    assert remembered == {"/a/": "/b/"}
    assert leading_somewhere(remembered, set()) == {}


@given(MAPPING, MAPPING, st.sets(ADDRESS))
def test_no_redirect_begins_at_a_live_page_or_leads_to_another_redirect(
    redirects: dict[str, str], moved: dict[str, str], live: set[str]
) -> None:
    after = follow(redirects, moved, live)
    assert not after.keys() & live
    assert all(new in live or new not in after for new in after.values())
    assert all(old != new for old, new in after.items())


@given(MAPPING, st.sets(ADDRESS))
def test_following_twice_changes_nothing(redirects: dict[str, str], live: set[str]) -> None:
    once = follow(redirects, {}, live)
    assert follow(once, {}, live) == once


@given(MAPPING, MAPPING, st.sets(ADDRESS))
def test_what_is_written_always_ends_at_a_page(
    redirects: dict[str, str], moved: dict[str, str], live: set[str]
) -> None:
    assert set(leading_somewhere(follow(redirects, moved, live), live).values()) <= live
