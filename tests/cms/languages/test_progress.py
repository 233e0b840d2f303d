"""How many texts have words: for one page, and for many at once."""

from __future__ import annotations

import uuid

from wagtail_localize.models import StringTranslation, Translation

from cms.languages.progress import progress, progress_of
from tests.cms.languages.translated import english, original, segments


def test_a_page_is_as_far_as_its_texts_have_words(translation: Translation) -> None:
    total = len(segments(translation))
    assert progress(translation) == progress(english()) == (total, total)
    StringTranslation.objects.filter(context__path="title").delete()
    assert progress(translation) == progress(english()) == (total - 1, total)


def test_a_broken_text_does_not_count(translation: Translation) -> None:
    broken = StringTranslation.objects.first()
    broken.data = "<script>alert(1)</script>"
    broken.save()
    done, total = progress(translation)
    assert done == total - 1


def test_an_original_and_a_stopped_translation_have_no_progress(translation: Translation) -> None:
    assert progress(original()) == (0, 0)
    Translation.objects.update(enabled=False)
    assert progress(english()) == (0, 0)


def test_many_pages_are_asked_for_in_one_query(translation: Translation, django_assert_num_queries) -> None:
    keys = [original().translation_key, uuid.uuid4()]
    with django_assert_num_queries(1):
        found = progress_of(keys)
    assert found == {(keys[0], translation.target_locale_id): progress(translation)}
    assert progress_of([]) == {}
