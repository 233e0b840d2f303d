"""The smallest blocks: lines of text, with or without translation, and links between parts of a page.

Every text block has ``default=""``: wagtail-localize fails on a text that is None, as it is when a block is
added to a struct that has been saved before. ``cms.library.checks`` holds all our blocks to that.
"""

from __future__ import annotations

from typing import Any

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.library.blocks.scene_name import SceneNameInput

KEY = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
is_key = RegexValidator(KEY, _("Use a–z, 0–9 and single hyphens only."))

INLINE = ["bold", "italic", "link"]
"""What may stand inside a line."""

TEXT = [*INLINE, "ol", "ul"]
"""What may stand in running text. Pictures and tables are blocks of their own."""


class Untranslated:
    """A block whose value is the same in every language: translators never see it."""

    def get_translatable_segments(self, value: Any) -> list[Any]:
        return []

    def restore_translated_segments(self, value: Any, segments: Any) -> Any:
        return value


class LineBlock(blocks.CharBlock):
    """One line of translated text."""

    class Meta:
        default = ""


class LongTextBlock(blocks.TextBlock):
    """Translated text in a field that grows."""

    class Meta:
        default = ""
        rows = 2


class TargetTextBlock(Untranslated, blocks.CharBlock):
    """Norwegian to be learned: letter for letter the same in every language."""

    class Meta:
        default = ""


class TargetLongTextBlock(Untranslated, blocks.TextBlock):
    """Norwegian to be learned, in a field that grows."""

    class Meta:
        default = ""


class KeyBlock(Untranslated, blocks.CharBlock):
    """The name of a part of the page. Given once, when the page is saved, and never changed after."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        kwargs.setdefault("max_length", 80)
        kwargs.setdefault("validators", (is_key,))
        kwargs.setdefault("label", _("Id"))
        kwargs.setdefault("help_text", _("Made from the title when you save. Links use it: do not change it later."))
        super().__init__(**kwargs)

    class Meta:
        default = ""


class SceneNameBlock(Untranslated, blocks.CharBlock):
    """The scene a choice leads to: its id, its title, or the id of its block. Saving turns each into the id."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.field.widget = SceneNameInput()

    class Meta:
        default = ""


class InlineTextBlock(blocks.RichTextBlock):
    """One paragraph, with bold, italic and links."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("features", INLINE)
        super().__init__(**kwargs)

    class Meta:
        default = ""
        icon = "pilcrow"


class RunningTextBlock(blocks.RichTextBlock):
    """Paragraphs and lists, with bold, italic and links."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("features", TEXT)
        super().__init__(**kwargs)

    class Meta:
        default = ""
        icon = "pilcrow"
        label = _("Text")
        description = _("Paragraphs and lists, with bold, italic and links.")
        preview_value = "<p>Ta med en kopp kaffe og god tid. <b>Det første møtet</b> handler om å bli kjent.</p>"
