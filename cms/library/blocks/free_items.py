"""Exercise items that are said or written freely: word cards, texts of one's own, a dialogue for two."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.library.blocks.answers import DialogueLineBlock, DialoguePartBlock
from cms.library.blocks.item import ITEMS, SAME, ItemBlock, layout
from cms.library.blocks.leaves import LineBlock, LongTextBlock, TargetLongTextBlock, TargetTextBlock


class FlashcardItemBlock(ItemBlock):
    front = TargetTextBlock(label=_("Front"), help_text=SAME)
    back = LineBlock(required=False, label=_("Back of the card"), help_text=_("What it means."))
    example = TargetTextBlock(required=False, label=_("In a sentence"), help_text=SAME)

    class Meta:
        icon = "copy"
        group = ITEMS
        label = _("Word card")
        description = _("A word or phrase, what it means, and how it is used.")
        label_format = "{front}"
        form_layout = layout("front", "back", "example")
        preview_value = {"instruction": "Si det høyt.", "front": "å gjøre seg kjent"}


class WriteItemBlock(ItemBlock):
    prompt = LongTextBlock(label=_("What to write about"))
    checklist = blocks.ListBlock(LineBlock(label=_("Point")), label=_("Read it through: have you …"), default=[])
    models = blocks.ListBlock(TargetLongTextBlock(label=_("Answer")), label=_("Model answers"), default=[])

    class Meta:
        icon = "edit"
        group = ITEMS
        label = _("Write")
        description = _("Write freely, with a list to check the text against and model answers.")
        label_format = "{prompt}"
        form_layout = layout("prompt", "checklist", "models")


class DialogueItemBlock(ItemBlock):
    first = DialoguePartBlock(label=_("Role A"))
    second = DialoguePartBlock(label=_("Role B"))
    lines = blocks.ListBlock(DialogueLineBlock(), label=_("What they say"), min_num=2)

    class Meta:
        icon = "group"
        group = ITEMS
        label = _("Dialogue for two")
        description = _("A conversation to read aloud together: the pair takes one role each.")
        label_format = "{first}"
        form_layout = layout("first", "second", "lines")
