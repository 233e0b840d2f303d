"""What an answer means: few alarms, and none that is false."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cms.editing.external_links.answer import Answer, Fault
from cms.editing.external_links.exceptions import covers
from cms.editing.external_links.judging import Standing, State, judge

MONDAY = datetime(2026, 11, 30, 3, 30, tzinfo=UTC)
DAY = timedelta(days=1)
DOWN = [Answer(500), Answer(503), Answer(fault=Fault.TIMEOUT), Answer(fault=Fault.NO_HOST), Answer(fault=Fault.REFUSED)]
DOWN += [Answer(fault=Fault.CERTIFICATE), Answer(fault=Fault.CUT), Answer(fault=Fault.LOOP)]


def after(*answers: Answer, apart: timedelta = DAY) -> Standing:
    standing = Standing()
    for number, answer in enumerate(answers):
        standing = judge(standing, answer, MONDAY + number * apart)
    return standing


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_is_gone_is_broken_at_once(status: int) -> None:
    assert after(Answer(status)).state == State.BROKEN


@pytest.mark.parametrize("answer", DOWN)
def test_a_site_that_is_down_has_three_nights(answer: Answer) -> None:
    states = [after(*[answer] * nights).state for nights in (1, 2, 3, 4)]
    assert states == [State.FAILING, State.FAILING, State.BROKEN, State.BROKEN]


def test_one_good_night_begins_anew() -> None:
    down = Answer(fault=Fault.TIMEOUT)
    assert after(down, down, Answer(200)) == Standing(State.FINE, 200, checked_at=MONDAY + 2 * DAY)
    assert after(down, down, Answer(200), down, down).state == State.FAILING


def test_since_when_it_fails_is_kept() -> None:
    assert after(Answer(500), Answer(fault=Fault.TIMEOUT), Answer(404)).failing_since == MONDAY


def test_checks_of_one_day_are_one_night() -> None:
    often = after(*[Answer(500)] * 5, apart=timedelta(hours=1))
    assert (often.state, often.failures) == (State.FAILING, 1)


@pytest.mark.parametrize("status", [400, 401, 403, 405, 406, 418, 429, 451])
def test_a_site_that_turns_machines_away_raises_no_alarm(status: int) -> None:
    assert after(*[Answer(status)] * 5).state == State.UNCLEAR


def test_an_address_inside_a_network_raises_no_alarm() -> None:
    assert after(*[Answer(fault=Fault.PRIVATE)] * 5).state == State.UNCLEAR


def test_a_page_that_moved_for_good_is_told() -> None:
    moved = after(Answer(200, moved_to="https://nav.no/ny"))
    assert (moved.state, moved.moved_to) == (State.MOVED, "https://nav.no/ny")
    assert after(Answer(200, moved_to="https://nav.no/ny"), Answer(200)).moved_to == ""


@settings(max_examples=50)
@given(st.lists(st.sampled_from([*DOWN, Answer(200), Answer(403), Answer(429)]), max_size=8))
def test_nothing_is_broken_that_did_not_fail_three_times_in_a_row(answers: list[Answer]) -> None:
    broken = after(*answers).state == State.BROKEN
    assert broken == (len(answers) >= 3 and all(answer in DOWN for answer in answers[-3:]))


@pytest.mark.parametrize(
    ("pattern", "url", "covered"),
    [
        ("linkedin.com", "https://www.LinkedIn.com/in/kari", True),
        ("linkedin.com", "https://linkedin.com", True),
        ("linkedin.com", "https://notlinkedin.com/", False),
        ("linkedin.com", "https://nav.no/?from=linkedin.com", False),
        ("https://nav.no/ansatt/", "https://nav.no/ansatt/kari", True),
        ("nav.no/ansatt/", "http://nav.no/ansatt/kari?x=1", True),
        ("nav.no/ansatt/", "https://nav.no/", False),
        ("*.nav.no/minside", "https://www.nav.no/minside/a", True),
        ("nav.no/*.pdf", "https://nav.no/skjema/1.pdf", True),
        ("nav.no/a?b", "https://nav.no/axb", False),
    ],
)
def test_what_an_exception_covers(pattern: str, url: str, covered: bool) -> None:
    assert covers(pattern, url) is covered
