"""A translation is submitted, read and approved, or sent back: every step that leads somewhere, and who may take it."""

from __future__ import annotations

import copy
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import transaction
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone
from sitebuilder.contract.hashing import source_hash
from wagtail.models import TaskState, WorkflowState
from wagtail_localize.models import StringTranslation, Translation

from cms.languages.behind import behind
from cms.languages.review import in_review
from cms.languages.written import without_words
from tests.cms.languages.review import (
    ORIGINAL,
    People,
    change_original,
    draft,
    editor,
    everyone,
    make_guide,
    page,
    told,
)

TITLE = "EN En side"


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[None]:
    """Once for all tests here: each of them is undone in itself, and all of it at the end."""
    languages = settings.WAGTAIL_CONTENT_LANGUAGES[:2]
    with django_db_blocker.unblock(), override_settings(WAGTAIL_CONTENT_LANGUAGES=languages), transaction.atomic():
        make_guide()
        MEMBERS.append(everyone())
        yield
        MEMBERS.clear()
        transaction.set_rollback(True)


MEMBERS: list[People] = []


@pytest.fixture
def people(made, db) -> People:
    return copy.deepcopy(MEMBERS[0])


def where() -> str:
    """Where the translation stands: ``draft``, ``waits``, ``sent back``, ``approved`` or ``published`` as a draft."""
    state = WorkflowState.objects.filter(object_id=str(page().pk)).active().first()
    if state:
        return {"in_progress": "waits", "needs_changes": "sent back"}[state.status]
    return {True: "approved", False: "published"}[page().translation_state == "reviewed"] if page().live else "draft"


def bring_to(state: str, people: People) -> None:
    if state != "draft":
        people.translator.open()
        people.translator.take("submit")
    if state == "sent back":
        people.reviewer.take("reject", comment="Si det enklere.")
    if state == "approved":
        people.reviewer.open()
        people.reviewer.take("approve")
    assert where() == state


STEPS = [
    ("draft", "translator", "submit", "waits"),
    ("draft", "reviewer", "submit", "waits"),
    ("draft", "stranger", "submit", "draft"),
    ("draft", "reviewer", "approve", "draft"),
    ("draft", "translator", "withdraw", "draft"),
    ("draft", "publisher", "publish", "published"),
    ("draft", "translator", "publish", "draft"),
    ("waits", "translator", "submit", "waits"),
    ("waits", "translator", "approve", "waits"),
    ("waits", "translator", "publish", "waits"),
    ("waits", "translator", "withdraw", "draft"),
    ("waits", "other", "withdraw", "waits"),
    ("waits", "stranger", "approve", "waits"),
    ("waits", "publisher", "approve", "waits"),
    ("waits", "publisher", "publish", "published"),
    ("waits", "reviewer", "approve", "approved"),
    ("waits", "reviewer", "reject", "sent back"),
    ("waits", "reviewer", "reject without a word", "waits"),
    ("sent back", "translator", "submit", "waits"),
    ("sent back", "reviewer", "approve", "sent back"),
    ("sent back", "publisher", "publish", "published"),
    ("approved", "translator", "submit", "waits"),
    ("approved", "translator", "withdraw", "approved"),
]


@pytest.mark.parametrize(("start", "who", "step", "end"), STEPS)
def test_every_step_leads_where_it_should(
    start: str, who: str, step: str, end: str, people: People, django_capture_on_commit_callbacks
) -> None:
    bring_to(start, people)
    person = getattr(people, who)
    if step == "publish":
        with django_capture_on_commit_callbacks(execute=True):
            person.client.post(editor(), {"action": "publish"})
    else:
        person.open()
        name, _space, without_a_word = step.partition(" ")
        person.take(name, comment="" if without_a_word else "Si det enklere.")
    assert where() == end


def test_an_approval_says_the_same_in_the_cms_in_the_file_and_on_the_page(people: People) -> None:
    bring_to("approved", people)
    today = timezone.localdate()
    live = page()
    for version in (live, draft()):
        assert version.title == TITLE
        assert version.translation_state == "reviewed"
        assert (version.translation_reviewed_by, version.translation_reviewed_on) == ("rosa Dahl", today)
    assert live.live_revision_id == live.latest_revision_id
    said = live.to_document().front.translation
    assert (said.state, said.method, said.reviewed_by, said.reviewed_on) == ("reviewed", "person", "rosa Dahl", today)
    assert "Approved by rosa Dahl on" in people.translator.look()


def test_what_a_machine_made_stays_made_by_a_machine_when_it_is_approved(people: People) -> None:
    first = StringTranslation.objects.order_by("pk")[:1].values("pk")
    StringTranslation.objects.filter(pk__in=first).update(translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE)
    bring_to("approved", people)
    assert (page().translation_method, page().translation_state) == ("machine", "reviewed")


def test_what_lacks_words_is_not_submitted_and_says_how_many(people: People) -> None:
    StringTranslation.objects.filter(data=TITLE).delete()
    assert "One text has no words in this language yet." in people.translator.look()
    assert "Not submitted yet: one text has no words in this language." in people.translator.take("submit")
    assert where() == "draft"


def test_words_that_do_not_fit_are_told_and_kept(people: People) -> None:
    StringTranslation.objects.filter(data=TITLE).update(data="En " * 40)
    people.translator.open()
    assert "It cannot be saved like this: title: " in people.translator.take("submit")
    assert where() == "draft"
    assert StringTranslation.objects.filter(data="En " * 40).exists()


