"""What gives an answer away or makes it unfair (E51–E59): advice to the author, never a reason to hold a set back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from exercises.finding import Finding, find
from exercises.model import Choice, Gap, GapSelect, Item, Option, Order
from exercises.normalise import normalise
from exercises.strings import norwegian, wrong_paths
from exercises.template import words_around

SHORTEST_TELLING_ANSWER = 4
"""Shorter words (er, en, til) stand in nearly every sentence; that they do gives nothing away."""

WORDS_OF_A_SENTENCE = 4
ITEMS_THAT_SHOW_A_HABIT = 4
TOO_OFTEN = 0.75
"""The share of choice items in which the longest option may not be the right one."""

BEGINNERS = ("pre-A1", "A1")

NYNORSK = frozenset(
    {
        *("berre", "dykk", "dykkar", "eg", "frå", "gjer", "heime", "ikkje", "kjem", "korleis", "kva", "kvar", "kven"),
        *("kvifor", "medan", "meir", "mykje", "nokon", "noko", "nokre", "saman", "seier", "sjølv", "skule", "vart"),
        *("veke", "vere", "vore"),
    }
)
"""Common forms that are nynorsk and no bokmål."""

_WORD = re.compile(r"\w+")


def check_craft(items: Sequence[Item]) -> Iterator[Finding]:
    """Every warning about a set, in no particular order, without lines."""
    for item in items:
        yield from _check_given_away(item)
        if isinstance(item, GapSelect):
            yield from _check_bank(item)
        elif isinstance(item, Gap):
            yield from _check_sentences(item)
        yield from _check_variant(item)
        if isinstance(item, Choice):
            yield from _check_capital(item)
    for first, second in pairwise(items):
        yield from _check_neighbours(first, second)
        yield from _check_neighbours(second, first)
    yield from _check_lengths([item for item in items if isinstance(item, Choice)])


def check_listening(items: Sequence[Item], level: str) -> Iterator[Finding]:
    """E59: a beginner's recording is there slowly too. ``level`` is that of the set."""
    for item in items:
        if level in BEGINNERS and item.audio and item.audio.normal and not item.audio.slow:
            yield find("E59", where=item.id)


def _check_bank(item: GapSelect) -> Iterator[Finding]:
    bank = {normalise(word, item.match): word for word in item.bank}
    for gap in item.gaps:
        fit = [bank[same] for same in dict.fromkeys(normalise(a.text, item.match) for a in gap.accept) if same in bank]
        if len(fit) > 1:
            yield find("E51", where=item.id, name=gap.name, words=", ".join(fit))


def _check_variant(item: Item) -> Iterator[Finding]:
    """E56, over what a learner reads as right; what is wrong may be anything."""
    wrong = set(wrong_paths(item))
    texts = [text for path, text in norwegian(item).items() if path not in wrong]
    found = [word for text in texts for word in _WORD.findall(text.lower()) if word in NYNORSK]
    if found:
        yield find("E56", where=item.id, text=found[0])


def _check_given_away(item: Item) -> Iterator[Finding]:
    for answer in _told_by(item, [_shown(item), item.gloss]):
        yield find("E52", where=item.id, text=answer)


def _check_neighbours(item: Item, neighbour: Item) -> Iterator[Finding]:
    for answer in _told_by(item, [_shown(neighbour)]):
        yield find("E52.neighbour", where=item.id, text=answer, neighbour=neighbour.id)


def _told_by(item: Item, texts: Sequence[str]) -> Iterator[str]:
    """The right answers of an item that stand, as whole words, in one of the texts."""
    read = [f" {_spaced(text)} " for text in texts]
    for answer in _right_answers(item):
        words = _spaced(answer)
        if len(words) >= SHORTEST_TELLING_ANSWER and any(f" {words} " in text for text in read):
            yield answer


def _spaced(text: str) -> str:
    return " ".join(_WORD.findall(normalise(text)))


def _shown(item: Item) -> str:
    """The Norwegian a reader sees before answering."""
    match item:
        case Choice():
            return item.stem
        case Gap():
            return words_around(item.text)
        case Order():
            return item.lead
    return ""


def _right_answers(item: Item) -> list[str]:
    match item:
        case Choice():
            return [option.text for option in item.options if option.correct]
        case Gap():
            return [accepted.text for gap in item.gaps for accepted in gap.accept]
    return []


def _check_sentences(item: Gap) -> Iterator[Finding]:
    for gap in item.gaps:
        if len(gap.accept) == 1 and len(gap.accept[0].text.split()) >= WORDS_OF_A_SENTENCE:
            yield find("E55", where=item.id, name=gap.name)


def _check_capital(item: Choice) -> Iterator[Finding]:
    right = {option.text[:1].isupper() for option in item.options if option.correct}
    wrong = {option.text[:1].isupper() for option in item.options if not option.correct}
    if right == {True} and wrong == {False}:
        yield find("E57", where=item.id)


def _check_lengths(items: Sequence[Choice]) -> Iterator[Finding]:
    """E54, over the items where one option is longer than every other."""
    longest = [option for option in map(_longest, items) if option]
    right = [option for option in longest if option.correct]
    if len(longest) >= ITEMS_THAT_SHOW_A_HABIT and len(right) >= TOO_OFTEN * len(longest):
        yield find("E54", where=items[0].id, count=len(right), total=len(items))


def _longest(item: Choice) -> Option | None:
    by_length = sorted(item.options, key=lambda option: len(option.text), reverse=True)
    if len(by_length) < 2 or len(by_length[0].text) == len(by_length[1].text):
        return None
    return by_length[0]
