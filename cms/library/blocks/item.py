"""What every exercise item of the editor's form has."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup
from wagtail.documents.blocks import DocumentChooserBlock

from cms.library.blocks.leaves import KeyBlock, LineBlock, LongTextBlock, TargetTextBlock
from cms.library.blocks.picture import PictureBlock

SAME = _("Norwegian to be learned: the same in every language.")
ITEMS = _("Exercises")


class AudioBlock(blocks.StructBlock):
    normal = DocumentChooserBlock(required=False, label=_("Recording"))
    slow = DocumentChooserBlock(required=False, label=_("The same, slowly"))
    transcript = TargetTextBlock(
        required=False, label=_("What is said"), help_text=_("Empty: as told with the recording.")
    )
    speaker = LineBlock(required=False, label=_("Who speaks"))
    dialect = LineBlock(required=False, label=_("Dialect"))

    class Meta:
        icon = "media"
        label = _("Sound")


class ItemBlock(blocks.StructBlock):
    """What every item has."""

    instruction = LineBlock(label=_("Instruction"), help_text=_("What to do: “Write the missing word.”"))
    gloss = LineBlock(required=False, label=_("What the Norwegian means"), help_text=_("Empty in Norwegian."))
    hint = LineBlock(required=False, label=_("Hint"))
    explanation = LongTextBlock(required=False, label=_("Explanation"), help_text=_("Shown with the right answer."))
    audio = AudioBlock(required=False)
    image = PictureBlock(required=False)
    strict_case = blocks.BooleanBlock(required=False, label=_("Capital letters count"))
    strict_punctuation = blocks.BooleanBlock(required=False, label=_("Punctuation counts"))
    key = KeyBlock()


def layout(*own: str) -> BlockGroup:
    """A calm form: what the item asks stands open, help for the learner is folded, the rest is settings."""
    help_for_learners = BlockGroup(
        children=["gloss", "hint", "explanation"],
        heading=_("Help for the learner"),
        icon="help",
        classname="collapsed",
        label_format="",
    )
    return BlockGroup(
        children=["instruction", *own, help_for_learners],
        settings=["audio", "image", "strict_case", "strict_punctuation", "key"],
    )
