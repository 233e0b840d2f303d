"""How many texts of a page have words in another language.

wagtail-localize counts for the pages it makes. A page from a file, or written by hand, is counted here by the same
texts: those localize would give to a translator, each known by its place.
"""

from __future__ import annotations

from typing import Any

from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

Texts = dict[str, list[str]]
"""The texts of a page by their places; a text of several paragraphs is several pieces."""

_A_SENTENCE = 4
"""So many words are no name, and no loan word that is the same in both languages."""


def texts_of(page: Any) -> Texts:
    """What there is to translate, or is translated, without what is empty."""
    found: Texts = {}
    for segment in extract_segments(page):
        if isinstance(segment, StringSegmentValue) and not segment.is_empty():
            found.setdefault(segment.path, []).append(segment.string.data)
    return found


def number_of(texts: Texts) -> int:
    return sum(map(len, texts.values()))


def has_words_of(original: Texts, translation: Texts) -> int:
    """How many of the original's texts have words in the translation. Where a text is divided is the translator's."""
    return sum(len(pieces) for path, pieces in original.items() if path in translation)


def still_in_the_words_of(original: Texts, translation: Texts) -> int:
    """How many texts say the very same sentence as the original does."""
    return sum(
        piece in original.get(path, ()) and len(piece.split()) >= _A_SENTENCE
        for path, pieces in translation.items()
        for piece in pieces
    )
