"""A story goes to Twine and comes back the same, whatever its words."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from exchange.cover import Cover
from scenarios.exchange.twee_markup import decode, decode_label, encode, encode_label, live_parts
from scenarios.exchange.twee_reader import read_twee
from scenarios.exchange.twee_writer import write_twee
from scenarios.model import Story
from scenarios.writer import write_story
from tests.scenarios.exchange.taking import take
from tests.scenarios.test_story_round_trip import PLAIN, TITLES, stories

FRONT = st.lists(st.sampled_from(["id: a", "role: '<<set $x>> [[y]] (if: z)'", "- a", "- ':: b'"])).map(
    lambda lines: "".join(f"{line}\n" for line in lines)
)
LIVE = st.lists(
    st.sampled_from(
        ["<<", "<%", "(if:", "{", "}", "$a", "[[", "]]", "::", "--", "\n", "[if x]", "&#38;", "&#91;", "<b>", "a", "->"]
    )
).map("".join)


@settings(max_examples=50, deadline=None)
@given(stories(), TITLES, FRONT)
def test_a_story_written_as_twee_is_read_as_the_same_story(story: Story, title: str, front: str) -> None:
    cover = Cover(title, "5f0c7a52-3a54-4f0e-8b4c-6f0a6a3d1c11", "nb", front)
    draft = read_twee(write_twee(story, cover))
    assert draft.body == write_story(story)
    assert (draft.start, draft.cover, draft.remarks) == (story.start, cover, ())


@given(st.one_of(LIVE, PLAIN))
def test_words_that_look_like_code_are_kept_and_are_never_run(words: str) -> None:
    assert decode(encode(words)) == words
    assert decode_label(encode_label(words)) == words
    assert list(live_parts(encode(words), "a", 1)) == []
    assert "[[" not in encode(words)


@given(st.one_of(LIVE, st.text(), st.lists(LIVE).map(lambda parts: "\n:: A\n".join(parts))))
def test_any_text_is_read_or_refused_with_what_to_do(text: str) -> None:
    draft, _ = take(lambda: read_twee(text))
    assert draft is None or len(draft.lines) >= draft.body.count("\n")
