"""Where a text stands with its reviewers, as its pages tell it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page, TaskState, WorkflowState

from cms.languages.review_task import APPROVE, LanguageReviewTask


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


@dataclass(frozen=True)
class Review:
    """The review of ``page`` that goes on or was sent back, as ``user`` meets it; without ``state`` there is none."""

    page: Page
    user: Any
    state: WorkflowState | None

    @property
    def waits(self) -> bool:
        return bool(self.state and self.state.status == WorkflowState.STATUS_IN_PROGRESS)

    @property
    def was_sent_back(self) -> bool:
        return bool(self.state and self.state.status == WorkflowState.STATUS_NEEDS_CHANGES)

    @cached_property
    def step(self) -> TaskState | None:
        """The step it is in, or was sent back from."""
        return self.state.current_task_state if self.state else None

    @cached_property
    def task(self) -> Any:
        return self.step.task.specific if self.step else None

    @cached_property
    def may_answer(self) -> bool:
        """Whether ``user`` may approve it or send it back now."""
        return self.waits and any(name == APPROVE for name, *_rest in self.task.get_actions(self.page, self.user))

    @cached_property
    def may_withdraw(self) -> bool:
        return bool(self.state and self.waits and not self.may_answer and self.state.user_can_cancel(self.user))

    @property
    def may_submit(self) -> bool:
        return bool(not self.waits and self.page.permissions_for_user(self.user).can_submit_for_moderation())

    @cached_property
    def nobody(self) -> str:
        """What to tell where nobody can answer; empty where somebody can."""
        waits_for_us = self.waits and isinstance(self.task, LanguageReviewTask)
        return nobody_reviews(self.page) if waits_for_us and self.task.nobody_reviews() else ""


def review_of(page: Page, user: Any) -> Review:
    return Review(page, user, page.current_workflow_state)


def nobody_reviews(page: Page) -> str:
    """That nobody reviews the page's language, and who can do something about it."""
    told = _(
        "Nobody reviews texts in this language yet (%(language)s). Nothing is lost: the text waits. An administrator "
        "can give somebody the role (%(names)s). A publisher can publish it meanwhile; readers are then told that it "
        "is not reviewed."
    )
    return told % {"language": page.locale, "names": ", ".join(_administrators()) or "–"}


def _administrators() -> list[str]:
    gives_roles = Q(is_superuser=True) | Q(groups__permissions__codename="change_user")
    people = get_user_model()._default_manager.filter(gives_roles, is_active=True).distinct().order_by("pk")
    return [get_user_display_name(person) for person in people[:5]]
