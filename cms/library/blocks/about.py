"""Blocks about a page: what it trains, what it asks, where its facts come from, what to read next."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.library.blocks.leaves import LineBlock, LongTextBlock
from cms.library.blocks.page_chooser import PageChooserBlock

DOCUMENTS = ["library.ScenarioPage", "library.CasePage", "library.GuidePage", "library.ExercisePage"]


class GoalsBlock(blocks.StreamBlock):
    goal = LineBlock(label=_("Goal"), icon="pick", max_length=120)

    class Meta:
        label = _("Goals")


class ReflectionBlock(blocks.StreamBlock):
    question = LongTextBlock(label=_("Question"), icon="help")

    class Meta:
        label = _("Questions to think over")
        required = False


class SourceBlock(blocks.StructBlock):
    title = LineBlock(label=_("Title"))
    url = blocks.URLBlock(required=False, default="", label=_("Address"))
    checked = blocks.DateBlock(required=False, label=_("Checked on"))
    evidence = LineBlock(
        required=False,
        label=_("Strength of the evidence"),
        help_text=_("In words, when the source is to show an effect."),
    )

    class Meta:
        icon = "link"
        label = _("Source")
        label_format = "{title}"


class SourcesBlock(blocks.StreamBlock):
    source = SourceBlock(collapsed=True)

    class Meta:
        label = _("Sources")
        required = False


class RelatedBlock(blocks.StreamBlock):
    page = PageChooserBlock(page_type=DOCUMENTS, label=_("Page"))

    class Meta:
        label = _("Read next")
        required = False
