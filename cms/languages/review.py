"""The review of a text: whether one is going on, and what it comes to."""

from __future__ import annotations

from collections.abc import Iterable

from wagtail.models import Page, WorkflowState


def in_review(pages: Iterable[Page]) -> set[int]:
    """The ids of those of ``pages`` that wait for a reviewer, in one query.

    One that a reviewer has sent back does not wait: it is its translator's again.
    """
    waiting = WorkflowState.objects.filter(
        status=WorkflowState.STATUS_IN_PROGRESS,
        base_content_type__app_label=Page._meta.app_label,
        base_content_type__model=Page._meta.model_name,
    ).values_list("object_id", flat=True)  # Few at any time, so all are asked for.
    return {int(pk) for pk in waiting} & {page.pk for page in pages}
