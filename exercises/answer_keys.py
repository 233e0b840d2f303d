"""What the answers to an item are held against, and the same as data for the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from exercises.judge import AnswerKey
from exercises.lexicon import near
from exercises.model import Accepted, Dictation, Gap, GapField, Item
from exercises.slips import bare
from exercises.template import pieces
from exercises.word_order import late_verb, late_verbs

SENTENCE = "sentence"
"""The name under which a dictation has its key."""

_END_OF_SENTENCE = re.compile(r"[.!?…](?=\s|$)")
_OTHER_GAP = "_"


def answer_keys(item: Item, lexicon: frozenset[str]) -> dict[str, AnswerKey]:
    """The key of each place to write in, by its name; none for items that are not answered by writing or a word.

    ``lexicon`` is that of `exercises.lexicon.lexicon_of`.
    """
    match item:
        case Gap():
            return {gap.name: _gap_key(item, gap, lexicon) for gap in item.gaps}
        case Dictation():
            accept = (Accepted(item.sentence), *item.accept)
            forms = near(lexicon, (one.text for one in accept))
            return {SENTENCE: AnswerKey(accept, item.errors, forms, item.match, late_verbs(one.text for one in accept))}
    return {}


def keys_as_data(keys: Mapping[str, AnswerKey]) -> dict[str, Any]:
    """The keys as plain data, without what is empty; ``site/scripts/judge.js`` reads each."""
    return {name: {field: value for field, value in _data(key) if value} for name, key in keys.items()}


def _data(key: AnswerKey) -> Iterator[tuple[str, object]]:
    yield "accept", [[accepted.text, accepted.note] for accepted in key.accept]
    yield "errors", [[error.text, error.feedback] for error in key.errors]
    yield "forms", sorted(key.forms)
    yield "late", sorted(key.late_verbs)
    yield "case", key.match.strict_case
    yield "punctuation", key.match.strict_punctuation


def _gap_key(item: Gap, gap: GapField, lexicon: frozenset[str]) -> AnswerKey:
    before, question = _surroundings(item.text, gap.name)
    late = {late_verb(one.text, before, question=question or one.text.endswith("?")) for one in gap.accept}
    accepted = [one.text for one in gap.accept]
    forms = near(lexicon, accepted) | near(frozenset(" ".join(bare(form)) for form in gap.confusable), accepted)
    return AnswerKey(gap.accept, gap.errors, forms, item.match, frozenset(late - {""}))


def _surroundings(text: str, name: str) -> tuple[str, bool]:
    """What stands before a gap in its sentence, and whether the sentence ends with a question mark."""
    around = [(piece.words or _OTHER_GAP, piece.gap) for piece in pieces(text)]
    place = next((n for n, (_, gap) in enumerate(around) if gap == name), len(around))
    before = "".join(words for words, _ in around[:place])
    end = _END_OF_SENTENCE.search("".join(words for words, _ in around[place + 1 :]))
    return _END_OF_SENTENCE.split(before)[-1], bool(end and end[0] == "?")
