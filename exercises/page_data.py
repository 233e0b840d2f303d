"""What the page's script has to know of an item to tell whether an answer is right.

It is read off the controls that are shown, by their values and in their order, so that the two always fit. The same
answers stand in the item's key: nothing here is secret. A draft with mistakes gets as much as makes sense of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

from exercises.answer_keys import keys_as_data
from exercises.judge import AnswerKey
from exercises.marking import tokens
from exercises.model import Choice, Dictation, Flashcard, Item, MarkWords, MatchPairs, Order, OrderWords
from exercises.normalise import normalise
from exercises.word_order import late_verbs


def add_page_data(section: Element, item: Item, keys: Mapping[str, AnswerKey]) -> None:
    """Sets ``data-key`` on a finished section with something to judge, ``data-said`` on one with something to hear."""
    data = page_data(item, keys, section)
    if data:
        section.set("data-key", json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    if said := spoken(item):
        section.set("data-said", said)


def page_data(item: Item, keys: Mapping[str, AnswerKey], section: Element) -> dict[str, Any]:
    """Plain JSON data, {} for an item that has no right answer. ``section`` holds the item's controls.

    A typed answer is judged by its key: {name: key}. Of what is chosen or marked ``right`` names the right values and
    ``feedback`` says what there is to say, by value. ``orders`` are right orders of the rows as they are shown, counted
    from 1, ``late`` are right sentences with their verb too late, and ``pairs`` has the right value for each row.
    """
    match item:
        case Choice(options=options):
            right = [option.id for option in options if option.correct]
            return _chosen(right, {option.id: option.feedback for option in options})
        case MarkWords():
            return _marked(item, section)
        case Order():
            orders = list(_orders(item, section))
            late = sorted(late_verbs(map(" ".join, item.right_orders))) if isinstance(item, OrderWords) else []
            return {"orders": orders} | ({"late": late} if late else {})
        case MatchPairs():
            return {"pairs": list(_partners(item, section))}
    return keys_as_data(keys)


def spoken(item: Item) -> str:
    """What a recording says, and where there is none, what can be read aloud; "" where there is nothing to hear."""
    if item.audio:
        return item.audio.transcript
    match item:
        case Dictation(sentence=text) | Flashcard(front=text):
            return text
    return ""


def _chosen(right: list[str], feedback: Mapping[str, str]) -> dict[str, Any]:
    said = {value: words for value, words in feedback.items() if words}
    return {"right": right} | ({"feedback": said} if said else {})


def _marked(item: MarkWords, section: Element) -> dict[str, Any]:
    words = [token for token in tokens(item.text) if token.is_word]
    boxes = [box.get("value", "") for box in section.iter("input") if box.get("type") == "checkbox"]
    errors = {normalise(error.text, item.match): error.feedback for error in item.errors}
    right, feedback = [], {}
    for box, word in zip(boxes, words, strict=True):
        if word.is_marked:
            right.append(box)
        else:
            feedback[box] = errors.get(normalise(word.text, item.match), "")
    return _chosen(right, feedback)


def _orders(item: Order, section: Element) -> Iterator[list[int]]:
    """Rows that read alike stand for one another, so each order is named once."""
    shown = [_words(row) for row in _rows(section)]
    for pieces in item.right_orders:
        left = dict(enumerate(shown, 1))
        found = []
        for piece in pieces:
            row = next(row for row, words in left.items() if words == piece)
            del left[row]
            found.append(row)
        yield found


def _partners(item: MatchPairs, section: Element) -> Iterator[str]:
    for pair, row in zip(item.pairs, _rows(section), strict=True):
        values = {option.text or "": option.get("value", "") for option in row.iter("option")}
        yield values[pair.right or pair.answer]


def _rows(section: Element) -> Iterator[Element]:
    """The lines of a list in which each has something to choose."""
    return (row for row in section.iter("li") if row.find("select") is not None)


def _words(row: Element) -> str:
    return "".join(row.find("label").itertext())  # type: ignore[union-attr]
