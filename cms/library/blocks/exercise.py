"""An exercise set: items of every type between ordinary text."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cms.library.blocks.answered_items import (
    ChoiceItemBlock,
    DictationItemBlock,
    GapItemBlock,
    GapSelectItemBlock,
    MarkWordsItemBlock,
)
from cms.library.blocks.arranged_items import MatchItemBlock, OrderLinesItemBlock, OrderWordsItemBlock
from cms.library.blocks.free_items import DialogueItemBlock, FlashcardItemBlock, WriteItemBlock
from cms.library.blocks.text import ProseBlock


class ExerciseBlock(ProseBlock):
    """Text and items in the order they are met."""

    choice = ChoiceItemBlock(collapsed=True)
    gap = GapItemBlock(collapsed=True)
    gap_select = GapSelectItemBlock(collapsed=True)
    order_words = OrderWordsItemBlock(collapsed=True)
    order_lines = OrderLinesItemBlock(collapsed=True)
    match = MatchItemBlock(collapsed=True)
    mark_words = MarkWordsItemBlock(collapsed=True)
    dictation = DictationItemBlock(collapsed=True)
    flashcard = FlashcardItemBlock(collapsed=True)
    write = WriteItemBlock(collapsed=True)
    dialogue = DialogueItemBlock(collapsed=True)

    class Meta:
        required = True
        label = _("Exercises")
        default = []
