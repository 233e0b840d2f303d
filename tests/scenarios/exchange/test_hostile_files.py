"""Files made to hurt: refused with what is wrong, fast, and with nothing unpacked."""

from __future__ import annotations

import io
import json
import stat
import time
import zipfile
from collections.abc import Callable
from functools import partial

import pytest

from exchange.csv_strings import read_csv
from exchange.intake import LARGEST, text_of
from exchange.po_strings import read_po
from scenarios.exchange.h5p_reader import read_h5p
from scenarios.exchange.ink_reader import read_ink
from scenarios.exchange.strings import FORM
from scenarios.exchange.twee_reader import read_twee
from tests.scenarios.exchange.taking import refusal

GOOD = b'{"branchingScenario": {"content": [{}]}}'
SIZE = 1_000_000
SECONDS = 15
"""Linear work takes one or two; a search that looks back from every sign takes minutes."""


def _zip(*entries: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in entries:
            package.writestr(name, data)
    return made.getvalue()


def _link() -> bytes:
    entry = zipfile.ZipInfo("content/content.json")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return _zip((entry, b"/etc/passwd"))


def _locked() -> bytes:
    data = bytearray(_zip(("content/content.json", GOOD)))
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + offset] |= 1
    return bytes(data)


def _liar() -> bytes:
    """A package that says its content is small."""
    data = bytearray(_zip(("content/content.json", b" " * (LARGEST + 10))))
    data[data.index(b"PK\x01\x02") + 24 : data.index(b"PK\x01\x02") + 28] = (100).to_bytes(4, "little")
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (_zip(("/etc/x", b""), ("content/content.json", GOOD)), "X02.path"),
        (_zip(("../x", b""), ("content/content.json", GOOD)), "X02.path"),
        (_zip(("a/../../x", b""), ("content/content.json", GOOD)), "X02.path"),
        (_zip(("C:x", b""), ("content/content.json", GOOD)), "X02.path"),
        (_link(), "X02.link"),
        (_locked(), "X02.locked"),
        (_zip(("content/content.json", GOOD), ("inner.zip", b"PK")), "X02.nested"),
        (_zip(("content/content.json", GOOD), ("a", b"0" * LARGEST)), "X02.bomb"),
        (_liar(), "X02.broken"),
        (_zip(*((f"{n}", b"") for n in range(3_000))), "X02.many"),
        (_zip(("a", b"")), "X02.missing"),
        (_zip(("content/content.json", GOOD))[:-30], "X02.broken"),
        (b"PK" + b"\0" * 1000, "X02.broken"),
        (b"[" * 100_000, "X03.deep"),
        (b'{"a":' * 100_000, "X03.deep"),
        (b'{"branchingScenario": 1', "X03.broken"),
        (b'{"branchingScenario": {"content": []}}', "X07.none"),
        (b"[1]", "X07.none"),
        (b"9" * 10_000, "X03.broken"),
        (b'{"branchingScenario": {"title": "\\ud800", "content": [{}]}}', "X03.half"),
        (b"\xff", "X01.utf8"),
        (b"a\0", "X01.control"),
        (b" \n", "X01.empty"),
        (b"a" * (LARGEST + 1), "X01.large"),
    ],
)
def test_a_hostile_file_is_refused(data: bytes, said: str) -> None:
    assert [wording for wording, _ in refusal(lambda: read_h5p(data))] == [said]


