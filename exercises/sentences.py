"""Sentences to answer in: with places to write or to choose in, or with words to mark."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from exercises.elements import Page, add, add_group, add_text, shuffled
from exercises.marking import tokens
from exercises.model import Gap, GapField, GapSelect, MarkWords
from exercises.template import pieces

_NARROWEST, _WIDEST = 6, 40
"""How wide a gap may be, in characters. All gaps of an item are equally wide: width must not tell the answer."""


AS_TYPED = {"autocapitalize": "off", "autocorrect": "off", "spellcheck": "false"}
"""A phone that mends what is written would mend what is to be learned."""


def add_sentence(section: Element, item: Gap, page: Page, prefix: str) -> None:
    answers = [accepted.text for gap in item.gaps for accepted in gap.accept]
    width = min(max([_NARROWEST, *(len(answer) + 2 for answer in answers)]), _WIDEST)
    sentence = add(section, "p", class_="item-text", **page.norwegian)
    number = 0
    for piece in pieces(item.text):
        if piece.words:
            add_text(sentence, piece.words)
            continue
        number += 1
        control = f"{prefix}-gap-{number}"
        place = add(sentence, "span", class_="item-gap-place")
        add(place, "label", page.say("gap", number), for_=control, class_="item-gap-label", **page.own)
        named = {"id": control, "name": f"{prefix}-{piece.gap}", "autocomplete": "off"}
        if isinstance(item, GapSelect):
            _add_select(place, offered(item, piece.gap, prefix), page, **named)
        else:
            add(place, "input", type="text", size=str(width), **named, **AS_TYPED)


def offered(item: GapSelect, name: str, seed: str) -> tuple[str, ...]:
    """The words to choose from in one gap: the bank, the same everywhere, or what is told of the gap, mixed."""
    if item.bank:
        return shuffled(item.bank, seed)
    gap = next((gap for gap in item.gaps if gap.name == name), GapField(name))
    return shuffled([*(answer.text for answer in gap.accept), *(error.text for error in gap.errors)], f"{seed}-{name}")


def _add_select(parent: Element, words: tuple[str, ...], page: Page, **attributes: str) -> None:
    """``words`` are Norwegian, as the sentence around is; what says to choose is not."""
    select = add(parent, "select", **attributes)
    add(select, "option", page.say("choose"), value="", **page.own)
    for word in words:
        add(select, "option", word, value=word)


def add_markable(section: Element, item: MarkWords, page: Page, prefix: str) -> None:
    group = add_group(section, page.say("mark_words"))
    text = add(group, "p", class_="item-text", **page.norwegian)
    words = 0
    for token in tokens(item.text):
        if not token.is_word:
            add_text(text, token.text)
            continue
        words += 1
        control = f"{prefix}-word-{words}"
        word = add(text, "label", class_="item-mark", for_=control)
        add(word, "input", type="checkbox", id=control, name=prefix, value=str(words), autocomplete="off")
        add(word, "span", token.text)
