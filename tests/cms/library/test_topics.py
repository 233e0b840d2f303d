"""A topic that gets another name keeps its pages, and its id stays what pages know it by."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from cms.library.live import live_content
from cms.library.models import GuidePage, Topic, TopicName
from cms.publishing.load_places import Places
from cms.publishing.models import Change
from tests.cms.library.pages import make


@pytest.fixture
def topic(places: Places) -> Topic:
    """That of a guide which is live."""
    make(GuidePage, places).save_revision().publish()
    Change.objects.all().delete()
    return Topic.objects.get(key="arbeid")


def test_another_name_reaches_readers_at_the_next_release_and_pages_keep_their_topic(topic: Topic) -> None:
    topic.names = [TopicName(language="nb", name="Jobb"), TopicName(language="en", name="Work")]
    topic.save()
    library = live_content().library
    assert {each.id: each.names for each in library.topics} == {"arbeid": {"nb": "Jobb", "en": "Work"}}
    assert [document.front.topics for document in library.documents] == [("arbeid",)]
    assert Change.objects.exists()  # A release is on its way.


def test_another_id_is_refused_and_no_page_loses_its_topic(topic: Topic) -> None:
    topic.key = "jobb"
    with override("en"), pytest.raises(ValidationError, match="cannot be changed"):
        topic.full_clean()
    assert [document.front.topics for document in live_content().library.documents] == [("arbeid",)]
