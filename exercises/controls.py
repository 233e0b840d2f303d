"""What the reader answers with: native controls, each with a name of its own, that work without scripts.

Each function adds the controls of one type of item to its section. ``prefix`` begins every id, so that several sets
can stand on one page.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from exercises.dialogue import add_dialogue
from exercises.elements import Page, add, add_folded, add_group, shuffled
from exercises.model import (
    Choice,
    Decoy,
    Dialogue,
    Dictation,
    Flashcard,
    Gap,
    Item,
    MarkWords,
    MatchPairs,
    Order,
    OrderLines,
    Pair,
    Write,
)
from exercises.sentences import AS_TYPED, add_markable, add_sentence


def add_controls(section: Element, item: Item, page: Page, prefix: str) -> None:
    match item:
        case Choice():
            _add_choice(section, item, page, prefix)
        case Gap():
            add_sentence(section, item, page, prefix)
        case Order():
            _add_order(section, item, page, prefix)
        case MatchPairs():
            _add_pairs(section, item, page, prefix)
        case MarkWords():
            add_markable(section, item, page, prefix)
        case Dictation():
            _add_dictation(section, page, prefix)
        case Flashcard():
            _add_card(section, item, page)
        case Write():
            _add_write(section, item, page, prefix)
        case Dialogue():
            add_dialogue(section, item, page)
        case _:
            raise TypeError(f"no way to show an item of {type(item).__name__}")


def _add_choice(section: Element, item: Choice, page: Page, prefix: str) -> None:
    several = sum(option.correct for option in item.options) > 1
    add(section, "p", item.stem, class_="item-stem", id=f"{prefix}-stem", **page.norwegian)
    group = add_group(section, page.say("choose_all" if several else "choose_one"), f"{prefix}-stem")
    for option in item.options:
        row = add(group, "div", class_="item-option")
        control = f"{prefix}-option-{option.id}"
        kind = "checkbox" if several else "radio"
        add(row, "input", type=kind, id=control, name=prefix, value=option.id, autocomplete="off")
        add(row, "label", option.text, for_=control, **page.norwegian)


def _add_order(section: Element, item: Order, page: Page, prefix: str) -> None:
    if item.lead:
        add(section, "p", item.lead, class_="item-lead", id=f"{prefix}-lead", **page.norwegian)
    legend, list_class, piece = ("number_words", "item-words", "word")
    if isinstance(item, OrderLines):
        legend, list_class, piece = ("number_lines", "item-lines", "line")
    group = add_group(section, page.say(legend), f"{prefix}-lead" if item.lead else "")
    words = add(group, "ul", class_=list_class)
    places = range(1, len(item.pieces) + 1)
    still = [place for place in places if place in item.fixed]
    loose = [(place, item.pieces[place - 1]) for place in places if place not in item.fixed]
    by_word = iter(_mixed(loose, prefix))
    for n in places:
        place, token = (n, item.pieces[n - 1]) if n in still else next(by_word)
        row = add(words, "li")
        control = f"{prefix}-{piece}-{n}"
        add(row, "label", token, for_=control, **page.norwegian)
        select = add(row, "select", id=control, name=control, autocomplete="off")
        if place in still:
            select.set("disabled", "disabled")
            add(select, "option", str(place), value=str(place), selected="selected")
            continue
        add(select, "option", "–", value="")
        for free in places:
            if free not in still:
                add(select, "option", str(free), value=str(free))


def _mixed(loose: list[tuple[int, str]], seed: str) -> list[tuple[int, str]]:
    """The loose words in another order than the right one, which words that are alike must not hide."""
    words = shuffled([token for _, token in loose], seed)
    waiting = list(loose)
    mixed = []
    for word in words:
        found = next(pair for pair in waiting if pair[1] == word)
        waiting.remove(found)
        mixed.append(found)
    return mixed


def _add_pairs(section: Element, item: MatchPairs, page: Page, prefix: str) -> None:
    sides: list[Pair | Decoy] = [*item.pairs, *item.decoys]
    rights = shuffled([(side.right, side.answer) for side in sides], prefix)
    group = add_group(section, page.say("find_partner"))
    rows = add(group, "ul", class_="item-pairs")
    for n, pair in enumerate(item.pairs, 1):
        row = add(rows, "li")
        control = f"{prefix}-pair-{n}"
        add(row, "label", pair.left, for_=control, **page.norwegian)
        select = add(row, "select", id=control, name=control, autocomplete="off")
        add(select, "option", page.say("choose"), value="")
        for value, (right, answer) in enumerate(rights, 1):
            attributes = {"dir": "auto"} if right else page.norwegian
            add(select, "option", right or answer, value=str(value), **attributes)


def _add_dictation(section: Element, page: Page, prefix: str) -> None:
    control = f"{prefix}-text"
    add(section, "label", page.say("write_here"), for_=control)
    named = {"id": control, "name": control, "rows": "2", "autocomplete": "off"}
    add(section, "textarea", **named, **AS_TYPED, **page.norwegian)


def _add_card(section: Element, item: Flashcard, page: Page) -> None:
    card = add_folded(section, "", "item-card")
    add(card[0], "span", item.front, **page.norwegian)
    if item.back:
        add(card, "p", item.back, dir="auto")
    if item.example:
        add(card, "p", item.example, class_="item-example", **page.norwegian)


def _add_write(section: Element, item: Write, page: Page, prefix: str) -> None:
    control = f"{prefix}-text"
    add(section, "p", item.prompt, class_="item-prompt", id=f"{prefix}-prompt", dir="auto")
    add(section, "label", page.say("write_here"), for_=control)
    described = {"aria-describedby": f"{prefix}-prompt"}
    add(section, "textarea", id=control, name=control, rows="6", autocomplete="off", **described, **page.norwegian)
    if item.checklist:
        group = add_group(section, page.say("checklist"))
        for n, line in enumerate(item.checklist, 1):
            row = add(group, "div", class_="item-check")
            check = f"{prefix}-check-{n}"
            add(row, "input", type="checkbox", id=check, autocomplete="off")
            add(row, "label", line, for_=check, dir="auto")
