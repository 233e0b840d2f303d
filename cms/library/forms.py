"""The forms of pages in the admin."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.templatetags.wagtailadmin_tags import avatar_url, user_display_name

from cms.library.anonymity import is_complete
from cms.library.models.key_list import keep_order


class ToolboxPageForm(WagtailAdminPageForm):
    """Ticked topics and help boxes keep the order they had."""

    def serialize_comments(self, user: Any) -> dict[str, Any]:
        """For the panel of comments. Where there are none, nobody's name needs to be looked up but the reader's own."""
        comments = self.formsets.get("comments")
        if comments and not comments.forms:
            own = {"name": user_display_name(user), "avatar_url": avatar_url(user)}
            return {"comments": [], "user": user.pk, "authors": {str(user.pk): own}}
        return super().serialize_comments(user)

    def clean_topics(self) -> list[str]:
        return keep_order(self.instance.topics or [], self.cleaned_data["topics"])

    def clean_help(self) -> list[str]:
        return keep_order(self.instance.help or [], self.cleaned_data["help"])


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
