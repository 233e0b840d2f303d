"""A story goes to H5P and comes back the same; a stranger's content comes in, and what it lacks is named."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from exchange.cover import Cover
from scenarios.exchange.h5p_reader import read_h5p
from scenarios.exchange.h5p_writer import write_h5p, write_package
from scenarios.model import Story
from scenarios.reader import read_story
from scenarios.writer import write_story
from tests.scenarios.exchange.taking import refusal, take
from tests.scenarios.test_story_round_trip import TITLES, stories

COVER = Cover("Stillhet", "5f0c7a52-3a54-4f0e-8b4c-6f0a6a3d1c11", "nb", "title: Stillhet\n")


@settings(max_examples=50, deadline=None)
@given(stories().filter(lambda story: bool(story.scenes)), TITLES)
def test_a_story_written_for_h5p_is_read_as_the_same_story(story: Story, title: str) -> None:
    cover = Cover(title, COVER.id, "nb", "a: 1\n")
    content, _ = write_h5p(story, cover)
    draft = read_h5p(write_package(content, cover))
    assert draft.body == write_story(story)
    known = {scene.id for scene in story.scenes}
    assert draft.start == story.start or story.start not in known
    assert draft.cover == cover


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-3, 5), st.text(), st.just("<p>Hei <b>du</b><script>x</script>")),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(
                [
                    *("type", "params", "library", "text", "nextContentId", "feedback", "title", "metadata"),
                    *("branchingQuestion", "question", "alternatives", "presentation", "slides", "elements", "action"),
                ]
            ),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=12,
)


@given(st.lists(st.dictionaries(st.sampled_from(["type", "nextContentId", "feedback"]), JSON), max_size=3))
def test_any_content_is_read_or_refused_with_what_to_do(content: list[Any]) -> None:
    take(lambda: read_h5p(json.dumps({"branchingScenario": {"content": content}}).encode()))


def _content(*nodes: dict[str, Any]) -> bytes:
    return json.dumps({"branchingScenario": {"title": "Kaffe", "content": nodes}}).encode()


def _text(html: str, title: str, after: int = -1) -> dict[str, Any]:
    what = {"library": "H5P.AdvancedText 1.1", "params": {"text": html}, "metadata": {"title": title}}
    return {"type": what, "nextContentId": after}


def _question(words: str, *answers: tuple[str, int, str]) -> dict[str, Any]:
    alternatives = [{"text": t, "nextContentId": n, "feedback": {"title": "", "subtitle": f}} for t, n, f in answers]
    params = {"branchingQuestion": {"question": words, "alternatives": alternatives}}
    return {"type": {"library": "H5P.BranchingQuestion 1.0", "params": params, "metadata": {"title": "Stille"}}}


def test_a_strangers_content_is_read_and_what_it_does_not_tell_is_left_open() -> None:
    draft = read_h5p(
        _content(
            _question("<p>Det er <em>stille</em>.</p>", ("Vent", 1, "<p>Hun ser opp.</p>"), ("Spør", -1, "")),
            _text("<p>Dere går.</p><ul><li>Vent litt.</li></ul>", "Slutt"),
        )
    )
    assert draft.body == (
        "## Stille {#stille}\n\nDet er *stille*.\n\n- [Vent](#stille-1)\n- [Spør](#stille-2)\n\n"
        "### Vent {#stille-1}\n\nHun ser opp.\n\n[Gå videre](#slutt)\n\n### Spør {#stille-2}\n\n"
        "## Slutt {#slutt .ending}\n\nDere går.\n\n- Vent litt.\n"
    )
    assert (draft.cover.title, draft.start) == ("Kaffe", "stille")


def test_a_picture_and_a_video_are_named_and_code_is_refused() -> None:
    video = {"type": {"library": "H5P.Video 1.6", "params": {}, "metadata": {"title": "Film"}}, "nextContentId": -1}
    draft = read_h5p(_content(_text("<p>Hei <table><tr>du</tr></table></p>", "A", 1), video))
    assert [(r.wording, r.where) for r in draft.remarks] == [("X58", "a")] * 4 + [("X58", "film")]
    assert refusal(lambda: read_h5p(_content(_text("<script>alert(1)</script>", "A")))) == [("X07.script", 0)]


def test_a_piece_that_was_changed_in_h5p_is_read_anew_and_the_rest_as_it_was() -> None:
    story = Story("s", read_story(STORY, start="s")[0].scenes)
    content = json.loads(write_h5p(story, COVER)[0])
    question = content["branchingScenario"]["content"][0]["type"]["params"]["branchingQuestion"]
    question["alternatives"][1]["text"] = "Spør om igjen"
    draft = read_h5p(json.dumps(content).encode())
    assert "### Vent {#s-1 .helpful}" in draft.body
    assert "### Spør om igjen {#s-2-2}" in draft.body
    assert [(r.wording) for r in draft.remarks] == ["X62"]
    assert draft.body.endswith("## Slutt {#e .ending .good}\n\nDere går.\n\n- Vent litt.\n")


STORY = """## Stille {#s}

Det er stille.

- [Vent](#s-1)
- [Spør](#s-2)

### Vent {#s-1 .helpful}

Hun ser opp.

[Gå videre](#e)

### Spør {#s-2 .risky}

Hun ser ned.

[Gå videre](#e)

## Slutt {#e .ending .good}

Dere går.

- Vent litt.
"""
