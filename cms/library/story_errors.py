"""The errors of a story, each at the field of the form where it is mended."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.blocks import StreamBlockValidationError
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from cms.library.story_form import WrittenStory, field_of
from cms.library.story_words import tell

Fields = dict[str, list[ValidationError]]


def story_errors(written: WrittenStory, known: StreamBlockValidationError | None = None) -> Any:
    """An error for the form's stream; None where the story has none. ``known`` errors stay where they stand."""
    by_block: dict[str, Fields] = defaultdict(lambda: defaultdict(list))
    elsewhere = list(known.non_block_errors) if known else []
    for finding in written.errors:
        error = ValidationError(" ".join(tell(finding, written)), code=finding.code)
        block = written.blocks.get(finding.where)
        if finding.code == "S09" or block is None:
            elsewhere.append(error)
        elif finding.code != "S01":
            by_block[block][field_of(finding)].append(error)
    errors: dict[int, Any] = {}
    for position, stored in enumerate(written.stream):
        found = _scene_error(stored, by_block)
        if found:
            errors[position] = found
    errors |= known.block_errors if known else {}
    if not errors and not elsewhere:
        return None
    error = StreamBlockValidationError(errors, elsewhere)
    error.message = _("Mend what is marked in red in the scenes.")
    return error


def _scene_error(stored: dict[str, Any], by_block: dict[str, Fields]) -> StructBlockValidationError | None:
    fields: dict[str, Any] = {name: _first(errors) for name, errors in by_block.get(stored["id"], {}).items()}
    choices = {
        position: StructBlockValidationError({name: _first(errors) for name, errors in by_block[choice["id"]].items()})
        for position, choice in enumerate(stored["value"].get("choices") or [])
        if choice["id"] in by_block
    }
    for name in ("choices", "takeaways"):
        own = [fields.pop(name)] if name in fields else []
        inside = choices if name == "choices" else {}
        if (own or inside) and name in stored["value"]:
            fields[name] = ListBlockValidationError(block_errors=inside, non_block_errors=own)
        elif own:  # A scene of another kind, which has no such field.
            fields.setdefault("title", own[0])
    return StructBlockValidationError(fields) if fields else None


def _first(errors: list[ValidationError]) -> ValidationError:
    """One error for a field: the others stand in the list of problems."""
    return errors[0]
