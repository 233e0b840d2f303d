"""The forms of pages in the admin."""

from __future__ import annotations

import copy
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.templatetags.wagtailadmin_tags import avatar_url, user_display_name
from wagtail.blocks import StreamBlockValidationError

from cms.library.anonymity import is_complete
from cms.library.approved import forget_approval_of_other_words
from cms.library.form_errors import stream_error
from cms.library.form_problems import FormProblem, UnreadableForm, read_form, reading
from cms.library.mapping.stream import raw
from cms.library.models.key_list import keep_order

MOST_TOLD = 10
"""So many errors of a page are told at the top of the form; all of them stand at their fields."""


class ToolboxPageForm(WagtailAdminPageForm):
    """The form of every document: what is ticked keeps its order, and what was approved is a draft in other words."""

    def serialize_comments(self, user: Any) -> dict[str, Any]:
        """For the panel of comments. Where there are none, nobody's name needs to be looked up but the reader's own."""
        comments = self.formsets.get("comments")
        if comments and not comments.forms:
            own = {"name": user_display_name(user), "avatar_url": avatar_url(user)}
            return {"comments": [], "user": user.pk, "authors": {str(user.pk): own}}
        return super().serialize_comments(user)

    def add_error(self, field: str | None, error: Any) -> None:
        """Wagtail's own words for a stream ("Validation error in StreamBlock") say nothing to an editor."""
        if isinstance(error, StreamBlockValidationError):
            error.message = _("Mend what is marked in red here.")
        super().add_error(field, error)

    def save(self, commit: bool = True) -> Any:
        forget_approval_of_other_words(self.instance)
        return super().save(commit)

    def clean_topics(self) -> list[str]:
        return keep_order(self.instance.topics or [], self.cleaned_data["topics"])

    def clean_help(self) -> list[str]:
        return keep_order(self.instance.help or [], self.cleaned_data["help"])

    def clean(self) -> dict[str, Any]:
        """A page with errors is saved as a draft and goes no further; each error stands where it is mended."""
        cleaned: dict[str, Any] = super().clean()
        if not self.is_deferred_validation:
            page = copy.copy(self.instance)
            try:
                with reading():
                    read_form(page, self.data)
                    errors = [problem for problem in page.problems() if problem.is_error]
            except UnreadableForm:
                self.add_error(page.keyed_streams[-1], _("What was written could not be read. Load the page again."))
            else:
                self._refuse(page, errors)
        return cleaned

    def _refuse(self, page: Any, errors: list[FormProblem]) -> None:
        for name in page.keyed_streams:
            found = self.errors.pop(name).as_data() if name in self.errors else []
            known = next((error for error in found if isinstance(error, StreamBlockValidationError)), None)
            stream = getattr(page, name)
            error = stream_error(stream.stream_block, raw(stream), errors, known)
            if error:
                self.add_error(name, error)
        for problem in errors:
            if not problem.block and problem.field in self.fields and problem.field not in self.errors:
                self.add_error(problem.field, problem.said)
        if errors:
            mend = [problem.said for problem in errors[:MOST_TOLD]]
            told = _("This is not ready to be published. It can be saved as a draft until the following is mended:")
            self.add_error(None, [told, *mend])


class CasePageForm(ToolboxPageForm):
    """A case is published only when it is said to be made up, and nobody in it can be recognised."""

    anonymity_again = forms.BooleanField(
        label=gettext_lazy("I have read the list again"),
        help_text=gettext_lazy("Your name and the time are noted."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.changed_since_ticked():
            del self.fields["anonymity_again"]

    def clean_fictional(self) -> bool:
        fictional = bool(self.cleaned_data["fictional"])
        if not fictional and not self.is_deferred_validation:
            raise ValidationError(_("Tick this when no real person can be recognised. Only such cases are published."))
        return fictional

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        is_original = not cleaned.get("translated_from")
        if is_original and not self.is_deferred_validation and not is_complete(cleaned.get("anonymity")):
            message = _(
                "Tick every line before the case is submitted or published. Where one is not true yet, change the text "
                "first. You can save a draft meanwhile."
            )
            self.add_error("anonymity", message)
        return cleaned

    def save(self, commit: bool = True) -> Any:
        """Notes who ticked the list, when it is complete for the first time, was changed, or was read again."""
        page, cleaned = self.instance, self.cleaned_data
        if not is_complete(page.anonymity):
            page.forget_ticked()
        elif not page.anonymity_by or cleaned.get("anonymity_again") or "anonymity" in self.changed_data:
            page.note_ticked(user_display_name(self.for_user))
        return super().save(commit)
