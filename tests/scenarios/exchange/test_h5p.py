"""A story goes to H5P and comes back the same; a stranger's content comes in, and what it lacks is named."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from scenarios.exchange.draft import Cover
from scenarios.exchange.h5p_reader import read_h5p
from scenarios.exchange.h5p_writer import write_h5p, write_package
from scenarios.exchange.remark import ExchangeError
from scenarios.model import Story
from scenarios.writer import write_story
from tests.scenarios.test_story_round_trip import TITLES, stories

COVER = Cover("Stillhet", "5f0c7a52-3a54-4f0e-8b4c-6f0a6a3d1c11", "nb", "title: Stillhet\n")


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
    try:
        draft = read_h5p(json.dumps({"branchingScenario": {"content": content}}).encode())
    except ExchangeError as error:
        assert all(r.message and r.remedy for r in error.remarks)
    else:
        draft.reading()
