"""What an item looks like without scripts."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, tostring

import pytest

from exercises import html
from exercises.elements import shuffled
from exercises.html import STRINGS, render
from exercises.model import (
    Accepted,
    Audio,
    Choice,
    Decoy,
    Dialogue,
    Dictation,
    Flashcard,
    Gap,
    GapField,
    GapSelect,
    Item,
    KnownError,
    Line,
    MarkWords,
    MatchPairs,
    Option,
    OrderLines,
    OrderWords,
    Pair,
    Part,
    Picture,
    Write,
)

WORDS = {key: f"[{key}]" for key in STRINGS} | {"exercise.gap": "Ord {number}"}
EVIL = "<script>alert(1)</script>&amp;\"'"

GAP = Gap(
    id="bor",
    instruction="Skriv.",
    text="Jeg {verb} i {by}.",
    gaps=(
        GapField("by", (Accepted("Oslo"),), hint="hovedstaden"),
        GapField(
            "verb", (Accepted("bor"), Accepted("lever", "Uvanlig.")), (KnownError("bo", "Husk -r."), KnownError("b"))
        ),
    ),
    gloss="أسكن",
    hint="Tenk.",
    explanation="Slik.",
    audio=Audio("bor.mp3", "sakte.mp3", "Jeg bor i Oslo.", "Kari", "østnorsk"),
    image=Picture("hus.webp", "Et hus"),
)
CHOICE = Choice(
    id="v", instruction="Velg.", stem="Hvem?", options=(Option("x", "hun", True), Option("y", "han", False, "Nei."))
)
ORDER = OrderWords(
    id="o", instruction="Ordne.", tokens=("Nå", "bor", "jeg", "her", "."), orders=((3, 2, 1, 4, 5),), fixed=(5,)
)
PAIRS = MatchPairs(
    id="p", instruction="Finn.", pairs=(Pair("hus", "дім"), Pair("gutt", answer="en gutt")), decoys=(Decoy("кіт"),)
)
CARD = Flashcard(id="k", instruction="Les.", front="hus", back="дім", example="Et rødt hus.")
WRITE = Write(id="w", instruction="Skriv.", prompt="Fortell.", checklist=("Stor bokstav",), models=("Jeg heter Ali.",))
SELECT = GapSelect(
    id="s",
    instruction="Velg.",
    text="Bussen {verb} {tid}.",
    gaps=(
        GapField("verb", (Accepted("går"),), (KnownError("gå", "Husk -r."),)),
        GapField("tid", (Accepted("nå"),), (KnownError("da"),)),
    ),
)
LINES = OrderLines(id="l", instruction="Ordne.", lines=("– Hei!", "– Hei, Kari.", "– Ha det!"), fixed=(1,))
MARKS = MarkWords(id="m", instruction="Marker.", text="Jeg [bor], du bor.", errors=(KnownError("Jeg", "Et pronomen."),))
DICTATION = Dictation(id="d", instruction="Hør.", sentence="Kaffen er varm.", accept=(Accepted("Kaffien er varm."),))
TALK = Dialogue(
    id="t",
    instruction="Les.",
    parts=(Part("a", "Kunden", "Du vil ha te."), Part("b", "Ekspeditøren")),
    lines=(Line("a", "Har dere te?"), Line("b", "Ja.")),
)
ALL: list[Item] = [GAP, CHOICE, ORDER, PAIRS, CARD, WRITE, SELECT, LINES, MARKS, DICTATION, TALK]

every_item = pytest.mark.parametrize("item", ALL, ids=[item.type for item in ALL])


def shown(item: Item, language: str = "ar") -> Element:
    return render(item, strings=WORDS, language=language)


def words(element: Element) -> str:
    return "".join(element.itertext())


def controls(section: Element) -> list[Element]:
    return [element for element in section.iter() if element.tag in ("input", "select", "textarea")]


@every_item
def test_every_control_has_a_label_of_its_own(item: Item) -> None:
    section = shown(item)
    labels = sorted(str(label.get("for")) for label in section.iter("label"))
    assert sorted(str(control.get("id")) for control in controls(section)) == labels
    assert all(words(label).strip() for label in section.iter("label"))


@every_item
def test_ids_are_unique_and_every_reference_has_its_target(item: Item) -> None:
    section = shown(item)
    ids = [element.get("id") for element in section.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    for element in section.iter():
        for name in ("for", "aria-labelledby", "aria-describedby"):
            assert element.get(name) is None or element.get(name) in ids


@every_item
def test_there_is_no_inline_style_or_script(item: Item) -> None:
    for element in shown(item).iter():
        assert element.tag not in ("script", "style")
        assert not [name for name in element.attrib if name == "style" or name.startswith("on")]


@every_item
def test_norwegian_is_marked_in_pages_of_other_languages_only(item: Item) -> None:
    marked = [element for element in shown(item, "ar").iter() if element.get("lang") == "nb"]
    assert marked
    assert all(element.get("dir") == "ltr" for element in marked)
    assert [element for element in shown(item, "nb").iter() if element.get("lang")] == []


@every_item
def test_the_page_is_the_same_at_every_build(item: Item) -> None:
    assert tostring(shown(item)) == tostring(shown(item))


class Seen(HTMLParser):
    """What a browser makes of the HTML: its elements and its text."""

    def __init__(self, section: Element) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(tostring(section, encoding="unicode", method="html"))

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)


def test_what_looks_like_html_stays_text() -> None:
    plain, evil = (
        Gap(
            id="a",
            instruction=text,
            text=text + "{g}",
            gaps=(GapField("g", (Accepted(text, text),), (KnownError(text, text),), hint=text),),
            gloss=text,
            hint=text,
            explanation=text,
            image=Picture("x.webp", text),
        )
        for text in ("ord", EVIL)
    )
    assert Seen(shown(evil)).tags == Seen(shown(plain)).tags
    assert Seen(shown(evil)).text == Seen(shown(plain)).text.replace("ord", EVIL)


def test_a_gap_is_written_in_its_sentence_and_answered_in_its_key() -> None:
    section = shown(GAP)
    text = section.find("p[@class='item-text']")
    assert text is not None
    assert words(text) == "Jeg Ord 1 i Ord 2."
    assert {control.get("size") for control in controls(section)} == {"7"}
    key = section.find("details[@class='item-key']")
    assert key is not None
    told = words(key)
    assert (
        told.index("Ord 1:bor")
        < told.index("lever – Uvanlig.")
        < told.index("bo – Husk -r.")
        < told.index("Ord 2:Oslo")
    )
    assert "Jeg bor i Oslo." in told
    assert "Jeg bor i Oslo." not in words(section).replace(told, "")


def test_several_right_options_are_checkboxes_and_one_is_a_radio_button() -> None:
    both = Choice(id="b", instruction="Velg.", stem="?", options=tuple(Option(c, c, c != "c") for c in "abc"))
    assert [control.get("type") for control in controls(shown(CHOICE))] == ["radio"] * 2
    assert [control.get("type") for control in controls(shown(both))] == ["checkbox"] * 3


def test_words_to_order_are_mixed_except_those_that_stand_still() -> None:
    section = shown(ORDER)
    labels = [words(label) for label in section.iter("label")]
    assert labels[:4] != ["Nå", "bor", "jeg", "her"]
    assert sorted(labels[:4]) == sorted(["Nå", "bor", "jeg", "her"])
    assert labels[4] == "."
    fixed = list(section.iter("select"))[4]
    assert (fixed.get("disabled"), words(fixed)) == ("disabled", "5")
    key = section.find("details[@class='item-key']")
    assert key is not None
    assert [words(line) for line in key.iter("li")] == ["Nå bor jeg her.", "jeg bor Nå her."]


def test_each_left_side_can_be_given_every_right_side_and_decoy() -> None:
    offered = [[words(option) for option in select.iter("option")] for select in shown(PAIRS).iter("select")]
    assert len(offered) == 2
    assert offered[0] == offered[1]
    assert sorted(offered[0]) == sorted(["[exercise.choose]", "дім", "en gutt", "кіт"])


def test_a_card_is_turned_by_opening_it() -> None:
    card = shown(CARD).find("details[@class='item-card']")
    assert card is not None
    assert [words(part) for part in card] == ["hus", "дім", "Et rødt hus."]


def test_an_item_with_nothing_to_tell_has_no_empty_boxes() -> None:
    section = shown(Write(id="w", instruction="Skriv.", prompt="Fortell."))
    assert list(section.iter("details")) == []


def test_a_missing_word_of_the_page_is_named() -> None:
    with pytest.raises(KeyError, match=r"exercise\.choose_one"):
        render(CHOICE, strings={}, language="nb")


def test_the_list_of_words_holds_exactly_those_the_code_asks_for() -> None:
    asked: set[str] = set()

    class Asked(dict[str, str]):
        def __missing__(self, key: str) -> str:
            asked.add(key)
            return key

    several = Choice(id="b", instruction="Velg.", stem="?", options=tuple(Option(c, c, c != "c") for c in "abc"))
    for item in [*ALL, several]:
        html.render(item, strings=Asked(), language="nb")
    assert asked == set(STRINGS)


def test_a_shuffle_never_leaves_everything_in_its_place() -> None:
    for seed in range(200):
        assert shuffled("ab", str(seed)) == ("b", "a")
    assert shuffled("aa", "x") == ("a", "a")
    assert shuffled("", "x") == ()


def test_each_gap_offers_its_own_words_or_all_of_the_bank() -> None:
    def offered(item: GapSelect) -> list[list[str]]:
        return [sorted(str(o.text) for o in s.iter("option") if o.get("value")) for s in shown(item).iter("select")]

    assert offered(SELECT) == [["gå", "går"], ["da", "nå"]]
    bank = replace(SELECT, bank=("går", "nå", "er"))
    assert offered(bank) == [["er", "går", "nå"]] * 2


def test_every_word_of_a_text_can_be_marked_and_the_key_names_those_to_mark() -> None:
    section = shown(MARKS, "nb")
    assert [label[1].text for label in section.iter("label")] == ["Jeg", "bor", "du", "bor"]
    assert [box.get("value") for box in section.iter("input")] == ["1", "2", "3", "4"]
    key = next(one for one in section.iter("details") if one.get("class") == "item-key")
    assert [li.text or words(li) for li in key.iter("li")] == ["bor", "Jeg – Et pronomen."]


def test_each_of_two_has_a_card_with_the_own_lines() -> None:
    section = shown(TALK)
    cards = [one for one in section.iter("details") if one.get("class") == "item-part"]
    assert [[words(li) for li in card.iter("li")] for card in cards] == [["Har dere te?", "…"], ["…", "Ja."]]
    assert "Du vil ha te." in words(section)


def test_lines_are_never_shown_in_their_right_order() -> None:
    section = shown(replace(LINES, fixed=()))
    assert [str(label.text) for label in section.iter("label")] != list(LINES.lines)


@pytest.mark.parametrize("orders", [((9, 1, 2),), ((1, 2),), ((0, 1, 2),), ((1, 1, 2),)])
def test_a_draft_with_an_order_of_other_places_is_shown_without_it(orders: tuple[tuple[int, ...], ...]) -> None:
    for item in (replace(ORDER, orders=orders), replace(LINES, orders=orders)):
        assert tostring(shown(item)) == tostring(shown(replace(item, orders=())))


def test_two_items_may_have_the_same_instruction() -> None:
    assert shown(GAP).get("role") == "group"  # Landmarks of one name would be told apart by nobody.
