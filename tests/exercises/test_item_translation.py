from __future__ import annotations

from dataclasses import replace

import pytest

from exercises.model import (
    Accepted,
    Audio,
    Choice,
    Flashcard,
    Gap,
    GapField,
    Item,
    KnownError,
    Option,
    OrderWords,
    Picture,
)
from exercises.translation import check_same_norwegian

GAP = Gap(
    id="bor",
    instruction="Skriv ordet.",
    text="Jeg {verb} i Oslo.",
    gaps=(GapField("verb", (Accepted("bor", "Presens."),), (KnownError("bo", "Husk -r."),), hint="å bo"),),
    image=Picture("oslo.webp", "Et hus"),
)
CARD = Flashcard(
    id="hus", instruction="Les.", front="hus", back="bygning å bo i", audio=Audio("hus.mp3", transcript="hus")
)
ORIGINAL: list[Item] = [GAP, CARD]

IN_UKRAINIAN: list[Item] = [
    replace(
        GAP,
        instruction="Напишіть слово.",
        gloss="Я живу в Осло.",
        gaps=(
            GapField("verb", (Accepted("bor", "Теперішній час."),), (KnownError("bo", "Закінчення -r."),), hint="жити"),
        ),
        image=Picture("oslo.webp", "Будинок"),
    ),
    replace(CARD, instruction="Читайте.", back="дім"),
]


def test_a_translation_that_keeps_the_norwegian_breaks_no_rule() -> None:
    assert check_same_norwegian(ORIGINAL, IN_UKRAINIAN) == ()


def with_gap(**changes: object) -> list[Item]:
    return [replace(GAP, gaps=(replace(GAP.gaps[0], **changes),)), CARD]  # type: ignore[arg-type]


CHANGED: list[tuple[str, list[Item]]] = [
    ("E12", [replace(GAP, image=Picture("oslo.webp", "")), CARD]),
    ("E12", [GAP, replace(CARD, back="")]),
    ("E12", with_gap(errors=(KnownError("bo"),))),
    ("E12", with_gap(hint="")),
    ("E13", [replace(GAP, text="Jeg {verb} i Bergen."), CARD]),
    ("E13", with_gap(accept=(Accepted("bodde", "Presens."),))),
    ("E13.missing", [GAP, replace(CARD, audio=Audio("hus.mp3"))]),
    ("E13.extra", with_gap(accept=(*GAP.gaps[0].accept, Accepted("budde")))),
    ("E15.missing", [GAP]),
    ("E15.extra", [GAP, CARD, replace(CARD, id="ny")]),
    ("E15.order", [CARD, GAP]),
    ("E15.type", [GAP, OrderWords(id="hus", instruction="Ordne", tokens=("et", "hus"))]),
    ("E15.settings", [replace(GAP, image=None), CARD]),
]


@pytest.mark.parametrize(("wording", "translation"), CHANGED, ids=[f"{r[0]}-{n}" for n, r in enumerate(CHANGED)])
def test_what_a_translation_may_not_change_is_told(wording: str, translation: list[Item]) -> None:
    found = check_same_norwegian(ORIGINAL, translation, {"bor": 3, "hus": 9})
    assert wording in [finding.wording for finding in found]
    assert all(finding.line in (3, 9) for finding in found if finding.where in ("bor", "hus"))


def test_which_option_is_right_is_the_same_in_every_language() -> None:
    item = Choice(id="a", instruction="Velg", stem="?", options=(Option("x", "hun", True), Option("y", "han")))
    wrong = replace(item, options=(Option("x", "hun"), Option("y", "han", True)))
    assert [finding.wording for finding in check_same_norwegian([item], [wrong])] == ["E15.settings"]
