"""The texts of a page as a translator is given them, with their words so far, and the words that lost their place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wagtail_localize.models import StringSegment, StringTranslation, TemplateSegment, Translation, TranslationSource


@dataclass(frozen=True)
class Text:
    """A text in its place. Several paragraphs of one rich text share a ``path``.

    ``words`` is empty where there are none, or only broken ones. The numbers are wagtail-localize's own.
    """

    segment: int
    context: int
    string: int
    path: str
    text: str
    words: str = ""

    @property
    def place(self) -> tuple[int, int]:
        return self.context, self.string


@dataclass(frozen=True)
class Kept:
    """Words for a text that the original does not have any more, or not there."""

    context: int
    string: int
    path: str
    text: str
    words: str
    by: str
    at: dt.datetime


def texts_of(translation: Translation) -> list[Text]:
    """In the order of the page; one query."""
    rows = translation.source.stringsegment_set.annotate_translation(translation.target_locale)
    return [Text(*values[:-1], values[-1] or "") for values in _rows(rows, "translation")]


def texts_in(source: TranslationSource) -> list[Text]:
    """The same without any words."""
    return [Text(*values) for values in _rows(source.stringsegment_set.all())]


def kept_words(translation: Translation, texts: Iterable[Text]) -> list[Kept]:
    """All words of the page in this language that none of ``texts`` uses, the newest first; one query."""
    used = {text.place for text in texts}
    rows = (
        StringTranslation.objects.filter(
            context__object_id=translation.source.object_id, locale_id=translation.target_locale_id
        )
        .exclude(data="")
        .select_related("translation_of", "context", "last_translated_by")
        .order_by("-updated_at", "-pk")
    )
    return [
        Kept(
            row.context_id,
            row.translation_of_id,
            row.context.path,
            row.translation_of.data,
            row.data,
            str(row.last_translated_by or ""),
            row.updated_at,
        )
        for row in rows
        if (row.context_id, row.translation_of_id) not in used
    ]


def rich_contexts(source: TranslationSource) -> set[int]:
    """The places of rich text, where words may be bold or links."""
    return set(TemplateSegment.objects.filter(source=source).values_list("context_id", flat=True))


def _rows(segments: Sequence[StringSegment], *more: str) -> list[tuple]:
    names = ("pk", "context_id", "string_id", "context__path", "string__data", *more)
    return list(segments.order_by("order", "pk").values_list(*names))
