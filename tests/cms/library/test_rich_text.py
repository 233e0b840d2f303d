"""Wagtail's rich text and prose: one line in, one exact value out, and nothing an editor did not make."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from sitebuilder.contract.href import allowed
from sitebuilder.contract.prose import BulletList, ListItem, Paragraph, Prose, Run, Runs, make_runs
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from cms.library.blocks.leaves import INLINE, TEXT
from cms.library.mapping.rich_text import read_inline, read_rich_text, write_inline, write_rich_text
from tests.cms.library.generated import AROUND, only_text
from tests.site import texts

PAGES = {3: "../guides/x.md"}


def read(source: str) -> Prose:
    return read_rich_text(source, lambda id: PAGES.get(id or 0))


def write(prose: Prose) -> str:
    blocks = [block for block in prose if isinstance(block, Paragraph | BulletList)]
    return write_rich_text(blocks, lambda href: AROUND.links.page_id(href, "nb"))


def p(*runs: Run) -> Paragraph:
    return Paragraph(runs)


@pytest.mark.parametrize(
    ("source", "prose"),
    [
        ('<p data-block-key="a1">Hei</p><p data-block-key="b2">du</p>', (p(Run("Hei")), p(Run("du")))),
        (
            "<p>En <b>fet</b> og <i>kursiv</i></p>",
            (p(Run("En "), Run("fet", True), Run(" og "), Run("kursiv", italic=True)),),
        ),
        ("<p>En<br/>to</p>", (p(Run("En\nto")),)),
        ("<p></p><p> </p>", ()),
        ("<p>&lt;b&gt; &amp; co</p>", (p(Run("<b> & co")),)),
        ('<p><a linktype="page" id="3">mer</a></p>', (p(Run("mer", href="../guides/x.md")),)),
        ('<p><a linktype="page" id="4">mer</a></p>', (p(Run("mer")),)),
        ('<p><a linktype="page" id="x">mer</a></p>', (p(Run("mer")),)),
        ('<p><a linktype="document" id="3">mer</a></p>', (p(Run("mer")),)),
        ('<p><a href="https://a.no/?b=1&amp;c=2">a</a></p>', (p(Run("a", href="https://a.no/?b=1&c=2")),)),
        ('<p><a href="https://a.no/å b">a</a></p>', (p(Run("a", href="https://a.no/%C3%A5%20b")),)),
        ("<ul><li>a</li><li>b</li></ul>", (BulletList((ListItem((Run("a"),)), ListItem((Run("b"),)))),)),
        (
            "<ol><li>a<ul><li>b</li></ul></li></ol>",
            (BulletList((ListItem((Run("a"),), (BulletList((ListItem((Run("b"),)),)),)),), ordered=True),),
        ),
    ],
)
def test_rich_text_is_read_exactly(source: str, prose: Prose) -> None:
    assert read(source) == prose


@pytest.mark.parametrize(
    ("source", "prose"),
    [
        ("<script>alert(1)</script><p>Hei</p>", (p(Run("Hei")),)),
        ("<style>p{}</style>Hei", (p(Run("Hei")),)),
        ('<p><img src=x onerror="alert(1)">Hei</p>', (p(Run("Hei")),)),
        ('<p><a href="javascript:alert(1)">Hei</a></p>', (p(Run("Hei")),)),
        ('<p><a href="jav&#x09;ascript:alert(1)">Hei</a></p>', (p(Run("Hei")),)),
        ('<p><a href="//evil.example">Hei</a></p>', (p(Run("Hei")),)),
        ("<h2 onclick=x>Hei</h2><div>du</div>", (p(Run("Hei")), p(Run("du")))),
        ("</ul></li></p><p>Hei", (p(Run("Hei")),)),
        ("<ul>løst<li>a", (BulletList((ListItem((Run("løst"),)), ListItem((Run("a"),)))),)),
        ("<li>a</li>", (p(Run("a")),)),
        ("<!-- x --><p>Hei<!-- y --></p>", (p(Run("Hei")),)),
    ],
)
def test_foreign_html_loses_its_look_and_keeps_its_words(source: str, prose: Prose) -> None:
    assert read(source) == prose


SOUP = st.lists(
    st.one_of(
        st.sampled_from(
            ["<p>", "</p>", "<ul>", "</ul>", "<ol>", "<li>", "</li>", "<b>", "</b>", "<i>", "</a>", "<br>"]
        ),
        st.sampled_from(["<script>", "</script>", "<a href='javascript:x'>", "<a href='https://a.no'>", "<div><svg>"]),
        st.text(max_size=5),
    ),
    max_size=14,
).map("".join)


@given(SOUP)
def test_any_html_at_all_gives_only_runs_a_reader_may_meet(source: str) -> None:
    prose = read(source)
    assert read(write(prose)) == prose
    for run in _runs(prose):
        assert run.href is None or allowed(run.href)


@given(only_text)
def test_prose_written_and_read_is_the_same(prose: Prose) -> None:
    assert read_rich_text(write(prose), lambda id: "../guides/x.md") == prose


@given(texts.runs.map(make_runs))
def test_a_line_written_and_read_is_the_same(runs: Runs) -> None:
    written = write_inline(runs, lambda href: 3)
    assert read_inline(written, lambda id: "../guides/x.md") == runs


@given(only_text)
def test_opening_a_text_in_the_editor_and_saving_it_changes_nothing(prose: Prose) -> None:
    # Beside a blank, the editor takes every kind of blank for an ordinary one, and it mixes up lists in lists of
    # another kind. Both are Wagtail's; what is in the database stays right until somebody edits that text.
    assume(all(_is_of_one_kind(block) for block in prose))
    assume(not any(re.search(r"[^\S \n]", run.text) for run in _runs(prose)))
    blocks = [block for block in prose if isinstance(block, Paragraph | BulletList)]
    source = write_rich_text(blocks, lambda href: None)
    assert read(_through_the_editor(source, TEXT)) == prose


def test_a_blank_that_keeps_a_number_together_survives_the_editor() -> None:
    source = "<p>10\xa0000 kroner</p>"
    assert read(_through_the_editor(source, TEXT)) == (p(Run("10\xa0000 kroner")),)


def test_several_paragraphs_where_one_belongs_become_lines_of_it() -> None:
    assert read_inline("<p>a</p><ul><li>b</li></ul>", lambda id: None) == (Run("a\nb"),)
    assert read_inline("", lambda id: None) == ()


def test_text_messages_can_be_linked_to() -> None:
    source = '<p><a href="sms:1933">Send SMS</a></p>'
    assert read(_through_the_editor(source, INLINE)) == (p(Run("Send SMS", href="sms:1933")),)


def _through_the_editor(source: str, features: list[str]) -> str:
    converter = ContentstateConverter(features)
    return converter.to_database_format(converter.from_database_format(source))


def _runs(prose: Prose) -> list[Run]:
    found: list[Run] = []
    for block in prose:
        if isinstance(block, Paragraph):
            found += block.runs
        elif isinstance(block, BulletList):
            for item in block.items:
                found += [*item.runs, *_runs(item.children)]
    return found


def _is_of_one_kind(block: object) -> bool:
    """Whether a list holds only lists of its own kind."""
    if not isinstance(block, BulletList):
        return True
    inner = [child for item in block.items for child in item.children]
    return all(child.ordered == block.ordered and _is_of_one_kind(child) for child in inner)
