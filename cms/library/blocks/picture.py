"""A picture with words for those who cannot see it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageBlock


class PictureBlock(ImageBlock):
    """An image that is always described. "Decorative" is refused: a picture without meaning is left out."""

    def clean(self, value: Any) -> Any:
        if value and not self.is_deferred_validation and not (value.contextual_alt_text or "").strip():
            message = _("Describe what the picture shows. If it says nothing, leave it out.")
            raise StructBlockValidationError(block_errors={"alt_text": ValidationError(message)})
        return super().clean(value)

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("A picture. Everyone must be able to read what it shows.")
