"""The errors of a checked page, each at the field of the form where it is mended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.blocks import StreamBlockValidationError
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from cms.library.form_problems import FormProblem
from cms.library.mapping.stream import Stream

ByBlock = Mapping[str, Mapping[str, ValidationError]]
"""Errors by the id of the block, then by its field. One for a field: the others stand in the list of problems."""


def stream_error(
    stream: blocks.StreamBlock,
    stored: Stream,
    errors: Iterable[FormProblem],
    known: StreamBlockValidationError | None = None,
) -> StreamBlockValidationError | None:
    """An error for a form's stream; None where it has none. ``known`` errors stay where they stand."""
    by_block: dict[str, dict[str, ValidationError]] = defaultdict(dict)
    elsewhere = list(known.non_block_errors) if known else []
    for problem in errors:
        error = ValidationError(problem.said, code=problem.code)
        if problem.block:
            by_block[problem.block].setdefault(problem.field, error)
        elif not problem.field:
            elsewhere.append(error)
    found: dict[int, Any] = {}
    for position, block in enumerate(stored):
        error = _block_error(stream.child_blocks[block["type"]], block, by_block)
        if error:
            found[position] = error
    found |= known.block_errors if known else {}
    if not found and not elsewhere:
        return None
    told = StreamBlockValidationError(found, elsewhere)
    told.message = _("Mend what is marked in red here.")
    return told


def _block_error(block: blocks.Block, stored: Mapping[str, Any], by_block: ByBlock) -> ValidationError | None:
    own = dict(by_block.get(stored["id"], {}))
    if isinstance(block, blocks.StructBlock):
        return _struct_error(block, stored["value"], own, by_block)
    return next(iter(own.values()), None)


def _struct_error(
    block: blocks.StructBlock, value: Mapping[str, Any], own: dict[str, ValidationError], by_block: ByBlock
) -> ValidationError | None:
    fields: dict[str, Any] = {}
    for name, child in block.child_blocks.items():
        error = own.pop(name, None)
        if isinstance(child, blocks.ListBlock):
            error = _list_error(child, value.get(name) or [], error, by_block)
        if error:
            fields[name] = error
    if own:  # A field that a block of this kind has not.
        fields.setdefault(next(iter(block.child_blocks)), next(iter(own.values())))
    return StructBlockValidationError(fields) if fields else None


def _list_error(
    block: blocks.ListBlock, items: Stream, own: ValidationError | None, by_block: ByBlock
) -> ValidationError | None:
    found = {
        place: error
        for place, item in enumerate(items)
        if (error := _block_error(block.child_block, item, by_block)) is not None
    }
    if not found and own is None:
        return None
    return ListBlockValidationError(block_errors=found, non_block_errors=[own] if own else [])
