"""The forms of pages in the admin."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm

from cms.library.models.key_list import keep_order


class ToolboxPageForm(WagtailAdminPageForm):
    """Ticked topics and help boxes keep the order they had."""

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
