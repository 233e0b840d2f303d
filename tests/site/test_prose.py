"""Prose: written and read again it is the same, and its HTML holds nothing the editor did not make."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import given, settings
from sitebuilder.contract.prose import (
    Admonition,
    BulletList,
    Checklist,
    Image,
    Paragraph,
    Prose,
    Run,
    Subheading,
    Table,
    make_prose,
    make_runs,
    plain,
)
from sitebuilder.contract.prose_reader import read_prose
from sitebuilder.contract.prose_writer import write_prose

from tests.site import texts


@settings(max_examples=120, deadline=None)
@given(texts.prose)
def test_what_is_written_is_read_again(prose: Prose) -> None:
    text = write_prose(prose)
    assert read_prose(text) == (prose, ())


@settings(max_examples=60, deadline=None)
@given(texts.prose)
def test_normal_form_stays_as_it_is(prose: Prose) -> None:
    assert make_prose(prose) == prose


@settings(max_examples=150, deadline=None)
@given(texts.typed)
def test_any_text_at_all_can_be_read_and_then_written_once_and_for_all(text: str) -> None:
    prose, found = read_prose(text)
    again, left = read_prose(write_prose(prose))
    assert again == prose
    # Whatever else was wrong is mended by writing it; a heading's missing id only its author can give.
    assert {p.code for p in left} <= {p.code for p in found} & {"C15"}


def test_a_heading_without_an_id_is_written_as_it_was_typed() -> None:
    prose, found = read_prose("### Hils")
    assert [p.code for p in found] == ["C15"]
    assert write_prose(prose) == "### Hils"


class _Seen(HTMLParser):
    """Counts elements and attributes and gathers the text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: Counter[str] = Counter()
        self.attributes: set[str] = set()
        self.hrefs: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements[tag] += 1
        self.attributes.update(f"{tag}.{name}" for name, _ in attrs)
        self.hrefs += [value or "" for name, value in attrs if name == "href"]
        if tag == "br":
            self.text += "\n"

    def handle_data(self, data: str) -> None:
        self.text += data


_ATTRIBUTES = {
    *("a.href", "a.rel", "a.hreflang", "h3.id", "th.scope", "img.src", "img.alt", "img.loading", "img.decoding"),
    *("div.class", "div.tabindex", "div.role", "div.aria-label", "details.class", "p.class", "p.lang", "p.dir"),
    *("summary.lang", "summary.dir", "ul.class", "input.type", "input.autocomplete"),
}


@settings(max_examples=60, deadline=None)
@given(texts.prose)
def test_html_has_only_the_elements_and_attributes_the_editor_made(prose: Prose) -> None:
    # A guide without headings: its prose is its introduction. What looks like a heading of level 2 is escaped.
    seen = _Seen(markdown.markdown(write_prose(prose), extensions=["sitebuilder.markdown"]))
    wanted: Counter[str] = Counter()
    for block in prose:
        wanted += _elements(block)
    assert seen.elements == wanted
    assert seen.attributes <= _ATTRIBUTES
    assert all(href.startswith(("https:", "/nb/guides/", "tel:", "mailto:", "#")) for href in seen.hrefs)


def _inline(runs: tuple[Run, ...]) -> Counter[str]:
    found: Counter[str] = Counter(br=plain(runs).count("\n"))
    found["a"] = sum(1 for n, r in enumerate(runs) if r.href and (n == 0 or runs[n - 1].href != r.href))
    found["strong"] = sum(
        1 for n, r in enumerate(runs) if r.bold and (n == 0 or not runs[n - 1].bold or runs[n - 1].href != r.href)
    )
    found["em"] = sum(1 for r in runs if r.italic)
    return found


def _elements(block: object) -> Counter[str]:
    match block:
        case Paragraph(runs):
            return Counter(p=1) + _inline(runs)
        case Subheading():
            return Counter(h3=1)
        case BulletList(items, ordered):
            found = Counter({"ol" if ordered else "ul": 1})
            for item in items:
                found += Counter(li=1) + _inline(item.runs)
                for child in item.children:
                    found += _elements(child)
            return found
        case Checklist(items):
            found = Counter(ul=1)
            for runs in items:
                found += Counter(li=1, label=1, input=1, span=1) + _inline(runs)
            return found
        case Table(header, rows):
            found = Counter(div=1, table=1, thead=1, tbody=1, tr=1 + len(rows))
            for cell in header:
                found += Counter(["th" if cell else "td"]) + _inline(cell)
            for cell in (cell for row in rows for cell in row):
                found += Counter(td=1) + _inline(cell)
            return found
        case Image():
            return Counter(figure=1, img=1)
        case Admonition(kind, _, blocks, _, folded):
            found = Counter(details=1, summary=1) if folded or kind == "facilitator" else Counter(div=1, p=1)
            for inner in blocks:
                found += _elements(inner)
            return found
    raise AssertionError(block)


@settings(max_examples=150, deadline=None)
@given(texts.runs)
def test_the_text_a_reader_sees_is_the_text_that_was_typed(runs: tuple[Run, ...]) -> None:
    made = make_runs(runs)
    if made:
        html = markdown.markdown(write_prose((Paragraph(made),)), extensions=["sitebuilder.markdown"])
        assert _Seen(html).text == plain(made)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("Hei <b>du</b>", "C10", 1),
        ("En\n\n<script>alert(1)</script>", "C10", 3),
        ("Ferdig\n\n> sitat", "C11", 3),
        ("```\nkode\n```", "C11", 1),
        ("    innrykk", "C11", 1),
        ("## Feil nivå {#id}", "C11", 1),
        ("### Uten id", "C15", 1),
        ("Dette er **aldri ferdig", "C12", 1),
        ("[klikk](javascript:alert(1))", "C13", 1),
        ("[klikk](ftp://a.no)", "C13", 1),
        ('[klikk](https://a.no "tittel")', "C11", 1),
        ("!!! danger\n\n    Tekst", "C14", 1),
        ("![](../../media/images/a.webp)", "C16", 1),
        ("midt ![i](../../media/images/a.webp) teksten", "C11", 1),
        ("det er _kursiv_ her", "C11", 1),
        ("mellom&nbsp;rom", "C11", 1),
        ("`kode`", "C11", 1),
    ],
)
def test_what_the_contract_does_not_know_is_told_with_its_line(text: str, code: str, line: int) -> None:
    _, problems = read_prose(text)
    assert (code, line) in [(p.code, p.line) for p in problems]
    assert all(p.message and p.remedy and p.say("nb") != p.say("en") for p in problems)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("* en\n* to", "- en\n- to"),
        ("1) en\n2) to", "1. en\n2. to"),
        ("to linjer\nsom er ett avsnitt", "to linjer som er ett avsnitt"),
        ("en linje  \nog en ny", "en linje  \nog en ny"),
        ("2 * 3 = 6", "2 \\* 3 = 6"),
        ("- [x] gjort", "- [ ] gjort"),
        ("snake_case og a < b", "snake\\_case og a &lt; b"),
        ("**fet***kursiv*", "**fet***kursiv*"),
    ],
)
def test_other_ways_to_write_the_same_become_one(text: str, canonical: str) -> None:
    prose, problems = read_prose(text)
    assert (write_prose(prose), problems) == (canonical, ())
