"""Whole documents as HTML: nothing in it that the editor did not make, and all the words she wrote."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import HealthCheck, given, settings
from sitebuilder.contract.document import Case, Document, ExerciseSet, Guide, Kind
from sitebuilder.contract.prose_reader import read_prose
from sitebuilder.contract.writer import write_body
from sitebuilder.markdown import makeExtension
from sitebuilder.markdown.context import Context, Picture, Target, plain_context

from scenarios.model import Story
from tests.site import documents
from tests.site.test_documents import TREE

ELEMENTS = {
    *("section", "h2", "h3", "p", "br", "a", "strong", "em", "span", "ul", "ol", "li", "div", "details", "summary"),
    *("table", "thead", "tbody", "tr", "th", "td", "figure", "img", "label", "input", "audio", "select", "option"),
    *("textarea", "fieldset", "legend"),
}
ATTRIBUTES = {
    *("class", "id", "href", "rel", "hreflang", "lang", "dir", "scope", "src", "alt", "loading", "decoding", "type"),
    *("autocomplete", "autocapitalize", "autocorrect", "spellcheck", "tabindex", "role", "name", "value", "for"),
    *("size", "rows", "cols", "min", "max", "inputmode", "controls", "preload", "selected", "disabled", "required"),
    *("width", "height", "open"),
}
SCHEMES = ("https:", "http:", "mailto:", "tel:", "sms:", "/nb/", "#")


class Seen(HTMLParser):
    """The elements, attributes, ids and words of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []
        self.ids: Counter[str] = Counter()
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name in ("href", "src"):
                self.addresses.append(value or "")
            elif name == "id":
                self.ids[value or ""] += 1

    def handle_data(self, data: str) -> None:
        self.words += data


def html_of(document: Document, context: Context | None = None) -> str:
    extension = makeExtension(context=context or plain_context("nb"), kind=document.front.type)
    return markdown.markdown(write_body(document), extensions=[extension])


def _titles(body: object) -> list[str]:
    match body:
        case Guide(sections) | Case(sections):
            return [section.title for section in sections]
        case Story(_, scenes):
            choices = [choice.title for scene in scenes for choice in scene.choices]
            return [*choices, *(scene.title for scene in scenes)]
        case ExerciseSet():
            return [item.instruction for item in body.items]
    raise AssertionError(body)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents.documents)
def test_a_page_holds_only_what_its_editor_made(document: Document) -> None:
    seen = Seen(html_of(document))
    assert seen.elements <= ELEMENTS
    assert {name for name in seen.attributes if not name.startswith(("aria-", "data-"))} <= ATTRIBUTES
    assert all(address.startswith((*SCHEMES, "/media/")) for address in seen.addresses), seen.addresses
    assert [id for id, count in seen.ids.items() if count > 1] == []
    for title in _titles(document.body):
        assert title in seen.words


@pytest.mark.parametrize("document", TREE.library.documents, ids=lambda document: document.path)
def test_the_words_of_every_text_of_the_toolbox_stand_on_its_page(document: Document) -> None:
    seen = Seen(html_of(document))
    assert [id for id, count in seen.ids.items() if count > 1] == []
    for title in _titles(document.body):
        assert title in seen.words
    if isinstance(document.body, Story):
        assert all(f"#{choice.id}" in seen.addresses for scene in document.body.scenes for choice in scene.choices)


def _with_link(kind: Kind = Kind.GUIDE) -> str:
    text = (
        "## Les {#les}\n\nSe **[om CV](../guides/cv.md#del) nå**, [denne](../cases/borte.md), [nav](https://nav.no/)."
    )
    home = plain_context("nb")

    def find(href: str) -> Target | None:
        return Target("/en/guides/cv/#del", "en") if "cv.md" in href else None

    context = Context(home.language, home.languages, find)
    return markdown.markdown(text, extensions=[makeExtension(context=context, kind=kind)])


def test_a_link_to_a_page_in_another_language_is_followed_by_the_name_of_the_language() -> None:
    link = (
        '<a href="/en/guides/cv/#del" hreflang="en"><strong>om CV</strong></a>'
        ' <span class="in-language" lang="en" dir="ltr">(English)</span>'
    )
    assert link in _with_link()


def test_a_page_that_is_missing_is_no_link_but_its_words_stand() -> None:
    assert '<span class="missing">denne</span>' in _with_link()


def test_a_page_on_another_site_is_marked_as_such() -> None:
    assert '<a href="https://nav.no/" rel="external">nav</a>' in _with_link()


def test_bold_text_goes_on_through_a_link() -> None:
    prose, problems = read_prose("**[a](https://a.no/) b**")
    assert problems == ()
    assert read_prose("[**a**](https://a.no/)** b**") == (prose, ())
    assert [(run.text, run.bold) for run in prose[0].runs] == [("a", True), (" ", False), ("b", True)]  # type: ignore[union-attr]


def test_pictures_and_sound_of_an_item_are_fetched_from_where_the_site_has_them() -> None:
    home = plain_context("en")
    pictures = {"media/images/a.webp": Picture("/media/images/a.123.webp", 10, 20)}
    context = Context(home.language, home.languages, home.find, pictures)
    text = (
        "![Et hus](../../media/images/a.webp)\n\n```exercise\nid: a\ntype: flashcard\ninstruction: Les\nfront: hus\n"
        "audio:\n  normal: ../../media/audio/a.mp3\nimage:\n  src: ../../media/images/a.webp\n  alt: Et hus\n```"
    )
    html = markdown.markdown(text, extensions=[makeExtension(context=context, kind=Kind.EXERCISE)])
    assert Counter(Seen(html).addresses) == {"/media/images/a.123.webp": 2, "/media/audio/a.mp3": 1}
    assert 'width="10" height="20"' in html


def test_a_case_without_perspectives_is_still_a_case() -> None:
    text = "## En {#en}\n\nord\n\n## To {#to}\n\nord"
    html = markdown.markdown(text, extensions=[makeExtension(context=plain_context("nb"), kind=Kind.CASE)])
    assert 'class="part"' in html
    assert 'class="step"' not in html


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("## A {#a}\n\nx\n\n### B {#b .risky}\n\ny\n\n[Videre](#a)", 'class="choice risky"'),
        ("## A {#a .ending .good}\n\nx\n\n- y", 'class="scene start ending good"'),
        ("## A {#a}\n\nx\n\n## B {#b .strengths}\n\ny", 'class="strengths"'),
        ("## A {#a}\n\nx", 'class="step"'),
    ],
)
def test_where_nobody_says_the_kind_the_text_tells_it(text: str, sign: str) -> None:
    assert sign in markdown.markdown(text, extensions=["sitebuilder.markdown"])
