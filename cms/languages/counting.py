"""How many texts of a page have words in another language.

wagtail-localize counts for the pages it makes. A page from a file, or written by hand, is counted here by the same
texts: those localize would give to a translator, each known by its place.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments


def places_with_words(page: Any) -> Counter[str]:
    """The places of the page's texts, each with how many pieces of text stand there."""
    segments = extract_segments(page)
    return Counter(segment.path for segment in segments if isinstance(segment, StringSegmentValue) and _says(segment))


def has_words_of(original: Counter[str], translation: Counter[str]) -> int:
    """How many of the original's texts have words in the translation. Where a text is divided is the translator's."""
    return sum(pieces for path, pieces in original.items() if translation[path])


def _says(segment: StringSegmentValue) -> bool:
    return not segment.is_empty()
