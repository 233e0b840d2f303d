"""The step in which a text is read by someone who reviews its language."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.forms import TaskStateCommentForm
from wagtail.models import AbstractGroupApprovalTask, Page, Task, TaskState

REJECT, APPROVE = "reject", "approve"


class WhatToChangeForm(TaskStateCommentForm):
    """A text is not sent back without a word."""

    comment = forms.CharField(label=_("What should be changed?"), widget=forms.Textarea({"rows": 3}))


class LanguageReviewTask(AbstractGroupApprovalTask):
    """Approving writes who did it, and when, into the version that is published. There is one for each language."""

    language = models.CharField(_("language"), max_length=10, unique=True)

    admin_form_fields = (*Task.admin_form_fields, "language")
    admin_form_readonly_on_edit_fields = (*Task.admin_form_readonly_on_edit_fields, "language")

    class Meta:
        verbose_name = _("review of a language")
        verbose_name_plural = _("reviews of languages")

    @classmethod
    def get_description(cls) -> str:
        return str(_("Those who review the language approve the text"))

    def locked_for_user(self, obj: Page, user: Any) -> bool:
        """While a text waits it is changed by who reviews it, and by who may publish it without them."""
        return super().locked_for_user(obj, user) and not obj.permissions_for_user(user).can_publish()

    def get_actions(self, obj: Page, user: Any) -> list[tuple[str, str, bool]]:
        """To send it back with a comment, or to approve it. An approval needs no comment."""
        return [each for each in super().get_actions(obj, user) if each[0] == REJECT or not each[2]]

    def get_form_for_action(self, action: str) -> type[TaskStateCommentForm]:
        return WhatToChangeForm if action == REJECT else TaskStateCommentForm

    @transaction.atomic
    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> None:
        """Raises `NotReady` where what would be approved is not what was read, or is not whole."""
        if action_name == APPROVE:
            from cms.languages.approval import approve  # It knows the pages, and this is read with the models.

            approve(task_state, user)
        # As it is now: what a caller holds may remember the version without the approval.
        super().on_action(TaskState.objects.get(pk=task_state.pk), user, action_name, **kwargs)

    def _user_in_groups(self, user: Any) -> bool:
        """Asked once for all languages: Wagtail's dashboard asks it of each of them."""
        if not hasattr(user, "_reviews_at"):
            user._reviews_at = set(LanguageReviewTask.objects.filter(groups__user=user).values_list("pk", flat=True))
        return self.pk in user._reviews_at

    def nobody_reviews(self) -> bool:
        return not self.groups.filter(user__is_active=True).exists()