def test_what_others_changed_since_the_reviewer_opened_it_is_looked_at_first(people: People) -> None:
    bring_to("waits", people)
    people.reviewer.open()
    assert people.publisher.write(TITLE, "Another title") == 200
    assert "somebody has changed the text since you opened it" in people.reviewer.take("approve")
    assert where() == "waits"
    people.reviewer.open()
    people.reviewer.take("approve")
    assert (where(), page().title) == ("approved", "Another title")


def test_what_the_reviewer_mends_is_part_of_what_is_approved(people: People) -> None:
    bring_to("waits", people)
    people.reviewer.open()
    people.reviewer.write(TITLE, "A better title")
    people.reviewer.take("approve")
    assert (where(), page().title) == ("approved", "A better title")


def test_a_text_that_waits_is_shown_locked_to_its_translators_alone(people: People) -> None:
    bring_to("waits", people)
    assert '"isLocked": true' in people.translator.look()
    assert '"isLocked": false' in people.reviewer.look()
    assert '"isLocked": false' in people.publisher.look()
    assert not page().locked


def test_the_translator_reads_what_to_change_and_goes_on(people: People) -> None:
    bring_to("sent back", people)
    shown = people.translator.look()
    assert "rosa Dahl asked for changes on" in shown
    assert "Si det enklere." in shown
    assert '"isLocked": false' in shown
    assert "Submit again" in shown


def test_an_approved_text_that_goes_on_stays_approved_for_readers(people: People) -> None:
    bring_to("approved", people)
    people.translator.write(TITLE, "New words")
    people.translator.open()
    people.translator.take("submit")
    assert (page().title, page().translation_state) == (TITLE, "reviewed")
    assert (draft().title, draft().translation_state, draft().translation_reviewed_by) == ("New words", "draft", "")
    people.reviewer.open()
    people.reviewer.take("approve")
    assert (page().title, page().translation_state) == ("New words", "reviewed")


def test_an_original_published_while_its_translation_is_in_review_loses_nothing(people: People) -> None:
    bring_to("waits", people)
    submitted = draft().translation_of
    people.reviewer.open()
    change_original("En ny tittel")
    assert where() == "waits"
    people.reviewer.take("approve")
    assert (where(), page().title) == ("approved", TITLE)
    assert page().translation_of == submitted
    original = page(ORIGINAL).to_document()
    assert original.front.title == "En ny tittel"
    assert page().translation_of != source_hash(original)  # Older than the original at once.
    assert behind(page()) is None  # A guide; what is told of a story stands in test_records.


def test_the_version_that_was_submitted_is_approved_though_the_original_asks_for_more_by_now(people: People) -> None:
    bring_to("waits", people)
    change_original("En ny tittel")
    assert "The original has changed since this was submitted." in people.reviewer.look()
    people.reviewer.take("approve")
    assert (where(), page().title) == ("approved", TITLE)
    assert without_words(Translation.objects.get()) == 1  # For the next version.


def dashboard(people: People, task_state: TaskState) -> str:
    url = reverse("wagtailadmin_pages:workflow_action", args=[page().pk, "approve", task_state.pk])
    return told(people.reviewer.client.post(url, {"comment": ""}))


def test_from_the_dashboard_just_what_was_submitted_is_approved(people: People) -> None:
    bring_to("waits", people)
    assert "Awaiting your review" in people.reviewer.client.get(reverse("wagtailadmin_home")).content.decode()
    first = TaskState.objects.get()
    people.other.write(TITLE, "Another title")
    assert "Its texts were changed after it was submitted." in dashboard(people, first)
    assert where() == "waits"
    people.translator.take("withdraw")
    people.translator.take("submit")
    assert "It does not wait for you any longer" in dashboard(people, first)
    assert where() == "waits"
    dashboard(people, TaskState.objects.latest("pk"))
    assert (where(), page().title) == ("approved", "Another title")


def test_who_is_asked_is_told_where_nobody_reviews_the_language(people: People) -> None:
    people.reviewer.user.is_active = False
    people.reviewer.user.save()
    people.translator.open()
    assert "Nobody reviews texts in this language yet (English)." in people.translator.take("submit")
    assert where() == "waits"


@pytest.mark.parametrize("server", ["127.0.0.1", "mail.invalid"])
def test_a_mail_server_that_is_not_there_stops_nobody(
    server: str, people: People, settings, django_capture_on_commit_callbacks
) -> None:
    settings.EMAIL_BACKEND, settings.EMAIL_HOST = "django.core.mail.backends.smtp.EmailBackend", server
    settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = 1, 1
    people.translator.open()
    with django_capture_on_commit_callbacks(execute=True):
        assert "Submitted." in people.translator.take("submit")
    assert where() == "waits"


def test_reviewers_get_a_mail(people: People, mailoutbox, django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        bring_to("waits", people)
    assert [mail.to for mail in mailoutbox] == [["rosa@example.org"]]


def test_which_pages_wait_is_asked_once(people: People, django_assert_num_queries) -> None:
    bring_to("waits", people)
    pages = [page(), page(ORIGINAL)]
    with django_assert_num_queries(1):
        assert in_review(pages) == {pages[0].pk}
    people.reviewer.take("reject", comment="Si det enklere.")
    assert in_review(pages) == set()
