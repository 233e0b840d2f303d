"""The parts of exercise items: options, gaps, pairs, roles."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup

from cms.library.blocks.leaves import KeyBlock, LineBlock, TargetTextBlock


class OptionBlock(blocks.StructBlock):
    text = TargetTextBlock(label=_("Option"))
    correct = blocks.BooleanBlock(required=False, label=_("Right"))
    feedback = LineBlock(required=False, label=_("Feedback"), help_text=_("Why this is right or wrong."))
    key = KeyBlock()

    class Meta:
        icon = "radio-empty"
        label = _("Option")
        label_format = "{text}"
        form_layout = BlockGroup(children=["text", "correct", "feedback"], settings=["key"])


class AcceptedBlock(blocks.StructBlock):
    text = TargetTextBlock(label=_("Right answer"))
    note = LineBlock(
        required=False, label=_("Note"), help_text=_("For an answer that is right, but not the usual one.")
    )

    class Meta:
        icon = "check"
        label = _("Right answer")
        label_format = "{text}"


class KnownErrorBlock(blocks.StructBlock):
    text = TargetTextBlock(label=_("Wrong answer"))
    feedback = LineBlock(required=False, label=_("Feedback"), help_text=_("The best help there is: why this is wrong."))

    class Meta:
        icon = "cross"
        label = _("Wrong answer")
        label_format = "{text}"


class GapBlock(blocks.StructBlock):
    name = TargetTextBlock(label=_("Name"), help_text=_("As it stands between { and } in the text."))
    accept = blocks.ListBlock(AcceptedBlock(), label=_("Right answers"), min_num=1)
    errors = blocks.ListBlock(KnownErrorBlock(), label=_("Wrong answers that learners give"), default=[])
    hint = LineBlock(required=False, label=_("Hint"))
    confusable = blocks.ListBlock(
        TargetTextBlock(label=_("Word")), label=_("Words never to be taken for a slip of the pen"), default=[]
    )

    class Meta:
        icon = "form"
        label = _("Gap")
        label_format = "{name}"
        form_layout = BlockGroup(children=["name", "accept", "errors", "hint"], settings=["confusable"])


class MatchPairBlock(blocks.StructBlock):
    left = TargetTextBlock(label=_("Left"))
    right = LineBlock(required=False, label=_("Meaning"), help_text=_("Translated. Or write the Norwegian half below."))
    answer = TargetTextBlock(required=False, label=_("Norwegian other half"))

    class Meta:
        icon = "link"
        label = _("Pair")
        label_format = "{left} – {right}{answer}"


class MatchDecoyBlock(blocks.StructBlock):
    right = LineBlock(required=False, label=_("Meaning"))
    answer = TargetTextBlock(required=False, label=_("Norwegian other half"))

    class Meta:
        icon = "cross"
        label = _("Decoy")
        label_format = "{right}{answer}"


class DialoguePartBlock(blocks.StructBlock):
    name = LineBlock(label=_("Who it is"), help_text=_("As “The driver”."))
    task = LineBlock(
        required=False, label=_("Task"), help_text=_("What this one wants, or knows and the other one does not.")
    )
    key = KeyBlock()

    class Meta:
        icon = "user"
        label_format = "{name}"
        form_layout = BlockGroup(children=["name", "task"], settings=["key"])


FIRST, SECOND = "first", "second"
"""The two of a dialogue, as a line names them."""


class DialogueLineBlock(blocks.StructBlock):
    part = blocks.ChoiceBlock(
        choices=[("", _("In turn")), (FIRST, _("Role A")), (SECOND, _("Role B"))],
        required=False,
        label=_("Whose line"),
        help_text=_("In turn: the one who did not speak last. Role A begins."),
    )
    text = TargetTextBlock(label=_("What is said"))

    class Meta:
        icon = "comment"
        label = _("Line")
        label_format = "{text}"
