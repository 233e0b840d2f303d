"""What a machine must not touch: protected words, tags and their ids."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wagtail_localize.strings import StringValue

from cms.languages.machine.markup import Open, read, tags, write
from cms.languages.machine.masking import Unfit, mask, unmask
from cms.languages.machine.protected import Glossary
from tests.cms.languages.machine_server import shouted

NAMES = Glossary(never=frozenset({"Samira", "NAV"}), terms={"mentor": "مرشد", "fastlegen": "the GP"})
QUOTES = Glossary(quotes=True)


def there_and_back(html: str, glossary: Glossary = NAMES) -> str:
    masked = mask(html, glossary)
    return unmask(shouted(masked.html), masked)


@pytest.mark.parametrize(
    ("html", "translated"),
    [
        ("Hei Samira, ring NAV.", "HEI Samira, RING NAV."),
        ("<b>Samira</b> smiler", "<b>Samira</b> SMILER"),
        ('Les <a id="a1">om NAV</a><br/>nå', 'LES <a id="a1">OM NAV</a><br/>NÅ'),
        ("Din mentor", "DIN مرشد"),
        ("Fastlegen din", "The GP DIN"),  # A term begins as the word it stands for begins.
        ("samira og mentorer", "SAMIRA OG MENTORER"),  # A name has a capital; another form is another word.
        ("Samiras mor", "SAMIRAS MOR"),
        ("NAV-kontoret, sa NAV – og NAV.", "NAV-KONTORET, SA NAV – OG NAV."),
        ("mentor-en", "MENTOR-EN"),  # No half word is put in.
        ("Tom &amp; Samira &lt;3", "TOM &amp; Samira &lt;3"),
        ("10\xa0kr til Samira", "10\xa0KR TIL Samira"),
    ],
)
def test_protected_words_and_tags_come_back_as_they_were(html: str, translated: str) -> None:
    assert there_and_back(html) == translated


@pytest.mark.parametrize(
    ("html", "translated"),
    [
        ("Svar med «jeg er» her", "SVAR MED «jeg er» HER"),
        ("«Hun er her», sa han «nå»", "«Hun er her», SA HAN «nå»"),
    ],
)
def test_what_stands_in_quotation_marks_stays_where_norwegian_is_learned(html: str, translated: str) -> None:
    assert there_and_back(html, QUOTES) == translated


@pytest.mark.parametrize("html", ["Skriv «jeg <b>er</b>» her", "Skriv «jeg er", "er» her"])
def test_a_quotation_that_cannot_be_masked_is_left_to_a_person(html: str) -> None:
    with pytest.raises(Unfit):
        mask(html, QUOTES)


@pytest.mark.parametrize(("html", "is_all"), [("«Jeg er»", True), ("NAV", True), ("10–12.", True), ("NAV er", False)])
def test_what_is_protected_as_a_whole_needs_no_provider(html: str, is_all: bool) -> None:
    glossary = Glossary(never=frozenset({"NAV"}), quotes=True)
    masked = mask(html, glossary)
    assert masked.is_all_kept is is_all
    assert not is_all or unmask(masked.html, masked) == html


SOURCE = '<b>Hei</b> Samira, <a id="a1">les</a>'
KEEP = '<span translate="no" id="keep0">Samira</span>'


@pytest.mark.parametrize(
    "answer",
    [
        '<b>Hi</b> Samira, <a id="a1">read</a>',  # The mask is gone, even with the word there.
        f'<b>Hi</b> {KEEP} {KEEP}, <a id="a1">read</a>',
        f'<b>Hi</b> {KEEP}, <a id="a1">read</a> <span id="keep1">x</span>',
        f'<b>Hi</b> {KEEP}, <a id="a2">read</a>',
        f"<b>Hi</b> {KEEP}, <a>read</a>",
        f'<b>Hi</b> {KEEP}, <a id="a1" href="https://x.example">read</a>',
        f'<b>Hi</b> {KEEP}, <a id="a1">read</a><script>alert(1)</script>',
        f'<b>Hi</b> {KEEP}, <a id="a1">read</a><!-- x -->',
        f'<b onclick="x()">Hi</b> {KEEP}, <a id="a1">read</a>',
        f'<b>Hi {KEEP}, <a id="a1">read</a>',
        f'<b>Hi</b></b> {KEEP}, <a id="a1">read</a>',
        f'<b>Hi <a id="a1">{KEEP}</b> read</a>',
        f'<b></b>Hi {KEEP}, <a id="a1">read</a>',
        f'Hi {KEEP}, <a id="a1">read</a>',
        f'<i>Hi</i> {KEEP}, <a id="a1">read</a>',
        f'<b>Hi</b> {KEEP}, <a id="a1">read</a>' + " (laughter)" * 60,
        f'<b>Hi</b>\x00 {KEEP}, <a id="a1">read</a>',
        f'<b>Hi</b>\ud800 {KEEP}, <a id="a1">read</a>',
        "",
    ],
)
def test_an_answer_that_lost_or_added_something_is_refused(answer: str) -> None:
    masked = mask(SOURCE, NAMES)
    with pytest.raises(Unfit):
        unmask(answer, masked)


def test_a_line_break_is_written_either_way() -> None:
    masked = mask("Hei<br/>du", NAMES)
    assert unmask("Hi<br>you", masked) == unmask("Hi<br/>you", masked) == "Hi<br/>you"
    with pytest.raises(Unfit):
        unmask("Hi<br></br>you", masked)


@pytest.mark.parametrize(
    ("answer", "kept"),
    [
        (f'<a id="a1">Read</a>, {KEEP}: <b>hi</b>', '<a id="a1">Read</a>, Samira: <b>hi</b>'),  # Other order of words.
        (f'<b>Hi</b>\n {KEEP}, <a id="a1">read</a>\n', '<b>Hi</b> Samira, <a id="a1">read</a>'),
        ('<b>Hi</b> <span id="keep0">Самира <i>х</i></span>, <a id="a1">r</a>', '<b>Hi</b> Samira, <a id="a1">r</a>'),
        (f'<b>مرحبا</b> {KEEP}، <a id="a1">اقرأ</a>', '<b>مرحبا</b> Samira، <a id="a1">اقرأ</a>'),
        (
            f'<b>R&amp;D&nbsp;&eacute;</b> {KEEP}, <a id="a1">1 < 2</a>',
            '<b>R&amp;D\xa0é</b> Samira, <a id="a1">1 &lt; 2</a>',
        ),
    ],
)
def test_what_a_provider_may_do(answer: str, kept: str) -> None:
    assert unmask(answer, mask(SOURCE, NAMES)) == kept
    assert StringValue.from_translated_html(kept).data == kept  # And localize reads it as the same.


words = st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=12)
plain = (
    st.sampled_from(["Samira", " NAV ", " og ", "mentor", " «jeg er» ", ".", "\xa0", "Øst", " & ", "<", "samira"])
    | words
)


@st.composite
def lines(draw: st.DrawFn) -> str:
    """A text as localize keeps it: words, some of them in tags."""
    written = []
    for place, text in enumerate(draw(st.lists(plain, min_size=1, max_size=8))):
        said = StringValue.from_plaintext(text).data
        around = draw(st.sampled_from(["{}", "{}", "<b>{}</b>", "<i>{}</i>", f'<a id="a{place}">{{}}</a>', "{}<br/>"]))
        written.append(around.format(said))
    return "".join(written)


@given(lines(), st.booleans())
def test_whatever_the_words_those_that_are_protected_are_unchanged(html: str, quotes: bool) -> None:
    glossary = Glossary(never=frozenset({"Samira", "NAV"}), quotes=quotes)
    try:
        masked = mask(html, glossary)
    except Unfit:
        assert quotes  # Only a quotation with tags in it, or half of one, is left to a person.
        assert "«" in html or "»" in html
        return
    try:
        back = unmask(shouted(masked.html), masked)
    except Unfit:
        assert not write(read(shouted(masked.html))).strip() or not html.strip()
        return
    assert tags(read(back)) == tags(masked.pieces)
    assert not any(tag == Open("span") for tag in tags(read(back)))
    kept = [found for found in masked.kept if found in ("Samira", "NAV")]
    text = StringValue(back).render_text()
    assert all(text.count(found) >= kept.count(found) for found in kept)
    assert all(found in text for found in masked.kept)
    assert len(re.findall("keep[0-9]", back)) == len(re.findall("keep[0-9]", html, re.IGNORECASE))


shards = [
    "<b>",
    "</b>",
    KEEP,
    '<a id="a1">',
    "</a>",
    "<span>",
    "</span>",
    "<br/>",
    "<",
    "&lt;",
    "hi",
    " ",
    "<!--",
    "-->",
]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(shards), max_size=12).map("".join))
def test_nothing_a_provider_answers_breaks_more_than_its_own_text(answer: str) -> None:
    masked = mask(SOURCE, NAMES)
    try:
        kept = unmask(answer, masked)
    except Unfit:
        return
    assert tags(read(kept)) == tags(read(SOURCE))
