"""What the blocks refuse when a page is published, and let pass in a draft."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import override_settings
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.embeds.blocks import EmbedBlock

from cms.library.blocks.exercise import ExerciseBlock
from cms.library.blocks.item import ItemBlock
from cms.library.blocks.leaves import KeyBlock, LineBlock, TargetTextBlock
from cms.library.blocks.picture import PictureBlock
from cms.library.blocks.scenario import ScenesBlock
from cms.library.blocks.sections import CaseSectionsBlock
from cms.library.checks import check_blocks, faults, walk
from cms.library.keys import ITEMS
from exercises.model import Item
from tests.cms.library.pages import CHOICE


def scenes(target: str) -> Any:
    choice = {**CHOICE, "title": "Vent litt", "target": target}
    return ScenesBlock().to_python(
        [
            {
                "type": "scene",
                "value": {
                    "title": "Samira er stille",
                    "key": "stille",
                    "text": [],
                    "choices": [{"type": "item", "value": choice, "id": str(n)} for n in (1, 2)],
                },
            }
        ]
    )


@override_settings(LANGUAGE_CODE="en")
def test_a_choice_that_leads_nowhere_is_named_at_its_own_field() -> None:
    with pytest.raises(blocks.StreamBlockValidationError) as refused:
        ScenesBlock().clean(scenes("Kjelleren"))
    choices = refused.value.block_errors[0].block_errors["choices"]
    message = choices.block_errors[0].block_errors["target"].messages[0]
    assert "“Kjelleren”" in message or "«Kjelleren»" in message


@pytest.mark.parametrize("target", ["stille", "Samira er stille", " samira  ER stille"])
def test_a_scene_may_be_named_by_id_or_title(target: str) -> None:
    assert len(ScenesBlock().clean(scenes(target))) == 1


def test_a_draft_may_lead_nowhere_yet() -> None:
    assert len(ScenesBlock().clean_deferred(scenes("Kjelleren"))) == 1


def sections(*kinds: str) -> Any:
    value = {"title": "Hva skjedde", "body": [], "key": "", "whose": "mentee"}
    return CaseSectionsBlock().to_python([{"type": kind, "value": value} for kind in kinds])


def test_the_parts_of_a_case_stand_first() -> None:
    assert len(CaseSectionsBlock().clean(sections("part", "part", "perspective"))) == 3
    with pytest.raises(blocks.StreamBlockValidationError):
        CaseSectionsBlock().clean(sections("part", "perspective", "part"))
    assert len(CaseSectionsBlock().clean_deferred(sections("perspective", "part"))) == 2


@pytest.mark.django_db
def test_a_picture_is_always_described(picture) -> None:
    block = PictureBlock()
    stored = {"image": picture.pk, "alt_text": "", "decorative": False}
    for value in (stored, {**stored, "decorative": True}):
        with pytest.raises(ValidationError):
            block.clean(block.to_python(value))
        assert block.clean_deferred(block.to_python(value)).pk == picture.pk
    assert block.clean(block.to_python({**stored, "alt_text": "Et hus"})).pk == picture.pk


def test_all_our_blocks_keep_the_rules() -> None:
    assert check_blocks() == []


class OwnFilmBlock(EmbedBlock):
    """A block of our own is not better than what it is made from."""


class HalfTranslatedBlock(blocks.CharBlock):
    def get_translatable_segments(self, value: str) -> list[Any]:
        return [value]


@pytest.mark.parametrize(
    ("block", "code"),
    [
        (blocks.StructBlock([("title", blocks.CharBlock())]), "E001"),
        (blocks.StructBlock([("key", LineBlock())]), "E002"),
        (blocks.ListBlock(blocks.StructBlock([("target", LineBlock())])), "E002"),
        (blocks.StreamBlock([("html", blocks.RawHTMLBlock())]), "E003"),
        (blocks.RichTextBlock(default=""), "E004"),
        (blocks.RichTextBlock(default="", features=["image"]), "E004"),
        (blocks.StructBlock([("address", blocks.EmailBlock(required=False))]), "E001"),
        (blocks.StructBlock([("film", OwnFilmBlock(default=""))]), "E003"),
        (blocks.StreamBlock([("table", TableBlock())]), "E003"),
        (blocks.ListBlock(HalfTranslatedBlock(default="")), "E005"),
        (blocks.StructBlock([("number", blocks.RegexBlock("^[0-9]+$", default=""))]), "E006"),
        (blocks.StructBlock([("inner", blocks.StructBlock([("image", PictureBlock())]))]), "E007"),
    ],
)
def test_a_block_that_would_break_translation_or_export_is_named(block: blocks.Block, code: str) -> None:
    block.set_name("body")
    assert [found for _, part in walk(block, "") for found, _, _ in faults(part)] == [code]


@pytest.mark.parametrize("block", [KeyBlock(), TargetTextBlock()])
def test_ids_and_norwegian_to_be_learned_never_reach_translators(block: Any) -> None:
    assert block.get_translatable_segments("bor") == []
    assert block.restore_translated_segments("bor", []) == "bor"


def test_every_block_an_editor_can_add_says_what_it_is_for() -> None:
    for stream in (ScenesBlock(), CaseSectionsBlock(), ExerciseBlock()):
        for block in stream.child_blocks.values():
            assert block.get_description(), block.name


def test_the_form_has_a_block_for_every_type_of_item() -> None:
    types = {
        name.replace("_", "-") for name, block in ExerciseBlock().child_blocks.items() if isinstance(block, ItemBlock)
    }
    assert types == {kind.type for kind in subclasses(Item) if kind.type}
    assert {name.replace("_", "-") for name in ITEMS} == types


def subclasses(kind: type) -> set[type]:
    return {kind}.union(*map(subclasses, kind.__subclasses__()))
