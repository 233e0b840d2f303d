"""An exercise set: Norwegian exercises from pre-A1 to B2."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from sitebuilder.contract.document import Kind
from sitebuilder.contract.front_matter import LENGTHS
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from cms.library.blocks.exercise import ExerciseBlock
from cms.library.models.choices import LEVELS
from cms.library.models.panels import tabs
from cms.library.models.toolbox_page import ToolboxPage


class ExercisePage(ToolboxPage):
    kind = Kind.EXERCISE
    keyed_streams = ("parts",)

    level = models.CharField(_("level of Norwegian"), max_length=10, choices=LEVELS, default="")
    can_do = models.CharField(
        _("what the learner can do afterwards"), max_length=LENGTHS["can_do"], help_text=_("One sentence: “I can …”.")
    )
    parts = StreamField(ExerciseBlock(), verbose_name=_("exercises"))
    mentor = models.TextField(
        _("how a mentor can help"), max_length=600, help_text=_("One to three sentences, without lecturing on grammar.")
    )

    edit_handler = tabs(FieldPanel("can_do"), FieldPanel("parts"), FieldPanel("mentor"))

    class Meta:
        verbose_name = _("exercise set")
        verbose_name_plural = _("exercise sets")
