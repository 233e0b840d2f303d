"""What the published sets of exercises promise: enough to do, a reason for typical mistakes, and talk for two."""

from __future__ import annotations

from collections import Counter

import pytest
from sitebuilder.contract.document import LEVELS, Document, ExerciseSet
from sitebuilder.contract.tree import read_tree

from exercises.model import Dialogue, Gap, GapSelect
from tests.every_template import STARTER

SETS: list[tuple[Document, ExerciseSet]] = [
    (document, document.body)
    for document in read_tree(STARTER).library.documents
    if isinstance(document.body, ExerciseSet)
]
NORWEGIAN = [(document, body) for document, body in SETS if document.language == "nb"]
every_set = pytest.mark.parametrize(("document", "body"), SETS, ids=[document.path for document, _ in SETS])


def test_there_are_sets_of_every_level_in_both_languages_and_drafts_in_two() -> None:
    languages = Counter(document.language for document, _ in SETS)
    assert languages["nb"] == languages["en"]
    assert languages["nb"] >= 30
    assert min(languages["ar"], languages["uk"]) >= 10
    assert {document.front.level for document, _ in NORWEGIAN} == set(LEVELS) - {"B2"}
    for document, _ in SETS:
        translation = document.front.translation
        assert document.language in ("nb", "en") or (translation and translation.state == "draft"), document.path


@every_set
def test_a_set_is_six_to_twelve_items_for_two_people(document: Document, body: ExerciseSet) -> None:
    assert 6 <= len(body.items) <= 12
    assert document.front.mentor
    assert document.front.can_do
    assert len({item.type for item in body.items}) >= 4


@every_set
def test_each_gap_to_type_in_knows_two_wrong_answers_and_why(document: Document, body: ExerciseSet) -> None:
    for item in body.items:
        if isinstance(item, Gap) and not isinstance(item, GapSelect):
            for gap in item.gaps:
                assert len([error for error in gap.errors if error.feedback]) >= 2, f"{item.id}: {gap.name}"


def test_every_level_has_a_dialogue_for_two() -> None:
    spoken = {d.front.level for d, body in NORWEGIAN if any(isinstance(item, Dialogue) for item in body.items)}
    assert spoken == {document.front.level for document, _ in NORWEGIAN}
