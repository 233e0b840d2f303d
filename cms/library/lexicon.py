"""The real Norwegian words that are never taken for a slip, while a set is still being written."""

from __future__ import annotations

from collections.abc import Iterable

from cms.library.exercise_form import set_of
from cms.library.mapping.stream import raw
from cms.library.models import ExercisePage
from exercises.lexicon import lexicon_of
from exercises.model import Item

ORIGINALS = "nb"
"""The Norwegian of a set is the same in every language, so one of them has all of it."""


def lexicon_beside(page: ExercisePage, items: Iterable[Item]) -> frozenset[str]:
    """The lexicon of the site with these items in the place of those that readers have of ``page``. One query."""
    others = ExercisePage.objects.live().filter(locale__language_code=ORIGINALS, alias_of=None)
    others = others.exclude(translation_key=page.translation_key).only("parts")
    published = (item for other in others.iterator() for item in set_of(raw(other.parts)).items)
    return lexicon_of((*items, *published))
