"""A story goes to ink and comes back the same; logic is refused with its line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exchange.cover import Cover
from scenarios.exchange.ink_reader import read_ink
from scenarios.exchange.ink_words import LOGIC, blotted, decode, encode, id_of_knot, knot_of
from scenarios.exchange.ink_writer import write_ink
from scenarios.model import Story
from scenarios.writer import write_story
from tests.scenarios.exchange.taking import refusal, take
from tests.scenarios.test_story_round_trip import IDS, PLAIN, TITLES, stories

SIGNS = st.lists(
    st.sampled_from(["{", "}", "->", "<-", "<>", "//", "/*", "*/", "#", "|", "~", "\\", "[", "]", "\n", "* a", "= a"])
).map("".join)


@settings(max_examples=50, deadline=None)
@given(stories().filter(lambda story: bool(story.scenes)), TITLES)
def test_a_story_written_as_ink_is_read_as_the_same_story(story: Story, title: str) -> None:
    cover = Cover(title, "5f0c7a52-3a54-4f0e-8b4c-6f0a6a3d1c11", "nb", "a: 1\n- b: '// c'\n")
    text, _ = write_ink(story, cover)
    draft = read_ink(text)
    assert draft.body == write_story(story)
    assert (draft.start, draft.cover, draft.remarks) == (story.start, cover, ())


@given(st.one_of(SIGNS, PLAIN))
def test_signs_among_the_words_are_kept_and_mean_nothing(words: str) -> None:
    assert decode(encode(words)) == words
    assert not any(LOGIC.search(blotted(line)) for line in encode(words).split("\n"))


@given(IDS)
def test_every_id_is_a_knot_and_back(an_id: str) -> None:
    assert id_of_knot(knot_of(an_id)) == an_id
    assert not knot_of(an_id).isdigit()


@given(st.one_of(SIGNS, st.text(), st.lists(SIGNS).map(lambda parts: "\n=== a ===\n".join(parts))))
def test_any_text_is_read_or_refused_with_what_to_do(text: str) -> None:
    take(lambda: read_ink(text))


@pytest.mark.parametrize(
    "line",
    [
        "VAR mot = 1",
        "INCLUDE annen.ink",
        "~ mot = 2",
        "Hun {sier|hvisker} det.",
        "{mot > 1: Modig.}",
        "= sting",
        "-> tunnel ->",
        "<- traad",
        "- samling",
        "* (merke) Gå",
        "-> kjokken.vask",
        "Ja <> nei",
    ],
)
def test_logic_is_refused_with_its_line(line: str) -> None:
    assert refusal(lambda: read_ink(f"=== a ===\nHei.\n{line}\n-> END\n")) == [("X06.logic", 3)]


def test_a_strangers_ink_is_read_and_what_it_does_not_tell_is_named() -> None:
    draft = read_ink(
        "// om kaffe\n-> kafe\n=== kafe ===\nDet er stille.\n* [Vent] Du venter.\n  -> slutt\n* Spør -> slutt\n"
        "=== slutt ===\nDere går.\n-> END\n",
        onward="Go on",
    )
    assert draft.start == "kafe"
    assert draft.body == (
        "## kafe {#kafe}\n\nDet er stille.\n\n- [Vent](#kafe-1)\n- [Spør](#kafe-2)\n\n"
        "### Vent {#kafe-1}\n\nDu venter.\n\n[Go on](#slutt)\n\n### Spør {#kafe-2}\n\n[Go on](#slutt)\n\n"
        "## slutt {#slutt .ending}\n\nDere går.\n"
    )
    assert [(r.code, r.line) for r in draft.remarks] == [("X59", 1)]
    assert [(f.code, f.where, f.line) for f in draft.reading().findings] == [
        ("S25", "kafe-1", 5),
        ("S25", "kafe-2", 7),
        ("S25", "slutt", 8),
    ]


@pytest.mark.parametrize(("lines", "line"), [("-> b\n* [Gå] -> b", 3), ("-> b\n-> c", 3), ("* [Gå] -> b\n-> c", 3)])
def test_what_ink_would_never_come_to_is_not_silently_left_out(lines: str, line: int) -> None:
    text = f"=== a ===\n{lines}\n=== b ===\nSlutt.\n=== c ===\nSlutt.\n"
    assert refusal(lambda: read_ink(text)) == [("X06.after", line)]
