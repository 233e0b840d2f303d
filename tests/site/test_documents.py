"""Documents: written and read again they are the same, and no file at all can make the reader fail."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sitebuilder.contract.checks import check_content
from sitebuilder.contract.document import Document, HelpBox, Library
from sitebuilder.contract.front_matter_yaml import parse
from sitebuilder.contract.problems import Problem
from sitebuilder.contract.reader import decode, read_document, read_help
from sitebuilder.contract.registers import read_redirects, read_topics
from sitebuilder.contract.tree import files_of, read_tree, write_library
from sitebuilder.contract.writer import write_document, write_help_box

from tests.site import documents, texts

CONTENT = Path(__file__).parents[2] / "content"
TREE = read_tree(CONTENT)
FILES = sorted(TREE.texts)
CRAFT = ("C", "E2", "S2")
"""Codes of the format; other codes of stories and exercises say whether they are good ones."""
slow = settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@slow
@given(documents.documents)
def test_a_document_that_is_written_is_read_again(document: Document) -> None:
    text = write_document(document)
    read, problems = read_document(text, document.path)
    assert read == document
    assert [p for p in problems if p.code.startswith(CRAFT)] == []
    assert write_document(read) == text


@slow
@given(documents.help_boxes)
def test_a_help_box_that_is_written_is_read_again(box: HelpBox) -> None:
    assert read_help(write_help_box(box), box.path) == (box, ())


@settings(deadline=None, max_examples=15, suppress_health_check=list(HealthCheck))
@given(documents.libraries)
def test_a_library_that_is_written_to_a_folder_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, library: Library
) -> None:
    content = tmp_path_factory.mktemp("content")
    write_library(library, content)
    tree = read_tree(content)
    assert tree.library == library
    assert not write_library(library, content)
    assert not [p for p in check_content(content) if p.code == "C40"]
    shutil.rmtree(content)


@pytest.mark.parametrize("path", FILES)
def test_every_text_of_the_toolbox_is_in_the_canonical_form(path: str) -> None:
    assert files_of(TREE.library)[path] == (CONTENT / path).read_bytes()


def _told(problems: tuple[Problem, ...], text: str, path: str) -> None:
    last = text.count("\n") + 1
    for p in problems:
        assert p.path == path
        assert 0 <= p.line <= last, (p, last)
        assert p.code
        for language in ("en", "nb"):
            assert all(words.strip() for words in p.say(language)), p


def _read(data: bytes, path: str) -> None:
    text, problems = decode(data)
    if text is None:
        _told(problems, data.decode("utf-8", "replace"), "")
        assert [p.code for p in problems] == ["C01"]
    elif path == "topics.yml":
        _told(read_topics(text, path)[1], text, path)
    elif "/help/" in path:
        _told(read_help(text, path)[1], text, path)
    else:
        document, problems = read_document(text, path)
        _told(problems, text, path)
        if document:
            write_document(document)


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """A real file in which lines and characters were lost, doubled, swapped and put in."""
    path = draw(st.sampled_from(FILES))
    lines = TREE.texts[path].split("\n")
    for _ in range(draw(st.integers(1, 3))):
        # Half of the damage is done near the top, where the front matter stands.
        at = draw(st.integers(0, len(lines) - 1) | st.integers(0, min(25, len(lines) - 1)))
        other = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(["lose", "double", "swap", "type", "indent", "cut"])):
            case "lose" if len(lines) > 1:
                del lines[at]
            case "double":
                lines.insert(at, lines[at])
            case "swap":
                lines[at], lines[other] = lines[other], lines[at]
            case "indent":
                lines[at] = "    " + lines[at]
            case "cut":
                lines[at] = lines[at][: len(lines[at]) // 2]
            case _:
                place = draw(st.integers(0, len(lines[at])))
                lines[at] = lines[at][:place] + draw(texts.typed) + lines[at][place:]
    return path, "\n".join(lines).encode("utf-8", "surrogatepass")


@settings(deadline=None, max_examples=250)
@given(damaged())
def test_a_damaged_file_is_read_and_its_faults_are_told_with_line_and_remedy(given_file: tuple[str, bytes]) -> None:
    _read(given_file[1], given_file[0])


@settings(deadline=None, max_examples=80)
@given(st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_can_be_read(data: bytes) -> None:
    for path in ("topics.yml", "nb/help/x.md", "nb/guides/x.md"):
        _read(data, path)
        _read(b"---\n" + data + b"\n---\n\n" + data, path)


@settings(deadline=None, max_examples=80)
@given(st.text(max_size=60))
def test_any_yaml_is_read_or_refused(text: str) -> None:
    parsed, problems = parse(text, 2)
    assert all(2 <= p.line <= 2 + text.count("\n") + text.count("\r") for p in problems)
    assert all(isinstance(key, str) for key in parsed.values)
    read_topics(text, "topics.yml")
    read_redirects(text, "redirects.yml")


LAUGHS = "a: &a [x, x]\n" + "".join(f"{n}: &{n} [*{p}, *{p}, *{p}]\n" for p, n in zip("abcdefgh", "bcdefghi"))


@pytest.mark.parametrize(
    ("yaml", "why"),
    [
        ("title: &a x\nsummary: *a", "anchors"),
        (LAUGHS, "anchors"),
        ("title: !!python/object/apply:os.system [ls]", "tags"),
        ("title: !!binary aGVp", "tags"),
        ("title: !x y", "tags"),
        ("topics: " + "[" * 100_000, "nested"),
        ("topics: " + "[" * 50 + "]" * 50, "nested"),
        ("".join(" " * n + "a:\n" for n in range(300)), "nested"),
        ("title: \x00", "nobody can see"),
        ("title: \x07", "nobody can see"),
        ("? [a, b]\n: c", "one word"),
        ("minutes: 2026-13-45", "month must be in 1..12"),
        ("- a\n- b", "keys with values"),
        ("title: 'aldri slutt", "unexpected end of stream"),
        ("a: b: c", "mapping values"),
        ("---\na: b\n--- \nb: c", "document"),
        ("title: \ud800", "half a character"),
    ],
)
def test_yaml_that_could_do_harm_or_lose_text_is_refused(yaml: str, why: str) -> None:
    _, problems = parse(yaml, 2)
    assert [p.code for p in problems] == ["C02"]
    assert why in problems[0].message
    assert 2 <= problems[0].line <= 2 + yaml.count("\n")


def test_a_key_that_stands_twice_is_told_with_the_line_of_the_second() -> None:
    _, problems = parse("title: a\nsummary: b\ntitle: c\n", 2)
    assert [(p.code, p.line) for p in problems] == [("C06", 4)]


@pytest.mark.parametrize("depth", [20, 400])
def test_boxes_and_lists_inside_each_other_without_end_are_refused_and_not_followed(depth: int) -> None:
    path = "nb/guides/cv-hva-er-en-cv.md"
    for sign in ("!!! note", "- punkt"):
        nested = "\n".join(f"{'    ' * n}{sign}" for n in range(depth)) + f"\n{'    ' * depth}tekst\n"
        document, problems = read_document(f"{TREE.texts[path]}\n{nested}", path)
        assert "C11" in [p.code for p in problems]
        assert document
        write_document(document)


@pytest.mark.parametrize("change", ["bom", "crlf", "cr"])
def test_a_file_of_another_editor_says_the_same_and_is_told_to_be_formatted(change: str, tmp_path: Path) -> None:
    path = "nb/guides/cv-hva-er-en-cv.md"
    text = TREE.texts[path]
    end = {"bom": "\n", "crlf": "\r\n", "cr": "\r"}[change]
    data = text.replace("\n", end).encode("utf-8-sig" if change == "bom" else "utf-8")
    assert decode(data) == (text, ())
    (tmp_path / "nb" / "guides").mkdir(parents=True)
    (tmp_path / path).write_bytes(data)
    assert [p.code for p in check_content(tmp_path) if p.path == path].count("C40") == 1


def test_a_file_that_is_too_large_or_not_utf_8_is_told() -> None:
    assert [p.code for p in decode(b"x" * 1_000_001)[1]] == ["C01"]
    assert [(p.code, p.line) for p in decode("Norge\nBlåbær".encode("latin-1"))[1]] == [("C01", 2)]


def test_a_folder_that_cannot_be_listed_is_not_taken_for_empty(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="missing"):
        read_tree(tmp_path / "missing")
