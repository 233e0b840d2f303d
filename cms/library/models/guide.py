"""A guide: steps to follow. The CV guides are one series of guides."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from sitebuilder.contract.document import Kind
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from cms.library.blocks.sections import StepsBlock
from cms.library.blocks.text import ProseBlock
from cms.library.models.panels import tabs
from cms.library.models.toolbox_page import ToolboxPage


class GuidePage(ToolboxPage):
    kind = Kind.GUIDE
    keyed_streams = ("intro", "steps")

    intro = StreamField(ProseBlock(), verbose_name=_("introduction"), blank=True)
    steps = StreamField(StepsBlock(), verbose_name=_("steps"))
    mentor = models.TextField(
        _("how a mentor can help"), max_length=600, blank=True, default="", help_text=_("One to three sentences.")
    )

    edit_handler = tabs(FieldPanel("intro"), FieldPanel("steps"), FieldPanel("mentor"))

    class Meta:
        verbose_name = _("guide")
        verbose_name_plural = _("guides")
