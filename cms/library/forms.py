"""The forms of pages in the admin."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.templatetags.wagtailadmin_tags import avatar_url, user_display_name

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
    """A case is published only when it is said to be made up."""

    def clean_fictional(self) -> bool:
        fictional = bool(self.cleaned_data["fictional"])
        if not fictional and not self.is_deferred_validation:
            raise ValidationError(_("Tick this when no real person can be recognised. Only such cases are published."))
        return fictional
