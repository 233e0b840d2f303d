"""What stands in the folded boxes below an item: hints before answering, and the key after."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from exercises.elements import Page, add, add_folded, add_labelled, add_list
from exercises.marking import tokens
from exercises.model import (
    Accepted,
    Choice,
    Dictation,
    Gap,
    GapField,
    Item,
    KnownError,
    MarkWords,
    MatchPairs,
    Order,
    OrderLines,
    Write,
)
from exercises.template import gap_names

_BEFORE_MARK = re.compile(r" (?=[.,!?:;]( |$))")


def add_hints(section: Element, item: Item, page: Page) -> None:
    """The hints of an item and of its gaps, if it has any; where there are several gaps, each is named."""
    gaps = _in_order(item) if isinstance(item, Gap) else []
    hints = [(page.say("gap", number), gap.hint) for number, gap in enumerate(gaps, 1) if gap.hint]
    if not hints and not item.hint:
        return
    box = add_folded(section, page.say("hint"), "item-hint")
    if item.hint:
        add(box, "p", item.hint, dir="auto")
    for name, hint in hints:
        if len(gaps) > 1:
            add_labelled(box, name, hint, dir="auto")
        else:
            add(box, "p", hint, dir="auto")


def add_key(section: Element, item: Item, page: Page) -> None:
    """The right answers and what can be said of the wrong ones, if there is anything to say."""
    summary = page.say("show_models" if isinstance(item, Write) else "show_answer")
    key = add_folded(section, summary, "item-key")
    match item:
        case Choice():
            _add_options(key, item, page)
        case Gap():
            for number, gap in enumerate(_in_order(item), 1):
                _add_gap(key, gap, page.say("gap", number), page)
        case OrderLines():
            for lines in item.right_orders:
                add_list(key, lines, tag="ol", **page.norwegian)
        case Order():
            add_list(key, map(sentence, item.right_orders), **page.norwegian)
        case MatchPairs():
            _add_pairs(key, item, page)
        case MarkWords():
            add_list(key, dict.fromkeys(t.text for t in tokens(item.text) if t.is_marked), **page.norwegian)
            _add_mistakes(key, item.errors, page)
        case Dictation():
            _add_right(key, page.say("what_is_said"), (Accepted(item.sentence), *item.accept), page)
            _add_mistakes(key, item.errors, page)
        case Write():
            add_list(key, item.models, **page.norwegian)
    if item.audio and not isinstance(item, Dictation):
        add_labelled(key, page.say("what_is_said"), item.audio.transcript, **page.norwegian)
    add_labelled(key, page.say("explanation"), item.explanation, dir="auto")
    if len(key) == 1:
        section.remove(key)


def sentence(tokens: Iterable[str]) -> str:
    """Words as a sentence, with no blank before a mark that closes it."""
    return _BEFORE_MARK.sub("", " ".join(tokens))


def _in_order(item: Gap) -> list[GapField]:
    """The gaps in the order the text has them."""
    gaps = {gap.name: gap for gap in item.gaps}
    return [gaps[name] for name in gap_names(item.text) if name in gaps]


def _add_options(key: Element, item: Choice, page: Page) -> None:
    options = add(key, "ul")
    for option in item.options:
        if option.correct or option.feedback:
            row = add(options, "li")
            add(row, "span", option.text, **page.norwegian).tail = ": "
            add(row, "strong", page.say("right" if option.correct else "not_right")).tail = ". "
            if option.feedback:
                add(row, "span", option.feedback, dir="auto")


def _add_gap(key: Element, gap: GapField, name: str, page: Page) -> None:
    _add_right(key, name, gap.accept, page)
    _add_mistakes(key, gap.errors, page)


def _add_right(key: Element, label: str, accept: Sequence[Accepted], page: Page) -> None:
    """The usual answer under its label, and then the others that are right."""
    answers = [(answer.text, answer.note) for answer in accept]
    _add_answers(key, label, answers[:1], page)
    _add_answers(key, page.say("also_right"), answers[1:], page)


def _add_mistakes(key: Element, errors: Sequence[KnownError], page: Page) -> None:
    explained = [(error.text, error.feedback) for error in errors if error.feedback]
    _add_answers(key, page.say("common_mistakes"), explained, page)


def _add_answers(key: Element, label: str, answers: list[tuple[str, str]], page: Page) -> None:
    """Answers after a label, each with what can be said of it."""
    if not answers:
        return
    add(key, "p").append(_strong(f"{label}:"))
    rows = add(key, "ul")
    for text, remark in answers:
        row = add(rows, "li")
        words = add(row, "span", text, **page.norwegian)
        if remark:
            words.tail = " – "
            add(row, "span", remark, dir="auto")


def _add_pairs(key: Element, item: MatchPairs, page: Page) -> None:
    rows = add(key, "ul")
    for pair in item.pairs:
        row = add(rows, "li")
        add(row, "span", pair.left, **page.norwegian).tail = " – "
        attributes = {"dir": "auto"} if pair.right else page.norwegian
        add(row, "span", pair.right or pair.answer, **attributes)


def _strong(text: str) -> Element:
    element = Element("strong")
    element.text = text
    return element
