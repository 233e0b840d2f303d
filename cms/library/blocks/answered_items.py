"""Exercise items that are answered word for word: options, gaps, words to mark, a dictation."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.library.blocks.answers import AcceptedBlock, GapBlock, KnownErrorBlock, OptionBlock
from cms.library.blocks.item import ITEMS, SAME, ItemBlock, layout
from cms.library.blocks.leaves import TargetTextBlock


class ChoiceItemBlock(ItemBlock):
    stem = TargetTextBlock(label=_("Question or sentence"), help_text=SAME)
    options = blocks.ListBlock(OptionBlock(), label=_("Options"), min_num=2, max_num=6)

    class Meta:
        icon = "radio-full"
        group = ITEMS
        label = _("Choose")
        description = _("Choose the right one, or several, of two to six options.")
        label_format = "{stem}"
        form_layout = layout("stem", "options")
        preview_value = {"instruction": "Velg riktig ord.", "stem": "Jeg bor ___ Oslo."}


class GapItemBlock(ItemBlock):
    text = TargetTextBlock(
        label=_("Text with gaps"),
        help_text=_(
            "Write each right answer between { and }: “Jeg {bor} i Oslo.” Several of them: {boka|boken}. Wrong answers "
            "with a reason: {bor|!bo: After “jeg” comes the present tense.} Saving turns this into gaps with names."
        ),
    )
    gaps = blocks.ListBlock(GapBlock(), label=_("Gaps"), default=[])

    class Meta:
        icon = "form"
        group = ITEMS
        label = _("Fill in")
        description = _("Write the words that are missing. Wrong answers that learners really give get a reason.")
        label_format = "{text}"
        form_layout = layout("text", "gaps")
        preview_value = {"instruction": "Skriv ordet som mangler.", "text": "Jeg {verb} i Oslo."}


class GapSelectItemBlock(GapItemBlock):
    bank = blocks.ListBlock(
        TargetTextBlock(label=_("Word")),
        label=_("Words to choose from, for all gaps"),
        help_text=_("Empty: each gap offers its own right and wrong answers."),
        default=[],
    )

    class Meta:
        icon = "list-ul"
        group = ITEMS
        label = _("Choose a word")
        description = _("Choose the words that are missing from a list: one for each gap, or one for all of them.")
        label_format = "{text}"
        form_layout = layout("text", "gaps", "bank")
        preview_value = {"instruction": "Velg ordet som mangler.", "text": "Jeg {verb} i Oslo."}


class MarkWordsItemBlock(ItemBlock):
    text = TargetTextBlock(
        label=_("Text"),
        help_text=_("Write [ and ] around each word to be marked: “Jeg [bor] i Oslo.” The same in every language."),
    )
    errors = blocks.ListBlock(
        KnownErrorBlock(),
        label=_("Words that learners mark by mistake"),
        help_text=_("Each as it stands in the text, without [ and ]."),
        default=[],
    )

    class Meta:
        icon = "pick"
        group = ITEMS
        label = _("Mark words")
        description = _("Find certain words in a text: all verbs, or every word that says when.")
        label_format = "{text}"
        form_layout = layout("text", "errors")
        preview_value = {"instruction": "Marker verbene.", "text": "Jeg [bor] i Oslo og [jobber] på kafé."}


class DictationItemBlock(ItemBlock):
    sentence = TargetTextBlock(label=_("Sentence"), help_text=SAME)
    accept = blocks.ListBlock(AcceptedBlock(), label=_("Other right ways to write it"), default=[])
    errors = blocks.ListBlock(
        KnownErrorBlock(),
        label=_("How learners write it wrong"),
        help_text=_("The whole sentence, as a learner really writes it."),
        default=[],
    )

    class Meta:
        icon = "keyboard"
        group = ITEMS
        label = _("Dictation")
        description = _("Write a sentence as it is heard, from a recording or read aloud by the mentor.")
        label_format = "{sentence}"
        form_layout = layout("sentence", "accept", "errors")
        preview_value = {"instruction": "Skriv det du hører.", "sentence": "Bussen går om fem minutter."}
