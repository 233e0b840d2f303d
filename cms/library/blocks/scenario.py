"""A story: scenes to choose in, scenes that only tell, and endings."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup

from cms.library.blocks.leaves import InlineTextBlock, KeyBlock, LineBlock, RunningTextBlock, SceneNameBlock
from cms.library.blocks.targets import target_errors
from cms.library.blocks.text import SceneText

QUALITIES = [
    ("helpful", _("Helpful")),
    ("workable", _("Workable")),
    ("risky", _("Risky")),
    ("harmful", _("Harmful")),
]
OUTCOMES = [("good", _("Good")), ("mixed", _("Mixed")), ("poor", _("Poor")), ("open", _("Open"))]
NEXT = _("Write the title of the next scene, or its id.")
ONWARD = _("Empty: the usual words.")


class ChoiceBlock(blocks.StructBlock):
    title = LineBlock(label=_("What the reader can do"), max_length=160)
    quality = blocks.ChoiceBlock(choices=QUALITIES, label=_("How well it serves the mentee"))
    consequence = RunningTextBlock(label=_("What happens"), help_text=_("What the mentee then says or does."))
    reason = InlineTextBlock(required=False, label=_("Why"), help_text=_("Why this helps, or why it does not."))
    target = SceneNameBlock(label=_("Goes on to"), help_text=NEXT)
    onward_label = LineBlock(required=False, label=_("Words of the link"), help_text=ONWARD)
    reason_label = LineBlock(required=False, label=_("Words before the reason"), help_text=ONWARD)
    key = KeyBlock()

    class Meta:
        icon = "arrow-right"
        label = _("Choice")
        label_format = "{title} → {target}"
        form_layout = BlockGroup(
            children=["title", "quality", "consequence", "reason", "target"],
            settings=["onward_label", "reason_label", "key"],
        )


class SceneBlock(blocks.StructBlock):
    title = LineBlock(label=_("Title"), max_length=120)
    text = SceneText(help_text=_("40–160 words. End before the answer is obvious."))
    choices = blocks.ListBlock(ChoiceBlock(), label=_("Choices"), min_num=2, max_num=4, collapsed=True)
    key = KeyBlock()

    class Meta:
        icon = "comment"
        label = _("Scene with choices")
        description = _("Something happens, and the reader chooses what to do: two to four choices.")
        label_format = "{title}"
        form_layout = BlockGroup(children=["title", "text", "choices"], settings=["key"])
        preview_value = {"title": "Samira er stille", "text": [("text", "<p>Samira ser på telefonen …</p>")]}


class TellingBlock(blocks.StructBlock):
    title = LineBlock(label=_("Title"), max_length=120)
    text = SceneText()
    target = SceneNameBlock(label=_("Goes on to"), help_text=NEXT)
    onward_label = LineBlock(required=False, label=_("Words of the link"), help_text=ONWARD)
    key = KeyBlock()

    class Meta:
        icon = "openquote"
        label = _("Scene that tells")
        description = _("The story goes on without a choice.")
        label_format = "{title} → {target}"
        form_layout = BlockGroup(children=["title", "text", "target"], settings=["onward_label", "key"])


class EndingBlock(blocks.StructBlock):
    title = LineBlock(label=_("Title"), max_length=120)
    outcome = blocks.ChoiceBlock(choices=OUTCOMES, label=_("How it ended"))
    text = SceneText()
    takeaways = blocks.ListBlock(InlineTextBlock(label=_("Point")), label=_("To take with you"), min_num=1, max_num=3)
    key = KeyBlock()

    class Meta:
        icon = "circle-check"
        label = _("Ending")
        description = _("The story ends here, with one to three things to take along.")
        label_format = "{title}"
        form_layout = BlockGroup(children=["title", "outcome", "text", "takeaways"], settings=["key"])


class ScenesBlock(blocks.StreamBlock):
    """The scenes of a story. A choice that leads nowhere is named when the page is to be published."""

    scene = SceneBlock(collapsed=True)
    telling = TellingBlock(collapsed=True)
    ending = EndingBlock(collapsed=True)

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not self.is_deferred_validation:
            errors = target_errors(cleaned)
            if errors:
                raise blocks.StreamBlockValidationError(block_errors=errors)
        return cleaned

    class Meta:
        label = _("Scenes")
