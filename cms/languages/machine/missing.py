"""The texts of a page that have no words in a language, and the words a machine found for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef
from sitebuilder.contract.front_matter import LENGTHS
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.strings import StringValue

from cms.library.models import ToolboxPage


@dataclass(frozen=True)
class Place:
    """A text and where it stands; the same text may stand in several places."""

    string: int
    context: int
    html: str
    path: str


def missing_places(translation: Translation) -> tuple[Place, ...]:
    """In the order of the page. What somebody has begun, even with an error in it, is not missing."""
    there = StringTranslation.objects.filter(
        translation_of=OuterRef("string"), context=OuterRef("context"), locale=translation.target_locale_id
    )
    rows = translation.source.stringsegment_set.filter(~Exists(there)).order_by("order")
    found = rows.values_list("string_id", "context_id", "string__data", "context__path")
    return tuple(dict.fromkeys(Place(*row) for row in found))


def fits(html: str, path: str, model: type[ToolboxPage]) -> bool:
    """Whether the words are short enough for the field they are for. Only fields of the page itself have an end."""
    if "." in path:
        return True
    most = min(filter(None, (LENGTHS.get(path), model._meta.get_field(path).max_length)), default=None)
    return most is None or len(StringValue(html).render_text()) <= most


def save_words(translation: Translation, words: Mapping[str, str], *, tool: str, user: Any) -> int:
    """Each text of ``words`` in every place where it is still missing, as a machine's. Says how many places."""
    marks = {
        "translation_type": StringTranslation.TRANSLATION_TYPE_MACHINE,
        "tool_name": tool,
        "last_translated_by": user,
    }
    saved = 0
    for place in missing_places(translation):
        if place.html in words:
            _, is_new = StringTranslation.objects.get_or_create(
                translation_of_id=place.string,
                context_id=place.context,
                locale_id=translation.target_locale_id,
                defaults={"data": words[place.html], **marks},
            )
            saved += is_new
    return saved
