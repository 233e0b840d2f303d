"""A case: a description told in parts, with questions to stop at."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from sitebuilder.contract.document import Kind
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from cms.library.blocks.sections import CaseSectionsBlock
from cms.library.blocks.text import ProseBlock
from cms.library.forms import CasePageForm
from cms.library.models.panels import PagePanel, tabs
from cms.library.models.toolbox_page import ToolboxPage
from cms.library.shared_fields import Shared


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

    edit_handler = tabs(
        FieldPanel("fictional"),
        FieldPanel("intro"),
        FieldPanel("sections"),
        PagePanel("scenario", "library.ScenarioPage"),
    )
    override_translatable_fields: ClassVar = [*ToolboxPage.override_translatable_fields, Shared("scenario")]

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
