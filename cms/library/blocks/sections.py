"""Sections of a guide and of a case."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup

from cms.library.blocks.leaves import KeyBlock, LineBlock
from cms.library.blocks.text import ProseBlock

PERSPECTIVES = [
    ("mentee", _("The mentee")),
    ("mentor", _("The mentor")),
    ("family", _("The family")),
    ("coordinator", _("The coordinator")),
]
_LAYOUT = {"children": ["title", "body"], "settings": ["key"]}
_ORDER = ("part", "perspective", "strengths", "facilitator")


class _SectionBlock(blocks.StructBlock):
    title = LineBlock(label=_("Title"), max_length=120)
    body = ProseBlock()
    key = KeyBlock()

    class Meta:
        label_format = "{title}"
        form_layout = BlockGroup(**_LAYOUT)


class StepBlock(_SectionBlock):
    class Meta:
        icon = "list-ol"
        label = _("Step")
        description = _("One thing to do. Begin the title with a verb: “Write”, “Ask”, “Practise”.")
        preview_value = {"title": "Skriv to linjer om deg selv", "body": [("text", "<p>Hvem er du på jobb?</p>")]}


class StepsBlock(blocks.StreamBlock):
    step = StepBlock(collapsed=True)

    class Meta:
        label = _("Steps")


class PartBlock(_SectionBlock):
    class Meta:
        icon = "doc-full"
        label = _("Part")
        description = _("A part of what happened. It may end with a question to stop at.")


class PerspectiveBlock(_SectionBlock):
    whose = blocks.ChoiceBlock(choices=PERSPECTIVES, label=_("Whose"))

    class Meta:
        icon = "user"
        label = _("Perspective")
        description = _("The same seen by the mentee, the mentor, the family or the coordinator.")
        form_layout = BlockGroup(children=["whose", "title", "body"], settings=["key"])


class StrengthsBlock(_SectionBlock):
    class Meta:
        icon = "pick"
        label = _("Strengths")
        description = _("What this person can, knows and has behind them.")


class FacilitatorBlock(_SectionBlock):
    class Meta:
        icon = "group"
        label = _("For the group leader")
        description = _("How to lead a talk about this case.")


class CaseSectionsBlock(blocks.StreamBlock):
    """Parts first, then perspectives, strengths and notes for the group leader."""

    part = PartBlock(collapsed=True)
    perspective = PerspectiveBlock(collapsed=True)
    strengths = StrengthsBlock(collapsed=True)
    facilitator = FacilitatorBlock(collapsed=True)

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        places = [_ORDER.index(child.block_type) for child in cleaned]
        if not self.is_deferred_validation and places != sorted(places):
            message = gettext("Put the parts first, then perspectives, strengths and notes for the group leader.")
            raise blocks.StreamBlockValidationError(non_block_errors=[ValidationError(message)])
        return cleaned

    class Meta:
        label = _("Parts and perspectives")
        block_counts = {
            "part": {"min_num": 2, "max_num": 4},
            "strengths": {"max_num": 1},
            "facilitator": {"max_num": 1},
        }
