"""A case on its page: what stands open, what is folded, and what each fold is called."""

from __future__ import annotations

import markdown
import pytest
from bs4 import BeautifulSoup
from sitebuilder.contract.document import PERSPECTIVES, Kind
from sitebuilder.languages import ORDER
from sitebuilder.markdown import makeExtension
from sitebuilder.markdown.context import plain_context

QUESTION = '??? question "Stopp"\n\n    Hva nå?'
TEXT = f"""\
Først.

## Lege {{#lege}}

En.

{QUESTION}

## Planen {{#planen}}

{QUESTION}

To.

## Faren {{#faren .perspective .family}}

Tre.

## Styrker {{#styrker .strengths}}

Fire.

## Til lederen {{#gruppe .facilitator}}

Fem.
"""
IGNORED = 'data-pagefind-ignore="all"'


def html_of(text: str, language: str = "nb") -> str:
    return markdown.markdown(text, extensions=[makeExtension(context=plain_context(language), kind=Kind.CASE)])


def parsed(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def test_a_whole_case_becomes_exactly_this() -> None:
    asked = "<summary>Stopp</summary><p>Hva nå?</p></details>"
    assert html_of(TEXT).split("\n") == [
        "<p>Først.</p>",
        '<section class="part" id="lege" aria-labelledby="lege_title">'
        f'<p class="part-place" {IGNORED}>Del 1 av 2</p><h2 id="lege_title">Lege</h2><p>En.</p>'
        f'<details class="admonition question" open="open">{asked}</section>',
        '<section class="part" id="planen" aria-labelledby="planen_title"><details class="folded"><summary>'
        f'<span class="part-onward" {IGNORED}>Les videre: del 2 av 2</span>'
        f'<span class="part-place" {IGNORED}>Del 2 av 2</span><h2 id="planen_title">Planen</h2></summary>'
        f'<details class="admonition question">{asked}<p>To.</p></details></section>',
        '<section class="perspectives" aria-labelledby="case_perspectives">'
        f'<h2 id="case_perspectives" {IGNORED}>Slik ser de det selv</h2>'
        '<section class="perspective family" id="faren" aria-labelledby="faren_title"><details class="folded">'
        f'<summary><h3 id="faren_title">Faren</h3><span class="seen-by" {IGNORED}>Slik ser familien det</span>'
        "</summary><p>Tre.</p></details></section></section>",
        '<section class="strengths" id="styrker" aria-labelledby="styrker_title"><h2 id="styrker_title">Styrker</h2>'
        "<p>Fire.</p></section>",
        f'<section class="facilitator" id="gruppe" aria-labelledby="gruppe_title" {IGNORED}>'
        '<details class="folded"><summary><h2 id="gruppe_title">Til lederen</h2>'
        '<span class="show-notes">Vis notatene</span></summary><p>Fem.</p></details></section>',
    ]


def test_a_case_without_any_text_is_still_a_page() -> None:
    assert html_of("") == ""
    assert 'class="part-place"' in html_of("## En {#en}")


def test_sections_that_came_in_another_order_keep_it() -> None:
    """`toolbox check` tells of it; a preview must show it all the same."""
    soup = parsed(html_of("## A {#a .strengths}\n\n## B {#b}\n\n## C {#c .perspective .mentor}\n\n## D {#d}"))
    assert [made["id"] for made in soup.select("section[id]")] == ["a", "b", "c", "d"]


def test_a_reader_who_presses_nothing_meets_the_first_part_and_the_strengths_alone() -> None:
    soup = parsed(html_of(TEXT))
    for folded in soup.select("details:not([open])"):
        for hidden in folded.find_all(recursive=False):
            if hidden.name != "summary":
                hidden.decompose()
    text = soup.get_text(" ")
    assert [word for word in ("En.", "Hva nå?", "To.", "Tre.", "Fire.", "Fem.") if word in text] == [
        "En.",
        "Hva nå?",
        "Fire.",
    ]


def test_the_outline_holds_the_title_of_every_part_and_no_words_of_ours_beside_it() -> None:
    headings = [heading.get_text() for heading in parsed(html_of(TEXT)).select("h2, h3")]
    assert headings == ["Lege", "Planen", "Slik ser de det selv", "Faren", "Styrker", "Til lederen"]


@pytest.mark.parametrize("language", ORDER)
def test_every_language_says_who_sees_it_so(language: str) -> None:
    text = "".join(f"## {whose} {{#{whose} .perspective .{whose}}}\n\nx\n\n" for whose in PERSPECTIVES)
    labels = [label.get_text() for label in parsed(html_of(text, language)).select(".seen-by")]
    assert len(set(labels)) == len(PERSPECTIVES)
    assert all(labels)


def test_a_box_for_the_leader_is_folded_whether_or_not_its_author_thought_of_it() -> None:
    text = '## Lege {#lege}\n\n!!! facilitator "Til deg"\n\n    Vent.\n\nSå.'
    assert '<details class="admonition facilitator"><summary>Til deg</summary><p>Vent.</p></details>' in html_of(text)
