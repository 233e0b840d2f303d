"""Which old words belong to a changed text: of its own place first, and of several the most alike."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from cms.languages.translating.earlier import earlier


@dataclass(frozen=True)
class Line:
    path: str
    text: str


RICH = "scenes.1.text.2"


@pytest.mark.parametrize(
    ("asked", "texts", "known", "expected"),
    [
        ([("a.title", "Vent litt til")], [], [("a.title", "Vent litt"), ("b.title", "Vent litt ti")], {0: 0}),
        ([("a.title", "Noe helt annet")], [], [("a.title", "Vent!"), ("a.title", "Nei")], {0: 0}),
        ([("a.title", "Vent nå litt")], [], [("a.title", "Kom hit"), ("a.title", "Vent litt")], {0: 1}),
        ([(RICH, "Hun ler.")], [(RICH, "Han går.")], [(RICH, "Hun smiler og ler."), (RICH, "Hun ler!")], {0: 1}),
        ([(RICH, "Hun ler."), (RICH, "Han går ut.")], [], [(RICH, "Han går."), (RICH, "Hun ler!")], {0: 1, 1: 0}),
        ([(RICH, "Om helse og arbeid")], [(RICH, "Han går.")], [(RICH, "Xyz")], {}),
        ([("b.title", "Vent litt til")], [], [("a.title", "Vent litt")], {0: 0}),
        ([("b.text", "Vent litt til")], [], [("a.title", "Vent litt")], {}),
        ([("b.title", "Vent litt til"), ("c.title", "Vent litt da")], [], [("a.title", "Vent litt")], {1: 0}),
        ([], [], [("a.title", "Vent litt")], {}),
    ],
    ids=[
        "in its own place",
        "however it is worded, the newest",
        "the most alike of its place before the newest",
        "of several paragraphs the most alike",
        "each to its own",
        "none that is not alike",
        "moved and changed",
        "not from a place of another name",
        "once only",
        "nothing asked",
    ],
)
def test_old_words_for_a_changed_text(
    asked: list[tuple[str, str]],
    texts: list[tuple[str, str]],
    known: list[tuple[str, str]],
    expected: dict[int, int],
) -> None:
    lines = [Line(*each) for each in asked]
    there = [*lines, *(Line(*each) for each in texts)]
    before = [Line(*each) for each in known]
    assert earlier(lines, there, before) == {index: before[at] for index, at in expected.items()}
