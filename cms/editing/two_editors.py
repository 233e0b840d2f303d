"""Two people in one page: whoever saves second is told, and nothing of either is lost.

Wagtail tells them beforehand where scripts run. It saves over what the other wrote all the same, and publishes it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page, Revision

from cms.languages.approval import saw_latest
from cms.languages.review_task import APPROVE
from cms.library.not_ready import NotReady

KEPT_AS_DRAFTS = ("publish", "submit", "restart_workflow")


class TellsOfOthers:
    """For Wagtail's view of a page's form.

    What is saved second becomes the latest draft, and a version of its own. It is not published with the same press:
    it lacks what the first one changed, which its editor has not seen. What the form saved by itself (it says so, see
    ``own-drafts.js``) is nobody else's, and stays a version of its own too.
    """

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with transaction.atomic():  # Of two who save at the same moment, one waits here for the other.
            self.latest_revision = Page.objects.select_for_update().get(pk=self.page.pk).get_latest_revision()
            theirs = self.latest_revision if self.is_out_of_date and not self.expects_json_response else None
            if not self.expects_json_response:
                request.POST = _without(request.POST, "overwrite_revision_id")
            response: HttpResponse = super().post(request, *args, **kwargs)
            if theirs:
                self._tell(theirs)
            return response

    @property
    def action_name_and_method(self) -> tuple[str, Callable[[], HttpResponse]]:
        name, method = super().action_name_and_method
        is_approving = name == "perform_workflow_action" and self.workflow_action == APPROVE
        if (name in KEPT_AS_DRAFTS or is_approving) and self.is_out_of_date:
            return "save", self.look_again if is_approving and not self._has_written() else self.save_action
        return name, method

    def _has_written(self) -> bool:
        """Whether the form says anything else than the version it was opened with."""
        opened = self.page.revisions.filter(pk=self.request.POST.get("loaded_revision_id") or None).first()
        if not opened:
            return True
        given = {"parent_page": self.parent, "subscription": self.subscription, "for_user": self.request.user}
        form = self.form_class(self.request.POST, self.request.FILES, instance=opened.as_object(), **given)
        return bool(form.has_changed())

    def look_again(self) -> HttpResponse:
        """Nothing was written here that could be lost, and nothing unseen is approved."""
        messages.warning(self.request, _("Not approved: somebody has saved a newer version. Look at it as it is now."))
        return redirect(self.get_edit_url())

    def perform_workflow_action(self) -> HttpResponse:
        """What stands in the form is what is answered to, and what was mended in it is part of that.

        Where it cannot be approved, what was mended is kept as a draft all the same.
        """
        saw_latest(self.page.current_workflow_task_state)
        self.page.__dict__.pop("_current_workflow_states", None)  # As it is now, not as it was when it was opened.
        try:
            with transaction.atomic():
                return super().perform_workflow_action()
        except NotReady as refused:
            for line in refused.told:
                messages.error(self.request, line)
            return self.save_action()

    def _tell(self, theirs: Revision) -> None:
        when = time_format(timezone.localtime(theirs.created_at), "H:i")
        name = get_user_display_name(theirs.user) if theirs.user else _("Someone")
        facts = {"name": name, "time": when}
        ours = Page.objects.get(pk=self.page.pk).get_latest_revision()
        if ours.pk == theirs.pk:  # Not saved: the form has mistakes.
            url = reverse("wagtailadmin_pages:revisions_view", args=[self.page.pk, theirs.pk])
            see = messages.button(url, _("See the other version"))
            words = _(
                "%(name)s saved a newer version at %(time)s, while you were writing. It is kept in the history. "
                "When you save, yours becomes the latest one: see first what the other one says."
            )
        else:
            url = reverse("wagtailadmin_pages:revisions_compare", args=[self.page.pk, theirs.pk, ours.pk])
            see = messages.button(url, _("Compare the two"))
            words = _(
                "%(name)s saved a newer version at %(time)s, while you were writing. Nothing is lost: yours is saved "
                "as the latest draft, and the other one is in the history. Yours lacks what was changed there: compare "
                "the two, and take over what is missing before you publish."
            )
        messages.warning(self.request, words % facts, buttons=[see])


def _without(sent: Any, name: str) -> Any:
    kept = sent.copy()
    kept.pop(name, None)
    return kept
