"""Rules our blocks must keep so that pages can be translated, held by Django's system check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import AppConfig, apps
from django.core.checks import CheckMessage, Error, register
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from cms.library.blocks.leaves import TEXT, Untranslated

NAMES_OF_LINKS = ("key", "target")
"""Children of these names hold what other parts of a page refer to: translated, they would break it in silence."""

TEXTS = (blocks.CharBlock, blocks.TextBlock, blocks.URLBlock, blocks.EmailBlock, blocks.RichTextBlock)
UNFIT = (blocks.RawHTMLBlock, blocks.BlockQuoteBlock, ImageChooserBlock)
UNFIT_MODULES = ("wagtail.embeds", "wagtail.contrib.table_block", "wagtail.contrib.typed_table_block")


@register("toolbox")
def check_blocks(app_configs: Sequence[AppConfig] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Every block of the library's stream fields."""
    if app_configs is not None and apps.get_app_config("library") not in app_configs:
        return []
    return [
        Error(message, hint=hint, obj=f"{model.__name__}.{field.name}: {path}", id=f"library.{code}")
        for model in apps.get_app_config("library").get_models()
        for field in model._meta.local_fields
        if isinstance(field, StreamField)
        for path, block in walk(field.stream_block, "")
        for code, message, hint in faults(block)
    ]


def walk(block: blocks.Block, path: str) -> Iterator[tuple[str, blocks.Block]]:
    """A block and all blocks in it, with their names from the outside in. The parts of an image block are its own."""
    yield path, block
    if isinstance(block, ImageBlock):
        return
    for name, child in getattr(block, "child_blocks", {}).items():
        yield from walk(child, f"{path}.{name}".strip("."))
    if isinstance(block, blocks.ListBlock):
        yield from walk(block.child_block, f"{path}.*".strip("."))


def faults(block: blocks.Block) -> Iterator[tuple[str, str, str]]:
    """What is wrong with one block: code, message and hint."""
    if isinstance(block, TEXTS) and block.meta.default is None:
        hint = "Use LineBlock, LongTextBlock or another of cms.library.blocks.leaves, or give default=''."
        yield "E001", "Without a default, a text block added later breaks the translation of pages saved before.", hint
    if block.name in NAMES_OF_LINKS and not isinstance(block, Untranslated):
        yield "E002", "What links refer to must not be translated.", "Use KeyBlock."
    if isinstance(block, UNFIT) or any(kind.__module__.startswith(UNFIT_MODULES) for kind in type(block).__mro__):
        hint = "Use PictureBlock for pictures, and the blocks of cms.library.blocks.text for text and tables."
        yield "E003", f"{type(block).__name__} cannot be written to the content format, or not translated.", hint
    if isinstance(block, blocks.RichTextBlock) and not set(block.features or ["everything"]) <= set(TEXT):
        yield "E004", "The content format has no place for all this rich text can hold.", f"Use features of {TEXT}."
    if hasattr(block, "get_translatable_segments") != hasattr(block, "restore_translated_segments"):
        hint = "Give it both, as Untranslated does, or neither."
        yield "E005", "What is taken out of a block for translators must be put back into it, and the other way.", hint
    if isinstance(block, blocks.RegexBlock) and not isinstance(block, Untranslated):
        hint = "Use LineBlock with a validator, or KeyBlock."
        yield "E006", "wagtail-localize passes over it: its text would stay Norwegian in every language.", hint
    children = getattr(block, "child_blocks", {})
    if isinstance(block, blocks.StructBlock) and not isinstance(block, ImageBlock):
        for name, child in children.items():
            if isinstance(child, blocks.StructBlock) and _has_picture(child):
                hint = f"Let {name} be a list or a stream, or give the picture to the block around it."
                yield "E007", "wagtail-localize does not find the words of a picture in a struct in a struct.", hint


def _has_picture(block: blocks.StructBlock) -> bool:
    return not isinstance(block, ImageBlock) and any(
        isinstance(child, ImageBlock) for child in block.child_blocks.values()
    )