def _repeated(part: str) -> str:
    return (part * (SIZE // len(part) + 1))[:SIZE]


@pytest.mark.parametrize("part", ["[[", "{", "<", "(if", "&#", ":: \\", ":: [", "[[a->b", "''", "//", "a\n", "\n:: A"])
def test_a_long_malformed_twee_file_is_answered_in_reasonable_time(part: str) -> None:
    _soon(lambda: read_twee(text_of(f":: A\n{_repeated(part)}".encode())))
    _soon(lambda: read_twee(text_of(_repeated(part).encode())))


@pytest.mark.parametrize("part", ["->", "[", "* ", "= a", "/*", "#", "\\", "== a\n", "a\n", "{"])
def test_a_long_malformed_ink_file_is_answered_in_reasonable_time(part: str) -> None:
    _soon(lambda: read_ink(text_of(f"=== a ===\n{_repeated(part)}".encode())))


@pytest.mark.parametrize("part", ["\\\\", "[", '"', "<p>", "*", "[a](", "<a "])
def test_a_long_malformed_h5p_file_is_answered_in_reasonable_time(part: str) -> None:
    text = _repeated(part).replace('"', '\\"').replace("\\\\\\", "\\\\")
    body = f'{{"branchingScenario": {{"content": [{{"type": {{"params": {{"text": "{text}"}}}}}}]}}}}'
    _soon(lambda: read_h5p(body.encode()))
    _soon(lambda: read_h5p(text.encode()))


@pytest.mark.parametrize("part", ['"a"\n', 'msgid "a"\nmsgstr "b"\n', "\\", "#\n", '"'])
def test_a_long_malformed_translation_is_answered_in_reasonable_time(part: str) -> None:
    _soon(lambda: read_po(FORM, text_of(_repeated(part).encode())))
    _soon(lambda: read_csv(FORM, text_of(f"story,key,source,translation\n{_repeated(part)}".encode())))


def _soon(read: Callable[[], object]) -> None:
    started = time.monotonic()
    refusal(read)
    assert time.monotonic() - started < SECONDS


def test_the_line_of_a_broken_file_is_told() -> None:
    assert refusal(lambda: text_of(b"a\n\n\xff")) == [("X01.utf8", 3)]
    assert refusal(lambda: read_h5p(b'{\n"a": \n}')) == [("X03.broken", 3)]
    assert refusal(lambda: read_po(FORM, 'msgid "a"\nmsgstr "b"\n\nhei\n')) == [("X08.broken", 4)]


def test_five_megabytes_of_broken_lines_are_refused_at_once() -> None:
    started = time.monotonic()
    assert refusal(lambda: text_of(b"a\n" * 2_500_000)) == [("X01.lines", 100_000)]
    assert time.monotonic() - started < SECONDS


def _h5p(text: str) -> bytes:
    return json.dumps({"branchingScenario": {"content": [{"type": {"params": {"text": text}}}]}}).encode()


@pytest.mark.parametrize(
    ("read", "data"),
    [
        (read_ink, f"=== a ===\n{' ' * 200_000}x\n"),
        (read_ink, f"=== a{' ' * 200_000}x\n"),
        (read_ink, "=== a ===\n" + "/**/" * 200_000),
        (read_twee, f":: A{' ' * 2_000_000}{{x"),
        (read_twee, ":: A\n" + "[[a->B]]\n" * 90_000),
        (
            read_twee,
            ":: A\n"
            + "".join(f"[[a->c{n}]]\n" for n in range(40_000))
            + "".join(f":: c{n} [choice]\n" for n in range(40_000)),
        ),
        (partial(read_po, FORM), ('msgid ""\n' + f'"{"a" * 50}"\n' * 4_990 + 'msgstr ""\n') * 20),
    ],
)
def test_a_long_line_or_list_costs_no_more_than_its_length(read: Callable[[str], object], data: str) -> None:
    _soon(lambda: read(text_of(data.encode())))


@pytest.mark.parametrize("part", ["<b>", "<ul>", "<br>", "<li>"])
def test_very_many_elements_of_h5p_cost_no_more_than_their_length(part: str) -> None:
    _soon(lambda: read_h5p(_h5p(part * 300_000)))


def test_a_story_longer_than_any_that_is_read_here_is_refused() -> None:
    assert refusal(lambda: read_twee(":: A\n" + "hei\n" * 90_000 + "å" * 450_000)) == [("X01.long", 0)]


def test_a_story_with_thousands_of_choices_in_one_scene_is_read_at_once() -> None:
    draft = read_twee(":: A\n" + "[[a->B]]\n" * 12_000 + "\n:: B\nSlutt.\n")
    _soon(lambda: draft.reading())


def test_of_very_many_remarks_the_first_are_told_and_the_rest_counted() -> None:
    draft = read_ink("=== a ===\n" + "TODO x\n" * 5_000)
    assert len(draft.remarks) == 101
    assert "4901 more" in draft.remarks[-1].say("en")


@pytest.mark.parametrize("place", ["²", "--5", "٣", True, 1.0, None, 10**30, [], {}])
def test_a_piece_that_leads_to_no_number_ends_the_story(place: object) -> None:
    nodes = [{"nextContentId": place}, {}]
    draft = read_h5p(json.dumps({"branchingScenario": {"content": nodes}}).encode())
    assert "](#" not in draft.body


@pytest.mark.parametrize("sign", ["\0", "\x1b", "\x7f"])
def test_a_sign_nobody_sees_is_refused_also_where_json_spells_it(sign: str) -> None:
    assert refusal(lambda: read_h5p(_h5p(f"h{sign}ei"))) == [("X03.control", 0)]


def test_json_that_says_two_things_of_one_key_is_refused() -> None:
    assert refusal(lambda: read_h5p(b'{"branchingScenario": {"content": [], "content": [{}]}}')) == [("X03.twice", 0)]


def test_front_matter_that_ends_before_its_end_is_refused() -> None:
    twee = ":: Mentor Toolbox [toolbox]\nversion 1\nscenes A\n---\ntitle: x\n---\nut\n\n:: A\nhei\n"
    assert refusal(lambda: read_twee(twee)) == [("X03.front", 0)]
