"""The links and pictures of a body, wherever they stand in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from exercises.model import Item
from scenarios.model import Story
from sitebuilder.contract.document import Body, Case, ExerciseSet, Guide
from sitebuilder.contract.inline_reader import read_runs
from sitebuilder.contract.kept import KEPT
from sitebuilder.contract.prose import (
    Admonition,
    Block,
    BulletList,
    Checklist,
    Image,
    Paragraph,
    Runs,
    Subheading,
    Table,
)
from sitebuilder.contract.prose_reader import read_prose


@lru_cache(maxsize=KEPT)
def hrefs_of(body: Body) -> tuple[str, ...]:
    """Every address the body's text links to, in the order it is read."""
    return hrefs_in(blocks_of(body))


@lru_cache(maxsize=KEPT)
def images_of(body: Body) -> tuple[str, ...]:
    """The ``src`` of every picture and the path of every recording."""
    items = body.items if isinstance(body, ExerciseSet) else ()
    shown = [item.image.src for item in items if item.image]
    heard = [path for item in items if item.audio for path in (item.audio.normal, item.audio.slow) if path]
    return (*_images(blocks_of(body)), *shown, *heard)


@lru_cache(maxsize=KEPT)
def anchors_of(body: Body) -> frozenset[str]:
    """Every id that a link can lead to."""
    parts = {section.id for section in body.sections} if isinstance(body, Guide | Case) else set()
    if isinstance(body, Story):
        parts = {scene.id for scene in body.scenes} | {choice.id for scene in body.scenes for choice in scene.choices}
    items = {item.id for item in body.items} if isinstance(body, ExerciseSet) else set()
    return frozenset(parts | items | set(_subheadings(blocks_of(body))))


def hrefs_in(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Every address these blocks link to."""
    return tuple(run.href for runs in _all_runs(blocks) for run in runs if run.href)


def blocks_of(body: Body) -> Iterator[Block]:
    """The body's prose, block by block. A story's is read from its Markdown."""
    match body:
        case Guide(sections, intro) | Case(sections, intro):
            yield from intro
            for section in sections:
                yield from section.blocks
        case ExerciseSet(parts):
            yield from (part for part in parts if not isinstance(part, Item))
        case Story(_, scenes):
            for scene in scenes:
                yield from read_prose(scene.text)[0]
                for choice in scene.choices:
                    yield from read_prose(choice.consequence)[0]
                    yield Paragraph(read_runs(choice.reason, 1)[0])
                yield from (Paragraph(read_runs(text, 1)[0]) for text in scene.takeaways)


def _subheadings(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Subheading):
            yield block.id
        elif isinstance(block, Admonition):
            yield from _subheadings(block.blocks)


def _images(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Image):
            yield block.src
        elif isinstance(block, Admonition):
            yield from _images(block.blocks)


def _all_runs(blocks: Iterable[Block]) -> Iterator[Runs]:
    for block in blocks:
        match block:
            case Paragraph(runs):
                yield runs
            case BulletList():
                yield from _list_runs(block)
            case Checklist(items):
                yield from items
            case Table(header, rows):
                yield from header
                for row in rows:
                    yield from row
            case Admonition():
                yield from _all_runs(block.blocks)


def _list_runs(block: BulletList) -> Iterator[Runs]:
    for item in block.items:
        yield item.runs
        for child in item.children:
            yield from _list_runs(child)
