"""The table of transitions, walked in the CMS: each step is taken as a person takes it, each end is looked up."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.utils.translation import override

from cms.languages.machine.asking import Patience
from cms.languages.machine.fill import fill
from cms.languages.machine.libretranslate import LibreTranslate
from cms.languages.models import Standing
from cms.languages.standing import Work
from cms.languages.transitions import MISSING, TRANSITIONS, Event, State
from tests.cms.languages.english_guide import (
    ENGLISH,
    ORIGINAL,
    change_original,
    guide,
    save_draft,
    send_to_translation,
    somebody,
    translate,
    translation,
    write_original,
)
from tests.cms.languages.machine_server import playing, shouted
from tests.cms.languages.review import People, everyone

WALKS: list[list[Event]] = [
    [
        Event.SENT_TO_TRANSLATION,
        Event.WORDS_ADDED,
        Event.DRAFT_SAVED,
        Event.SENT_FOR_REVIEW,
        Event.CHANGES_REQUESTED,
        Event.SENT_FOR_REVIEW,
        Event.REVIEW_CANCELLED,
        Event.SENT_FOR_REVIEW,
        Event.APPROVED,
        Event.ORIGINAL_CHANGED,
        Event.ORIGINAL_CHANGED_A_LITTLE,
        Event.WORDS_ADDED,
        Event.DRAFT_SAVED,
        Event.SENT_FOR_REVIEW,
        Event.CHANGES_REQUESTED,
        Event.SENT_FOR_REVIEW,
        Event.APPROVED,
        Event.ORIGINAL_CHANGED_A_LITTLE,
        Event.UNPUBLISHED,
        Event.DELETED,
    ],
    [
        Event.SENT_TO_TRANSLATION,
        Event.ORIGINAL_CHANGED,
        Event.DRAFT_SAVED,
        Event.PUBLISHED,
        Event.ORIGINAL_CHANGED,
        Event.DRAFT_SAVED,
        Event.PUBLISHED,
        Event.ORIGINAL_WITHDRAWN,
        Event.DELETED,
    ],
    [Event.SENT_TO_TRANSLATION, Event.SENT_FOR_REVIEW, Event.ORIGINAL_CHANGED, Event.APPROVED],
    [Event.SENT_TO_TRANSLATION, Event.FILLED_BY_MACHINE, Event.PUBLISHED, Event.ORIGINAL_CHANGED],
    [Event.SENT_TO_TRANSLATION, Event.FILLED_BY_MACHINE, Event.SENT_FOR_REVIEW, Event.APPROVED],
]
NEXT = {(before, event): after for before, event, after in TRANSITIONS}


@pytest.fixture
def people(transactional_db, settings) -> Iterator[People]:
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES[:2]
    with override("en"):
        write_original()
        yield everyone()


def where() -> State:
    """What the CMS has noted of the English guide, by itself."""
    row = Standing.objects.get(language=ENGLISH)
    return State(Work(row.work), row.is_live, row.is_older, row.is_machine_made)


def fill_by_machine() -> None:
    with playing() as server:
        server.translate = shouted
        fill(translation(), LibreTranslate(server.url), somebody(), Patience(10, pauses=(0, 0)))


def submit(people: People) -> None:
    translate()
    people.translator.open()
    people.translator.take("submit")


def approve(people: People) -> None:
    people.reviewer.open()
    people.reviewer.take("approve")


def cancel(people: People) -> None:
    people.translator.open()
    people.translator.take("withdraw")


def send_back(people: People) -> None:
    people.reviewer.open()
    people.reviewer.take("reject", comment="Si det enklere.")


def publish(people: People) -> None:
    translate()
    translation().save_target(user=somebody(), publish=True)


STEPS: dict[Event, Callable[[People], object]] = {
    Event.SENT_TO_TRANSLATION: lambda _: send_to_translation(),
    Event.WORDS_ADDED: lambda _: translate(but=1),
    Event.DRAFT_SAVED: lambda _: save_draft(),
    Event.FILLED_BY_MACHINE: lambda _: fill_by_machine(),
    Event.SENT_FOR_REVIEW: submit,
    Event.CHANGES_REQUESTED: send_back,
    Event.REVIEW_CANCELLED: cancel,
    Event.APPROVED: approve,
    Event.PUBLISHED: publish,
    Event.UNPUBLISHED: lambda _: guide().unpublish(),
    Event.DELETED: lambda _: guide().delete(),
    Event.ORIGINAL_CHANGED: lambda _: change_original(),
    Event.ORIGINAL_CHANGED_A_LITTLE: lambda _: change_original(minor=True),
    Event.ORIGINAL_WITHDRAWN: lambda _: guide(ORIGINAL).unpublish(),
}


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: f"to {walk[-1]}")
def test_each_step_leads_where_the_table_says(walk: list[Event], people: People) -> None:
    state = MISSING
    for number, event in enumerate(walk):
        STEPS[event](people)
        state = NEXT[state, event]
        assert str(where()) == str(state), f"step {number}: {event}"


def test_the_walks_leave_no_line_of_the_table_out() -> None:
    taken = set()
    for walk in WALKS:
        state = MISSING
        for event in walk:
            taken.add((state, event))
            state = NEXT[state, event]
    assert NEXT.keys() - taken == set()
    assert set(STEPS) == set(Event)
