"""A case: a description told in parts, with questions to stop at."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from sitebuilder.contract.document import Kind
from wagtail.actions.publish_revision import PublishPermissionError
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Revision

from cms.library.anonymity import fingerprint, is_complete, statements
from cms.library.blocks.sections import CaseSectionsBlock
from cms.library.blocks.text import ProseBlock
from cms.library.forms import CasePageForm
from cms.library.mapping.stream import raw
from cms.library.models.key_list import KeyListField
from cms.library.models.panels import PagePanel, tabs
from cms.library.models.toolbox_page import ToolboxPage
from cms.library.shared_fields import Own, Shared


class NotAnonymous(PublishPermissionError):
    """The list about anonymity is not ticked in full."""


class CasePage(ToolboxPage):
    kind = Kind.CASE
    keyed_streams = ("intro", "sections")
    base_form_class = CasePageForm

    fictional = models.BooleanField(
        _("made up"), default=False, help_text=_("Made up from many stories; shows no real person. A case must be.")
    )
    scenario = models.ForeignKey(
        "library.ScenarioPage",
        verbose_name=_("scenario that trains its turning point"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    intro = StreamField(ProseBlock(), verbose_name=_("introduction"), blank=True)
    sections = StreamField(CaseSectionsBlock(), verbose_name=_("parts and perspectives"))

    anonymity = KeyListField(_("nobody can be recognised"), offered=statements, blank=True)
    anonymity_by = models.CharField(max_length=150, blank=True, default="", editable=False)
    anonymity_on = models.DateTimeField(null=True, blank=True, editable=False)
    anonymity_of = models.CharField(max_length=16, blank=True, default="", editable=False)
    """The `fingerprint` of the text that was ticked for."""

    edit_handler = tabs(
        FieldPanel("fictional"),
        FieldPanel("intro"),
        FieldPanel("sections"),
        PagePanel("scenario", "library.ScenarioPage"),
        MultiFieldPanel(
            [
                FieldPanel("anonymity", heading=_("Tick what is true")),
                HelpPanel(template="library/anonymity.html"),
                FieldPanel("anonymity_again"),
            ],
            heading=_("Anonymity"),
            help_text=_(
                "Every line is ticked before the case is submitted or published. A draft can be saved without. Only "
                "those who work here see this; a translation follows its original."
            ),
        ),
    )
    override_translatable_fields: ClassVar = [
        *ToolboxPage.override_translatable_fields,
        Shared("scenario"),
        *(Own(name) for name in ("anonymity", "anonymity_by", "anonymity_on", "anonymity_of")),
    ]

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")

    def is_anonymous(self) -> bool:
        """Whether an author has ticked that it is. What is translated was ticked for in the original."""
        return bool(self.translated_from) or is_complete(self.anonymity)

    def changed_since_ticked(self) -> bool:
        return bool(self.anonymity_of) and self.anonymity_of != self._fingerprint()

    def note_ticked(self, name: str) -> None:
        """Keeps who ticked the list, when, and for which text."""
        self.anonymity_by, self.anonymity_on, self.anonymity_of = name[:150], timezone.now(), self._fingerprint()

    def forget_ticked(self) -> None:
        self.anonymity_by, self.anonymity_on, self.anonymity_of = "", None, ""

    def _fingerprint(self) -> str:
        return fingerprint(self.title, self.summary, raw(self.intro), raw(self.sections))

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> None:
        """Wagtail's own. `NotAnonymous` where it comes another way than by the form, which tells the author."""
        if not revision.as_object().is_anonymous():
            raise NotAnonymous(f"The list about anonymity of “{self.title}” is not ticked in full.")
        super().publish(revision, *args, **kwargs)
