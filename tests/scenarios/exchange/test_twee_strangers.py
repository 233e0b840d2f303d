"""Stories written in Twine by somebody else, and ours after Twine has rewritten them."""

from __future__ import annotations

import pytest

from exchange.cover import Cover
from scenarios.exchange.twee_reader import read_twee
from scenarios.exchange.twee_writer import write_twee
from scenarios.reader import read_story
from scenarios.writer import write_story
from tests.scenarios.exchange.taking import refusal
from tests.scenarios.exchange.test_h5p import STORY

FOREIGN = """:: StoryTitle
A quiet cup

:: StoryData
{"ifid": "D674C58C-DEFA-4F70-B7A2-27742230C0FC", "start": "The café"}

:: The End {"position":"600,400"}
You both smile.

:: The café [quiet] {"position":"100,100"}
It is ''quiet''.
She looks [[out->The End]] of the window.

[[Wait|The End]]
[[Home<-Ask something]]

:: Home
# Home again
[[The End]]
"""


def test_a_story_of_plain_links_becomes_ours_and_what_it_does_not_tell_is_named_with_its_line() -> None:
    draft = read_twee(FOREIGN, onward="Go on")
    assert draft.cover == Cover("A quiet cup", "d674c58c-defa-4f70-b7a2-27742230c0fc")
    assert draft.start == "the-cafe"
    assert draft.body == (
        "## The End {#the-end .ending}\n\nYou both smile.\n\n"
        "## The café {#the-cafe}\n\nIt is **quiet**.  \nShe looks out of the window.\n\n"
        "- [out](#the-cafe-1)\n- [Wait](#the-cafe-2)\n- [Ask something](#the-cafe-3)\n\n"
        "### out {#the-cafe-1}\n\n[Go on](#the-end)\n\n"
        "### Wait {#the-cafe-2}\n\n[Go on](#the-end)\n\n"
        "### Ask something {#the-cafe-3}\n\n[Go on](#home)\n\n"
        "## Home again {#home}\n\n- [The End](#the-end)\n"
    )
    assert [(r.code, r.line) for r in draft.remarks] == [("X56", 7), ("X53", 12)]
    assert [(f.wording, f.where, f.line) for f in draft.reading().findings] == [
        ("S25.outcome", "the-end", 7),
        ("S25.quality", "the-cafe-1", 12),
        ("S25.quality", "the-cafe-2", 14),
        ("S25.quality", "the-cafe-3", 15),
    ]


@pytest.mark.parametrize(
    "code",
    [
        "<<set $x to 1>>",
        "(set: $x to 1)",
        "(link-goto: 'a')",
        "<script>alert(1)</script>",
        "Hei {$navn}",
        "Hei {navn}",
        "Hei $navn",
        "<% s.x = 1 %>",
        "[if x > 1]",
        "--",
        "[img[a.png]]",
    ],
)
def test_code_is_refused_with_its_line(code: str) -> None:
    assert refusal(lambda: read_twee(f":: A\nHei.\n{code}\n")) == [("X05.macro", 3)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hei", [("X05.before", 1), ("X05.none", 0)]),
        (":: A\n:: A\n", [("X05.twice", 2)]),
        ("::\nhei\n", [("X05.header", 1), ("X05.none", 0)]),
        (":: A [b\n", [("X05.header", 1), ("X05.none", 0)]),
        (":: A [script]\nalert(1)\n", [("X05.script", 1)]),
        (":: StoryInit\n", [("X05.script", 1)]),
        (":: A [choice risky]\nhei\n", [("X05.choice", 1)]),
        (":: Mentor Toolbox [toolbox]\nversion 9\n", [("X05.version", 1)]),
    ],
)
def test_what_is_no_story_is_refused_with_its_line(text: str, said: list[tuple[str, int]]) -> None:
    assert refusal(lambda: read_twee(text)) == said


def test_passages_that_twine_put_in_another_order_come_back_in_ours() -> None:
    story, _ = read_story(STORY, start="s")
    passages = [f":: {part.strip()}\n\n\n" for part in write_twee(story, Cover("T")).split(":: ") if part]
    shuffled = "".join(reversed(passages)).replace("[ending good]", "[good ending]")
    draft = read_twee(shuffled)
    assert (draft.body, draft.remarks) == (write_story(story), ())


def test_a_choice_that_was_added_in_twine_stands_where_it_is_linked() -> None:
    story, _ = read_story(STORY, start="s")
    text = write_twee(story, Cover("T")).replace("->s-2]]", "->s-2]]\n[[Gå ut->Gå ut]]")
    draft = read_twee(text + "\n:: Gå ut [choice workable]\nDere går ut.\n\n[[Gå videre->e]]\n")
    assert "- [Spør](#s-2)\n- [Gå ut](#ga-ut)\n" in draft.body
    assert "### Gå ut {#ga-ut .workable}\n\nDere går ut.\n\n[Gå videre](#e)\n" in draft.body
    assert draft.reading().findings == ()


def test_no_line_of_twee_can_say_what_markdown_would_take_for_structure() -> None:
    draft = read_twee(":: A\n# Tittel\n## Ny scene {#x}\n- [a](#b)\n&lt;\n<b>fet</b>\n")
    assert [scene.id for scene in draft.reading().story.scenes] == ["a"]
    assert draft.reading().story.scenes[0].choices == ()
    assert [(r.code, r.line) for r in draft.remarks] == [("X55", 1), ("X54", 6)]


@pytest.mark.parametrize("link", ["[[Gå->B][code()]]", "[[Gå->B]", "[[Gå", "Hei [[Gå|B]] og [[bli"])
def test_a_link_that_cannot_be_read_is_refused_and_not_taken_for_an_ending(link: str) -> None:
    assert ("X05.link", 3) in refusal(lambda: read_twee(f":: A\nHei.\n{link}\n\n:: B\nSlutt.\n"))


@pytest.mark.parametrize(
    "code", ['(box: "=X=")[hei]', "(str: 1)", '<a data-passage="B">gå</a>', "[note]", "(meter: 1)"]
)
def test_code_of_other_story_formats_is_refused_with_its_line(code: str) -> None:
    assert refusal(lambda: read_twee(f":: A\nHei.\n{code}\n")) == [("X05.macro", 3)]
