from __future__ import annotations

from dataclasses import replace

import pytest

from scenarios.model import Choice, Outcome, Quality, Scene, Step, Story
from scenarios.translation import check_same_structure

ASK = Choice("a1", "Spør", Quality.HELPFUL, "Hun svarer.", "Fordi.", "Hvorfor:", Step("Videre", "b"))
WAIT = Choice("a2", "Vent", Quality.RISKY, "Hun tier.", "", "", Step("Videre", "b"))
FIRST = Scene("a", "Start", "Hun er stille.", (ASK, WAIT))
LAST = Scene("b", "Slutt", "Farvel.", outcome=Outcome.GOOD, takeaways=("Spør.", "Vent."))
ORIGINAL = Story("a", (FIRST, LAST))

IN_ENGLISH = Story(
    "a",
    (
        replace(
            FIRST,
            title="Beginning",
            text="She is silent.",
            choices=(
                replace(ASK, title="Ask", consequence="She answers.", reason="Because.", reason_label="Why:"),
                replace(WAIT, title="Wait", consequence="She says nothing.", onward=Step("Go on", "b")),
            ),
        ),
        replace(LAST, title="End", text="Goodbye.", takeaways=("Ask.", "Wait.")),
    ),
)


def test_a_translation_of_the_words_alone_has_the_same_structure() -> None:
    assert check_same_structure(ORIGINAL, IN_ENGLISH) == ()


def changed_choice(**changes: object) -> Story:
    return replace(ORIGINAL, scenes=(replace(FIRST, choices=(replace(ASK, **changes), WAIT)), LAST))  # type: ignore[arg-type]


CHANGED = [
    ("S14.start", replace(ORIGINAL, start="b")),
    ("S13.scene", replace(ORIGINAL, scenes=(FIRST,))),
    ("S13.choice", replace(ORIGINAL, scenes=(replace(FIRST, choices=(ASK,)), LAST))),
    ("S14.extra", replace(ORIGINAL, scenes=(FIRST, LAST, replace(LAST, id="c")))),
    ("S14.extra", replace(ORIGINAL, scenes=(replace(FIRST, choices=(ASK, WAIT, replace(WAIT, id="a3"))), LAST))),
    ("S14.order", replace(ORIGINAL, scenes=(LAST, FIRST))),
    ("S14.order", replace(ORIGINAL, scenes=(replace(FIRST, choices=(WAIT, ASK)), LAST))),
    ("S14.outcome", replace(ORIGINAL, scenes=(FIRST, replace(LAST, outcome=Outcome.OPEN)))),
    ("S14.points", replace(ORIGINAL, scenes=(FIRST, replace(LAST, takeaways=("Spør.",))))),
    ("S14.text", replace(ORIGINAL, scenes=(replace(FIRST, text=""), LAST))),
    ("S14.way_on", replace(ORIGINAL, scenes=(FIRST, replace(LAST, onward=Step("Videre", "a"))))),
    ("S14.way_on", changed_choice(onward=Step("Videre", "a"))),
    ("S14.quality", changed_choice(quality=Quality.HARMFUL)),
    ("S14.consequence", changed_choice(consequence="")),
    ("S14.reason", changed_choice(reason="", reason_label="")),
]


@pytest.mark.parametrize(("wording", "translation"), CHANGED)
def test_a_changed_structure_is_told(wording: str, translation: Story) -> None:
    found = check_same_structure(ORIGINAL, translation, {"a1": 12})
    assert [finding.wording for finding in found] == [wording]
    assert all(finding.line == 12 for finding in found if finding.where == "a1")
