"""Exercise items in which something is put in its place: words, lines, pairs."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.library.blocks.answers import MatchDecoyBlock, MatchPairBlock
from cms.library.blocks.item import ITEMS, SAME, ItemBlock, layout
from cms.library.blocks.leaves import TargetTextBlock


class OrderWordsItemBlock(ItemBlock):
    lead = TargetTextBlock(required=False, label=_("Sentence before"), help_text=SAME)
    tokens = blocks.ListBlock(TargetTextBlock(label=_("Word")), label=_("Words in the right order"), min_num=2)
    orders = blocks.ListBlock(
        TargetTextBlock(label=_("Order"), help_text=_("Numbers of the words: “3 2 1 4”.")),
        label=_("Other right orders"),
        default=[],
    )
    fixed = TargetTextBlock(required=False, label=_("Words that stand still"), help_text=_("Their numbers: “1 4”."))

    class Meta:
        icon = "order"
        group = ITEMS
        label = _("Put in order")
        description = _("Put words in the right order.")
        form_layout = layout("lead", "tokens", "orders", "fixed")


class OrderLinesItemBlock(ItemBlock):
    lead = TargetTextBlock(required=False, label=_("Sentence before"), help_text=SAME)
    lines = blocks.ListBlock(
        TargetTextBlock(label=_("Line")),
        label=_("Lines in the right order"),
        help_text=_("Whole lines of a dialogue or of a short text."),
        min_num=2,
    )
    orders = blocks.ListBlock(
        TargetTextBlock(label=_("Order"), help_text=_("Numbers of the lines: “3 2 1 4”.")),
        label=_("Other right orders"),
        default=[],
    )
    fixed = TargetTextBlock(required=False, label=_("Lines that stand still"), help_text=_("Their numbers: “1 4”."))

    class Meta:
        icon = "list-ol"
        group = ITEMS
        label = _("Put lines in order")
        description = _("Put the lines of a dialogue or a short text in the right order.")
        form_layout = layout("lead", "lines", "orders", "fixed")


class MatchItemBlock(ItemBlock):
    pairs = blocks.ListBlock(MatchPairBlock(), label=_("Pairs"), min_num=2)
    decoys = blocks.ListBlock(MatchDecoyBlock(), label=_("Right sides that belong to nothing"), default=[])

    class Meta:
        icon = "link"
        group = ITEMS
        label = _("Match")
        description = _("Put together what belongs together.")
        form_layout = layout("pairs", "decoys")
