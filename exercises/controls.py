"""What the reader answers with: native controls, each with a name of its own, that work without scripts.

Each function adds the controls of one type of item to its section. ``prefix`` begins every id, so that several sets
can stand on one page.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from exercises.elements import Page, add, add_folded, add_text, shuffled
from exercises.model import Choice, Decoy, Flashcard, Gap, Item, MatchPairs, OrderWords, Pair, Write
from exercises.template import pieces

_NARROWEST, _WIDEST = 6, 40
"""How wide a gap may be, in characters. All gaps of an item are equally wide: width must not tell the answer."""


def add_controls(section: Element, item: Item, page: Page, prefix: str) -> None:
    match item:
        case Choice():
            _add_choice(section, item, page, prefix)
        case Gap():
            _add_gap(section, item, page, prefix)
        case OrderWords():
            _add_order(section, item, page, prefix)
        case MatchPairs():
            _add_pairs(section, item, page, prefix)
        case Flashcard():
            _add_card(section, item, page)
        case Write():
            _add_write(section, item, page, prefix)
        case _:
            raise TypeError(f"no way to show an item of {type(item).__name__}")


def _add_choice(section: Element, item: Choice, page: Page, prefix: str) -> None:
    several = sum(option.correct for option in item.options) > 1
    add(section, "p", item.stem, class_="item-stem", id=f"{prefix}-stem", **page.norwegian)
    group = _add_group(section, page.say("choose_all" if several else "choose_one"), f"{prefix}-stem")
    for option in item.options:
        row = add(group, "div", class_="item-option")
        control = f"{prefix}-option-{option.id}"
        kind = "checkbox" if several else "radio"
        add(row, "input", type=kind, id=control, name=prefix, value=option.id, autocomplete="off")
        add(row, "label", option.text, for_=control, **page.norwegian)


def _add_gap(section: Element, item: Gap, page: Page, prefix: str) -> None:
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
        add(
            place,
            "input",
            type="text",
            id=control,
            name=f"{prefix}-{piece.gap}",
            size=str(width),
            autocomplete="off",
            autocapitalize="off",
            autocorrect="off",
            spellcheck="false",
        )


def _add_order(section: Element, item: OrderWords, page: Page, prefix: str) -> None:
    if item.lead:
        add(section, "p", item.lead, class_="item-lead", id=f"{prefix}-lead", **page.norwegian)
    group = _add_group(section, page.say("number_words"), f"{prefix}-lead" if item.lead else "")
    words = add(group, "ul", class_="item-words")
    places = range(1, len(item.tokens) + 1)
    still = [place for place in places if place in item.fixed]
    loose = [(place, item.tokens[place - 1]) for place in places if place not in item.fixed]
    by_word = iter(_mixed(loose, prefix))
    for n in places:
        place, token = (n, item.tokens[n - 1]) if n in still else next(by_word)
        row = add(words, "li")
        control = f"{prefix}-word-{n}"
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
    group = _add_group(section, page.say("find_partner"))
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
        group = _add_group(section, page.say("checklist"))
        for n, line in enumerate(item.checklist, 1):
            row = add(group, "div", class_="item-check")
            check = f"{prefix}-check-{n}"
            add(row, "input", type="checkbox", id=check, autocomplete="off")
            add(row, "label", line, for_=check, dir="auto")


def _add_group(section: Element, legend: str, described_by: str = "") -> Element:
    attributes = {"aria-describedby": described_by} if described_by else {}
    group = add(section, "fieldset", class_="item-controls", **attributes)
    add(group, "legend", legend)
    return group
