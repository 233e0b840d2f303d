"""A story that is written and read again is the same story, whatever its words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from scenarios import plaintext
from scenarios.checks import check_story
from scenarios.model import Choice, Outcome, Quality, Scene, Step, Story
from scenarios.reader import parse_story, read_story
from scenarios.writer import write_story

IDS = st.from_regex(r"[a-z0-9][a-z0-9-]{0,8}", fullmatch=True)
ODD = st.sampled_from([*list("\\`*_[]<>&{}#()!~-+.:;|'\" abcæøåﺱ\xa0\u2028"), "&lt;", "&amp;", "\\{", "](#a)", "{#a}"])
PLAIN = st.one_of(
    st.lists(ODD, min_size=1).map("".join), st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1)
)
TITLES = PLAIN.map(lambda text: text.strip(" \t")).filter(bool)

LINES = st.one_of(
    st.sampled_from(
        ["Hun sier *nei*.", "- ett\n- to", "1. først", "!!! tip\n\n    ## ikke tittel\n\n    - [a](#b)", "| a |"]
    ),
    st.text(st.characters(categories=["L", "N", "Zs"]), min_size=1).map(lambda text: f"A{text.strip()}"),
)
PROSE = st.lists(LINES, max_size=3).map("\n\n".join)
PARAGRAPHS = st.lists(st.text("abc æøå*.", min_size=1).map(lambda text: f"A{text}".rstrip()), min_size=1, max_size=2)
INLINE = PARAGRAPHS.map("\n".join)
ENDS_IN_WORDS = PROSE.map(lambda prose: f"{prose}\n\nOg så.".strip())
STEPS = st.builds(Step, TITLES, IDS)


@st.composite
def choices(draw: st.DrawFn, choice_id: str) -> Choice:
    reason = draw(st.one_of(st.just(("", "")), st.tuples(INLINE, TITLES.map(lambda title: f"{title.strip()}:"))))
    quality = draw(st.sampled_from(Quality))
    return Choice(choice_id, draw(TITLES), quality, draw(ENDS_IN_WORDS), *reason, draw(STEPS))


@st.composite
def scenes(draw: st.DrawFn, scene_id: str) -> Scene:
    kind = draw(st.sampled_from(["choices", "onward", "ending"]))
    title, text = draw(TITLES), draw(PROSE)
    if kind == "ending":
        points = draw(st.lists(INLINE, min_size=1, max_size=3))
        return Scene(scene_id, title, text, outcome=draw(st.sampled_from(Outcome)), takeaways=tuple(points))
    if kind == "onward":
        return Scene(scene_id, title, text, onward=draw(STEPS))
    return Scene(scene_id, title, text, tuple(draw(choices(f"{scene_id}-{n}")) for n in range(draw(st.integers(1, 4)))))


@st.composite
def stories(draw: st.DrawFn) -> Story:
    ids = draw(st.lists(IDS.filter(lambda an_id: "-" not in an_id), unique=True, max_size=4))
    return Story(draw(IDS), tuple(draw(scenes(scene_id)) for scene_id in ids))


@given(stories())
def test_a_written_story_is_read_as_the_same_story(story: Story) -> None:
    text = write_story(story)
    read, findings = read_story(text, start=story.start)
    assert read == story
    assert [finding for finding in findings if finding.severity == "error"] == []
    assert write_story(read) == text
    assert text == "" or (text.endswith("\n") and not text.endswith("\n\n"))


@given(stories(), st.integers(1, 500))
def test_every_piece_of_prose_stands_where_it_is_said_to_stand(story: Story, first_line: int) -> None:
    lines = write_story(story).split("\n")
    for chunk in parse_story("\n".join(lines), start=story.start, first_line=first_line).chunks:
        for n, prose in enumerate(chunk.text.split("\n")):
            assert lines[chunk.line - first_line + n].endswith(prose)


SOUP = st.lists(
    st.sampled_from(
        [
            "## A {#a}",
            "## B {#b .ending .good}",
            "### X {#x .risky}",
            "### X {#x",
            "#",
            "###",
            "- [X](#x)",
            "[V](#b)",
            "- punkt",
            "",
            "",
            "    - inne",
            "*Hvorfor:* fordi",
            "*Hvorfor:*",
            "tekst",
            "\\# tekst",
            "- [ ] gjør",
            "## *A* {#a .x}",
            "\\",
        ]
    )
).map("\n".join)


@given(st.one_of(SOUP, st.text()))
def test_any_text_is_read_without_an_exception_and_checked(text: str) -> None:
    reading = parse_story(text, start="a")
    for finding in (*reading.findings, *check_story(reading.story, reading.lines)):
        assert finding.message
        assert finding.remedy


@given(SOUP)
def test_a_text_read_without_findings_keeps_its_story_when_it_is_formatted(text: str) -> None:
    story, findings = read_story(text, start="a")
    if not findings:
        assert read_story(write_story(story), start="a") == (story, ())


@given(SOUP)
def test_nothing_is_dropped_in_silence(text: str) -> None:
    story, findings = read_story(text, start="a")
    if not findings:
        written = write_story(story)
        assert sorted(written.split()) == sorted(text.split())


@given(PLAIN)
def test_any_words_can_be_a_title(words: str) -> None:
    assert plaintext.read(plaintext.escape(words)) == plaintext.read(plaintext.escape_title(words)) == (words, ())


def test_ordinary_words_are_written_as_they_are() -> None:
    assert plaintext.escape("Spør: «går det bra?» (1 + 2) & 3 > 2 {x}") == "Spør: «går det bra?» (1 + 2) & 3 > 2 {x}"
    assert plaintext.escape_title("<b> *a* &lt; {x") == "&lt;b> \\*a\\* &amp;lt; \\{x"
