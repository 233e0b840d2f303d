"""The filters of the board, as a form."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms
from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.languages.board.shown import STATES
from cms.languages.board.wanted import Wanted
from cms.library.models.places import KINDS

Choices = Iterable[tuple[str, str | Promise]]


class BoardForm(forms.Form):
    """What cannot be chosen, as in a link from before a topic was renamed, is left out."""

    language = forms.ChoiceField(label=_("Language"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("All")), *STATES.items()])
    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", _("All")), *KINDS])
    topic = forms.ChoiceField(label=_("Topic"), required=False)
    words = forms.CharField(
        label=_("Words in the title"), required=False, max_length=80, widget=forms.TextInput({"type": "search"})
    )

    def __init__(self, *, topics: Choices, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.fields["language"].choices = [("", _("All")), *settings.WAGTAIL_CONTENT_LANGUAGES]
        self.fields["topic"].choices = [("", _("All")), *topics]

    def wanted(self) -> Wanted:
        self.is_valid()
        return Wanted(**{name: value for name, value in self.cleaned_data.items() if value})
