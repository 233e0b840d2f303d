"""Whether each choice of a story leads to a scene that is there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from cms.library.keys import fold, is_block_id, scene_names


def target_errors(scenes: Any) -> dict[int, StructBlockValidationError]:
    """Errors by the scene's position, each placed on the field that names an unknown scene."""
    known = scene_names((child.id or "", child.value) for child in scenes)
    errors = {}
    for position, child in enumerate(scenes):
        if child.block_type == "telling" and fold(child.value["target"]) not in known:
            errors[position] = StructBlockValidationError({"target": _unknown(child.value)})
        elif child.block_type == "scene":
            wrong = {
                place: StructBlockValidationError({"target": _unknown(choice)})
                for place, choice in enumerate(child.value["choices"])
                if fold(choice["target"]) not in known
            }
            if wrong:
                errors[position] = StructBlockValidationError({"choices": ListBlockValidationError(block_errors=wrong)})
    return errors


def _unknown(value: Mapping[str, Any]) -> ValidationError:
    if is_block_id(value["target"]):
        return ValidationError(_("The scene this led to is gone. Choose another one."))
    return ValidationError(
        _("There is no scene called “%(name)s”, or there are several. Choose one from the list.")
        % {"name": value["target"]}
    )
