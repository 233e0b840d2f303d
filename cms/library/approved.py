"""A translation is approved in the words that a reviewer read, and in no others."""

from __future__ import annotations

from typing import Any

from sitebuilder.contract.hashing import source_hash


def forget_approval_of_other_words(page: Any) -> None:
    """Makes ``page``, as it stands in memory, a draft where it says something else than its latest version does.

    What readers have stays approved until the new version goes live.
    """
    if page.translation_state != "reviewed" or not page.pk:
        return
    before = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
    if source_hash(before.to_document()) != source_hash(page.to_document()):
        page.translation_state, page.translation_reviewed_by, page.translation_reviewed_on = "draft", "", None
