"""What running text may consist of: one block for each value of `sitebuilder.contract.prose`."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup

from cms.library.blocks.leaves import InlineTextBlock, KeyBlock, LineBlock, RunningTextBlock, TargetTextBlock
from cms.library.blocks.picture import PictureBlock

CALLOUTS = [
    ("note", _("Good to know")),
    ("tip", _("Tip")),
    ("warning", _("Important")),
    ("together", _("Do together")),
    ("facilitator", _("For the group leader")),
]
FOLDED = _("Folded until the reader opens it")


class SubheadingBlock(blocks.StructBlock):
    text = LineBlock(label=_("Subheading"))
    key = KeyBlock()

    class Meta:
        icon = "title"
        label = _("Subheading")
        description = _("A small heading inside a step or a part.")
        form_layout = BlockGroup(children=["text"], settings=["key"])
        preview_value = {"text": "Dette kan dere gjøre"}


class ChecklistBlock(blocks.ListBlock):
    def __init__(self, **kwargs: object) -> None:
        super().__init__(InlineTextBlock(label=_("Point")), **kwargs)

    class Meta:
        icon = "tasks"
        label = _("Checklist")
        description = _("Things to tick off.")


class TableRowBlock(blocks.StructBlock):
    cells = blocks.ListBlock(InlineTextBlock(required=False, label=_("Cell")), label=_("Cells"), min_num=1)

    class Meta:
        icon = "bars"
        label = _("Row")


class TableBlock(blocks.ListBlock):
    """Rows of cells: Wagtail's own table block cannot be translated."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(TableRowBlock(), **kwargs)

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("Rows of cells. The first row is the headings.")


class PhraseBlock(blocks.StructBlock):
    norwegian = TargetTextBlock(label=_("Norwegian"), help_text=_("Stays Norwegian in every language."))
    meaning = RunningTextBlock(required=False, label=_("What it means, or when to say it"))

    class Meta:
        icon = "openquote"
        label = _("Phrase")
        label_format = "{norwegian}"


class PhrasesBlock(blocks.ListBlock):
    def __init__(self, **kwargs: object) -> None:
        super().__init__(PhraseBlock(), **kwargs)

    class Meta:
        icon = "openquote"
        label = _("Phrases")
        description = _("Things to say in Norwegian, each with what it means.")


class InnerText(blocks.StreamBlock):
    """Text inside a box: all but headings and further boxes."""

    text = RunningTextBlock()
    checklist = ChecklistBlock()
    image = PictureBlock()
    table = TableBlock()

    class Meta:
        required = False
        label = _("Text")
        default = [("text", "")]


class CalloutBlock(blocks.StructBlock):
    kind = blocks.ChoiceBlock(choices=CALLOUTS, default="note", label=_("Kind"))
    title = LineBlock(required=False, label=_("Title"), help_text=_("Empty: the name of the kind."))
    body = InnerText()
    folded = blocks.BooleanBlock(required=False, label=FOLDED)

    class Meta:
        icon = "info-circle"
        label = _("Box")
        description = _("A box that stands out: good to know, a tip, something important, a task for the pair.")
        label_format = "{kind}: {title}"
        form_layout = BlockGroup(children=["kind", "title", "body"], settings=["folded"])
        preview_value = {"kind": "tip", "title": "Begynn i det små", "body": [("text", "<p>Et kvarter er nok.</p>")]}


class ExampleBlock(blocks.StructBlock):
    variant = blocks.ChoiceBlock(
        choices=[("good", _("Good example")), ("weak", _("Weak example"))],
        required=False,
        default="good",
        label=_("Kind"),
        help_text=_("Empty: neither good nor weak."),
    )
    title = LineBlock(required=False, label=_("Title"))
    body = InnerText()
    folded = blocks.BooleanBlock(required=False, label=FOLDED)

    class Meta:
        icon = "doc-full"
        label = _("Example")
        description = _("An example to follow, or one to learn from.")
        label_format = "{variant}: {title}"
        form_layout = BlockGroup(children=["variant", "title", "body"], settings=["folded"])


class QuestionBlock(blocks.StructBlock):
    title = LineBlock(required=False, label=_("Question"))
    body = InnerText()
    folded = blocks.BooleanBlock(required=False, default=True, label=FOLDED)

    class Meta:
        icon = "help"
        label = _("Stop and think")
        description = _("A question to stop at. What you might answer is folded until the reader opens it.")
        label_format = "{title}"
        form_layout = BlockGroup(children=["title", "body"], settings=["folded"])
        preview_value = {"title": "Hva ville du sagt nå?", "folded": True}


class SceneText(blocks.StreamBlock):
    """Text of a scene: no headings, since headings are its choices."""

    text = RunningTextBlock()
    image = PictureBlock()
    callout = CalloutBlock()
    checklist = ChecklistBlock()
    example = ExampleBlock()
    phrases = PhrasesBlock()
    question = QuestionBlock()
    table = TableBlock()

    class Meta:
        required = False
        label = _("Text")
        default = [("text", "")]


class ProseBlock(SceneText):
    """All that running text may consist of."""

    subheading = SubheadingBlock()

    class Meta:
        required = False
        label = _("Text")
        default = [("text", "")]
