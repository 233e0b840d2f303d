"""A page whose rules are checked while it is written, and held when it goes live."""

from __future__ import annotations

from typing import Any, ClassVar

from wagtail.models import Revision

from cms.library.form_problems import FormProblem
from cms.library.forms import CheckedPageForm
from cms.library.not_ready import SCHEDULED, refuse_errors_of


class CheckedPage:
    """For a kind of page: stands before `ToolboxPage` among its bases."""

    checked: ClassVar[str]
    """The stream that is checked."""
    checked_fields: ClassVar[tuple[str, ...]] = ()
    """Plain fields of the form that the checks ask for too."""
    base_form_class = CheckedPageForm

    def problems(self) -> tuple[FormProblem, ...]:
        """What the page breaks as it stands in memory, its parts with their keys; in the active language."""
        raise NotImplementedError

    def before_going_live(self, revision: Revision) -> None:
        """What is still to be done to a version that is found to be ready."""

    def publish(self, revision: Revision, *args: Any, log_action: Any = True, **kwargs: Any) -> None:
        """Wagtail's own, closed to a page with errors: `NotReady`, whichever way it was to go live.

        What was scheduled passed here when it was scheduled.
        """
        if log_action != SCHEDULED:
            refuse_errors_of(revision.as_object())
        self.before_going_live(revision)
        super().publish(revision, *args, log_action=log_action, **kwargs)  # type: ignore[misc]
