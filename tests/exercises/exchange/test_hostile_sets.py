"""Files made to hurt: refused or read in no more time than their length, and with nothing unpacked or run."""

from __future__ import annotations

import io
import json
import resource
import time
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exchange.intake import LARGEST, text_of
from exercises.exchange.anki_reader import read_anki
from exercises.exchange.draft import Draft
from exercises.exchange.gift_reader import read_gift
from exercises.exchange.h5p_reader import read_h5p
from exercises.exchange.ours import KEY, read_note
from exercises.exchange.plain import plain_of
from tests.exercises.exchange.samples import WORDS, refusal

SIZE = 1_000_000
SECONDS = 15
"""Linear work takes one or two, also where others work at the same time; what grows with the square takes minutes."""

Read = Callable[[bytes], Draft]
READERS: dict[str, Read] = {
    "gift": lambda data: read_gift(text_of(data), WORDS),
    "h5p": lambda data: read_h5p(data, WORDS),
    "anki": lambda data: read_anki(text_of(data), WORDS),
}


def _soon(read: Callable[[], object]) -> list[tuple[str, int]]:
    started = time.monotonic()
    said = refusal(read)
    assert time.monotonic() - started < SECONDS
    return said


@pytest.mark.parametrize("kind", READERS)
@pytest.mark.parametrize(
    ("data", "said"),
    [(b"\xff", "X01.utf8"), (b"a\0b", "X01.control"), (b" \n", "X01.empty"), (b"a" * (LARGEST + 1), "X01.large")],
)
def test_bytes_that_are_no_text_are_refused(kind: str, data: bytes, said: str) -> None:
    assert [wording for wording, _ in _soon(lambda: READERS[kind](data))] == [said]


def _zip(*entries: tuple[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in entries:
            package.writestr(name, data)
    return made.getvalue()


GOOD = json.dumps({"questions": ["*a* b"]}).encode()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (_zip(("../x", b""), ("content/content.json", GOOD)), "X02.path"),
        (_zip(("content/content.json", GOOD), ("a.zip", b"PK")), "X02.nested"),
        (_zip(("content/content.json", GOOD), ("a", b"0" * LARGEST)), "X02.bomb"),
        (_zip(("content/content.json", GOOD))[:-30], "X02.broken"),
        (_zip(("a", b"")), "X02.missing"),
        (_zip(("content/content.json", GOOD), ("h5p.json", b"{")), "X03.broken"),
        (b'{"questions": [', "X03.broken"),
        (b"[" * 100_000, "X03.deep"),
        (b'{"a": 1, "a": 2}', "X03.twice"),
    ],
)
def test_a_hostile_package_is_refused(data: bytes, said: str) -> None:
    assert [wording for wording, _ in _soon(lambda: read_h5p(data, WORDS))] == [said]


def test_a_good_package_is_read_whatever_else_is_in_it() -> None:
    data = _zip(("content/content.json", GOOD), ("h5p.json", b"[]"), ("content/images/a.png", b"x"))
    assert len(read_h5p(data, WORDS).items) == 1


@pytest.mark.parametrize(
    "part", ["{", "}", "=a", "~", "\\", "#", "::", "//a\n", "a{=b ~c}\n\n", "a{=b\n", "$CATEGORY:a\n", "[html]", "<b>"]
)
def test_a_long_malformed_gift_file_costs_no_more_than_its_length(part: str) -> None:
    text = (part * SIZE)[:SIZE]
    _soon(lambda: READERS["gift"](text.encode()))
    _soon(lambda: READERS["gift"](f"a{{{text[:45_000]}}}".encode()))


@pytest.mark.parametrize("part", ["a;b\n", '"', ";", "#a\n", "#", "<i>", "{{c1::", "[sound:", "a\tb\n", f'#{KEY}:{{"'])
def test_a_long_malformed_anki_file_costs_no_more_than_its_length(part: str) -> None:
    text = (part * SIZE)[:SIZE]
    _soon(lambda: READERS["anki"](text.encode()))
    _soon(lambda: READERS["anki"](f"#separator:tab\n#html:true\n{text}".encode()))
    _soon(lambda: READERS["anki"](f"a\t{text[:45_000]}".encode()))


@pytest.mark.parametrize("part", ["*", "*a*", "<p>", "<", "&#", "\\+a", "a:b/", "<!--"])
def test_a_long_malformed_h5p_file_costs_no_more_than_its_length(part: str) -> None:
    text = (part * SIZE)[:45_000]
    for content in ({"questions": [text] * 20}, {"textField": text}, {"textField": text, "distractors": text}):
        _soon(lambda: READERS["h5p"](json.dumps(content).encode()))  # noqa: B023 (called at once)
    answers = [{"text": text, "correct": True}] * 20
    _soon(lambda: READERS["h5p"](json.dumps({"question": text, "answers": answers}).encode()))


def test_ten_megabytes_of_any_format_stay_within_a_quarter_of_a_gigabyte() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for kind, part in (("gift", "a{=b ~c#d}\n\n"), ("anki", "a;b\n"), ("h5p", '{"a": "b"},')):
        data = (part * 1_000_000)[:LARGEST]
        _soon(lambda: READERS[kind](data.encode()))  # noqa: B023 (called at once)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 256_000


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(READERS)), st.text(st.sampled_from("a {}=~#:/\\%50->*[]<b>;\t\"'\n|c1TF0$")))
def test_any_text_is_taken_or_refused_and_every_word_of_it_can_be_told(kind: str, text: str) -> None:
    try:
        draft = READERS[kind](text.encode())
    except Exception:
        assert refusal(lambda: READERS[kind](text.encode()))
    else:
        assert draft.body


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", f'{{"{KEY}": 1}}', f'{{"{KEY}": {{"item": 1, "place": 0}}}}', f'{{"{KEY}": {{"rest": [[1]]}}}}']
    + [f'{{"{KEY}": {{"item": "id: a", "place": 0}}}}', "[" * 100_000, f'{{"{KEY}": {{"place": -1, "item": ""}}}}'],
)
def test_a_note_that_is_none_of_ours_says_nothing(text: str) -> None:
    assert read_note(text) is None


def test_html_leaves_words_and_nothing_that_could_be_html_again() -> None:
    read = plain_of("<p>a <b>b</b></p><svg onload=x>&lt;c&gt;</svg><script>d</script><!-- e --><li>f")
    assert (read.text, read.others, read.has_code) == ("a b\n<c>d\nf", ("<svg>",), True)
