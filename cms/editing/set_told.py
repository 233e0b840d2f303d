"""What is told of an exercise set while it is written: beside its problems: what answers can be tried on."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from cms.library.exercise_form import WrittenSet
from cms.library.exercise_words import title_in_form
from exercises.model import Dictation, Gap, OrderWords


def set_told(written: WrittenSet) -> dict[str, Any]:
    typed = [
        {
            "block": stored["id"],
            "title": title_in_form(item, stored, written),
            "gaps": [gap.name for gap in item.gaps] if isinstance(item, Gap) else [],
        }
        for item, stored in zip(written.items, written.blocks, strict=True)
        if isinstance(item, Dictation | OrderWords) or (isinstance(item, Gap) and item.gaps)
    ]
    begun = {} if written.items else {"headline": _("Add the first exercise, and it is looked through here.")}
    return {"typed": typed, **begun}
