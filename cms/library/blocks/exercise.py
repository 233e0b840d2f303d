"""An exercise set: items of every type between ordinary text."""

from __future__ import annotations

from typing import Any

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
from cms.library.gap_shorthand import expand_gaps
from cms.library.mapping.stream import raw


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

    def value_from_datadict(self, data: Any, files: Any, prefix: str) -> Any:
        """What a form says, with gaps made of what was written the short way."""
        value = super().value_from_datadict(data, files, prefix)
        stored = raw(value)
        changed = [expand_gaps(block) for block in stored if isinstance(self.child_blocks[block["type"]], GapItemBlock)]
        return self.to_python(stored) if any(changed) else value

    class Meta:
        required = True
        label = _("Exercises")
        default = []
