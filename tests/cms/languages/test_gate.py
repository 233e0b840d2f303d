"""Readers never get half a text, whichever door it is sent through, and keep what they have until then."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override
from wagtail_localize.models import StringTranslation

from cms.library.live import live_content
from cms.library.not_ready import NotReady
from tests.cms.languages.english_guide import (
    ENGLISH,
    ORIGINAL,
    change_original,
    guide,
    save_draft,
    send_to_translation,
    translate,
    translation,
    write_original,
)

pytestmark = pytest.mark.django_db(transaction=True)


def readers_have(language: str = ENGLISH) -> str | None:
    """The summary in the file of that language; None where there is no file."""
    found = [d.front.summary for d in live_content().library.documents if d.language == language]
    return found[0] if found else None


@pytest.fixture
def sent(settings) -> Iterator[None]:
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES[:2]
    write_original()
    send_to_translation()
    with override("en"):
        yield


def test_a_version_with_missing_words_is_refused_by_the_page_itself(sent: None) -> None:
    translate(but=2)
    save_draft()
    with pytest.raises(NotReady, match="2 texts have no words"):
        guide().latest_revision.publish()
    assert readers_have() is None


def test_a_version_made_before_the_last_words_came_is_refused_and_the_next_one_goes_live(sent: None) -> None:
    translate(but=1)
    save_draft()
    half = guide().latest_revision
    translate()
    with pytest.raises(NotReady, match="1 text has no words"):
        half.publish()
    save_draft()
    guide().latest_revision.publish()
    assert readers_have() == "EN Hva den er, og hva den er god for."


def test_words_with_broken_markup_count_as_missing(sent: None) -> None:
    translate()
    StringTranslation.objects.filter(data__startswith="EN Hva").update(has_error=True)
    with pytest.raises(ValidationError):
        translation().save_target(publish=True)
    assert readers_have() is None


def test_a_draft_of_a_page_that_is_live_changes_nothing_for_readers(sent: None) -> None:
    translate()
    translation().save_target(publish=True)
    change_original("Noe annet enn før.")
    save_draft()
    assert guide().has_unpublished_changes
    assert readers_have() == "EN Hva den er, og hva den er god for."
    assert guide().latest_revision.content["summary"] == "Noe annet enn før."
    with pytest.raises(NotReady):
        guide().latest_revision.publish()
    translate()
    save_draft()
    assert readers_have() == "EN Hva den er, og hva den er god for."
    guide().latest_revision.publish()
    assert readers_have() == "EN Noe annet enn før."
    assert not guide().has_unpublished_changes


def test_a_translation_written_by_hand_is_refused_where_a_text_is_empty(sent: None) -> None:
    translate()
    translation().save_target(publish=True)
    made = translation()
    made.enabled = False
    made.save()
    page = guide().get_latest_revision_as_object()
    page.together = ""
    revision = page.save_revision(clean=False)
    with pytest.raises(NotReady, match="1 text has no words"):
        revision.publish()
    page.together = "Read it together."
    page.save_revision().publish()
    assert guide().together == "Read it together."


def test_what_localize_filled_up_is_known_when_a_person_goes_on_by_hand(sent: None) -> None:
    translate(but=1)
    save_draft()
    made = translation()
    made.enabled = False
    made.save()
    page = guide().get_latest_revision_as_object()
    with pytest.raises(NotReady, match="1 text has no words"):
        page.save_revision().publish()
    last = made.source.stringsegment_set.order_by("order").last()
    assert last.string.data == "Skriv to linjer om deg selv."
    page.steps[0].value["body"][0] = ("text", "<p>Write two lines about yourself.</p>")
    page.save_revision().publish()
    assert readers_have() == "EN Hva den er, og hva den er god for."


def test_an_original_is_no_business_of_the_gate(sent: None) -> None:
    change_original("Uten hinder.")
    assert readers_have(ORIGINAL) == "Uten hinder."
