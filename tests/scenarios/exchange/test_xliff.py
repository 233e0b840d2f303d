"""XLIFF for programs of translators: strings of HTML out and in, and nothing hostile taken."""

from __future__ import annotations

import html
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.remark import ExchangeError
from exchange.strings import Form, Row, Text
from exchange.xliff_strings import read_xliff, write_xliff

FORM = Form("page")
NAMESPACE = "{urn:oasis:names:tc:xliff:document:1.2}"
WORDS = st.text(st.characters(blacklist_categories=("Cc", "Cs"), blacklist_characters="\ufffe\uffff"), max_size=12).map(
    lambda text: html.escape(text, quote=False)
)
PIECES = st.one_of(
    WORDS, WORDS.map(lambda w: f"<b>{w}</b>"), WORDS.map(lambda w: f'<a id="a1">{w}</a>'), st.just("<br/>")
)
STRINGS = st.lists(PIECES, max_size=4).map("".join)


def written(texts: list[Text], words: dict[str, str] | None = None) -> str:
    return write_xliff(FORM, "id/en/1", ("nb", "en"), texts, words, "Tittel & co")


def test_markup_is_given_as_codes_and_the_old_words_beside_the_text() -> None:
    text = written([Text("a.b", 'Les <a id="a1">her</a> &amp; der', was="Les", suggested="Read")])
    (unit,) = ElementTree.fromstring(text).iter(f"{NAMESPACE}trans-unit")
    source, other = unit
    assert unit.get("resname") == "a.b"
    assert [(part.tag.removeprefix(NAMESPACE), part.text) for part in source] == [
        ("bpt", '<a id="a1">'),
        ("ept", "</a>"),
    ]
    assert source[1].tail == " & der"
    assert [part.text for part in other] == ["Les", "Read"]


@given(st.lists(st.tuples(STRINGS.filter(bool), STRINGS), max_size=3))
def test_any_strings_come_back_as_they_were(pairs: list[tuple[str, str]]) -> None:
    texts = [Text(f"key.{n}", source) for n, (source, _) in enumerate(pairs)]
    words = {f"key.{n}": said for n, (_, said) in enumerate(pairs)}
    sent = read_xliff(written(texts, words))
    assert sent.of == "id/en/1"
    assert [(row.key, row.source, row.words) for row in sent.rows] == [
        (text.key, text.words, words[text.key]) for text in texts
    ]


@pytest.mark.parametrize("state", ["new", "needs-translation", "needs-review-translation"])
def test_what_a_translator_is_not_done_with_is_marked(state: str) -> None:
    text = written([Text("a", "Hei")], {"a": "Hi"}).replace('state="translated"', f'state="{state}"')
    assert read_xliff(text).rows == (Row("a", "Hei", "Hi", 6, fuzzy=True),)


def test_words_proposed_by_a_program_are_not_taken_for_the_translation() -> None:
    alternative = "<alt-trans><source>Hei</source><target>Nope</target></alt-trans>"
    text = written([Text("a", "Hei")]).replace("</trans-unit>", f"{alternative}</trans-unit>")
    assert read_xliff(text).rows == (Row("a", "Hei", "", 6),)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('<!DOCTYPE x [<!ENTITY a "b">]>\n<xliff version="1.2">&a;</xliff>', "it has a document type"),
        ('<xliff version="1.2">\n<file', "it is not XML here"),
        ('<xliff version="2.0"></xliff>', "not XLIFF 1.2"),
        ("<html></html>", "not XLIFF 1.2"),
        ("<a>" * 50_000, "it is not XML here"),
        ('<xliff version="1.2"><file original="a"/><file original="b"/></xliff>', "something else"),
    ],
    ids=["entities", "broken off", "another version", "not XLIFF", "deep", "of two pages"],
)
def test_what_is_no_file_of_ours_is_refused(text: str, why: str) -> None:
    with pytest.raises(ExchangeError, match=why):
        read_xliff(text)


def test_codes_that_a_program_lost_are_missing_in_the_words_and_text_is_never_markup() -> None:
    text = written([Text("a", "Hei <b>du</b>")]).replace("</source>", "</source><target>Hi &lt;b&gt;you</target>")
    (row,) = read_xliff(text).rows
    assert row.words == "Hi &lt;b&gt;you"
