"""A page whose rules are checked while it is written, and held when it goes live."""

from __future__ import annotations

from typing import Any, ClassVar

from wagtail.models import Revision

from cms.library.form_problems import FormProblem
from cms.library.not_ready import SCHEDULED, refuse_what_is_not_ready


class CheckedPage:
    """What every kind of page is. A kind with rules of its own says what they look at, and what breaks them."""

    keyed_streams: ClassVar[tuple[str, ...]] = ()
    """The streams of its content: they are checked, and their parts have names that links use."""

    def written(self) -> Any:
        """The page as it stands in memory, as the rules of its kind look at it; None where there are none."""
        return None

    def own_problems(self, written: Any) -> tuple[FormProblem, ...]:
        """What breaks the rules of its kind."""
        return ()

    def problems(self, written: Any = None) -> tuple[FormProblem, ...]:
        """What the page breaks as it stands in memory, its parts with their keys; in the active language."""
        from cms.library.document_words import problems_of  # It knows the catalogue, which knows the pages.

        return (*self.own_problems(written or self.written()), *problems_of(self))

    def before_going_live(self, revision: Revision) -> None:
        """What is still to be done to a version that is found to be ready."""

    def publish(self, revision: Revision, *args: Any, log_action: Any = True, **kwargs: Any) -> None:
        """Wagtail's own, closed to what is not ready: `NotReady`, whichever way it was to go live.

        What was scheduled passed here when it was scheduled.
        """
        if log_action != SCHEDULED:
            refuse_what_is_not_ready(revision.as_object())
        self.before_going_live(revision)
        super().publish(revision, *args, log_action=log_action, **kwargs)  # type: ignore[misc]
