"""Exercise items: one block for each type of item, between ordinary text."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup
from wagtail.documents.blocks import DocumentChooserBlock

from cms.library.blocks.answers import GapBlock, MatchDecoyBlock, MatchPairBlock, OptionBlock
from cms.library.blocks.leaves import (
    KeyBlock,
    LineBlock,
    LongTextBlock,
    TargetLongTextBlock,
    TargetTextBlock,
)
from cms.library.blocks.picture import PictureBlock
from cms.library.blocks.text import ProseBlock

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


def _layout(*own: str) -> BlockGroup:
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


class ChoiceItemBlock(ItemBlock):
    stem = TargetTextBlock(label=_("Question or sentence"), help_text=SAME)
    options = blocks.ListBlock(OptionBlock(), label=_("Options"), min_num=2, max_num=6)

    class Meta:
        icon = "radio-full"
        group = ITEMS
        label = _("Choose")
        description = _("Choose the right one, or several, of two to six options.")
        label_format = "{stem}"
        form_layout = _layout("stem", "options")
        preview_value = {"instruction": "Velg riktig ord.", "stem": "Jeg bor ___ Oslo."}


class GapItemBlock(ItemBlock):
    text = TargetTextBlock(
        label=_("Text with gaps"),
        help_text=_("Write {name} for each gap: “Jeg {verb} i Oslo.” The same in every language."),
    )
    gaps = blocks.ListBlock(GapBlock(), label=_("Gaps"), min_num=1)

    class Meta:
        icon = "form"
        group = ITEMS
        label = _("Fill in")
        description = _("Write the words that are missing. Wrong answers that learners really give get a reason.")
        label_format = "{text}"
        form_layout = _layout("text", "gaps")
        preview_value = {"instruction": "Skriv ordet som mangler.", "text": "Jeg {verb} i Oslo."}


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
        form_layout = _layout("lead", "tokens", "orders", "fixed")


class MatchItemBlock(ItemBlock):
    pairs = blocks.ListBlock(MatchPairBlock(), label=_("Pairs"), min_num=2)
    decoys = blocks.ListBlock(MatchDecoyBlock(), label=_("Right sides that belong to nothing"), default=[])

    class Meta:
        icon = "link"
        group = ITEMS
        label = _("Match")
        description = _("Put together what belongs together.")
        form_layout = _layout("pairs", "decoys")


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
        form_layout = _layout("front", "back", "example")
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
        form_layout = _layout("prompt", "checklist", "models")


class ExerciseBlock(ProseBlock):
    """Text and items in the order they are met."""

    choice = ChoiceItemBlock(collapsed=True)
    gap = GapItemBlock(collapsed=True)
    order_words = OrderWordsItemBlock(collapsed=True)
    match = MatchItemBlock(collapsed=True)
    flashcard = FlashcardItemBlock(collapsed=True)
    write = WriteItemBlock(collapsed=True)

    class Meta:
        required = True
        label = _("Exercises")
        default = []
