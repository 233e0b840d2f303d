"""An author tries an answer to an item of any type that has right answers.

What is not typed in the page is said in words here: options by their id or text, words in their order or to be marked,
the numbers of lines, and pairs as "left = right".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from exercises.answer_keys import answer_keys
from exercises.judge import AnswerKey, Judgement, Verdict, judge
from exercises.lexicon import near
from exercises.marking import tokens
from exercises.model import (
    Accepted,
    Choice,
    Dictation,
    Gap,
    Item,
    MarkWords,
    MatchPairs,
    OrderLines,
    OrderWords,
)
from exercises.normalise import normalise
from exercises.word_order import late_verbs

_BETWEEN = re.compile(r"[\s,;]+")


class CannotTryError(ValueError):
    """Nothing can be judged. ``words`` says why and what to do, by language."""

    def __init__(self, en: str, nb: str) -> None:
        super().__init__(en)
        self.words = {"en": en, "nb": nb}


@dataclass(frozen=True)
class Tried:
    """The verdict, and the word that would have been nearly right if it were no word of its own."""

    judgement: Judgement
    own_word: str = ""


def try_answer(item: Item, answer: str, lexicon: frozenset[str], gap: str = "") -> Tried:
    """Raises `CannotTryError` where the item, the gap or the form of the answer leaves nothing to judge."""
    if gap and not isinstance(item, Gap):
        raise CannotTryError(f"“{item.id}” has no gaps.", f"«{item.id}» har ingen plasser å fylle ut.")
    match item:
        case Gap() | Dictation():
            return _typed(answer, _key(answer_keys(item, lexicon), item.id, gap))
        case OrderWords():
            return _typed(answer, _order_key(item, lexicon))
        case OrderLines():
            return Tried(_lines(item, answer))
        case Choice():
            return Tried(_options(item, answer))
        case MatchPairs():
            return Tried(_pair(item, answer))
        case MarkWords():
            return Tried(_marked(item, answer))
    raise CannotTryError(
        f"“{item.id}” is a {item.type}: nothing in it is right or wrong.",
        f"«{item.id}» er av typen {item.type}: Der er ingenting riktig eller galt.",
    )


def _typed(answer: str, key: AnswerKey) -> Tried:
    judgement = judge(answer, key)
    if judgement.verdict is Verdict.WRONG:
        return Tried(judgement, judge(answer, replace(key, forms=frozenset())).word)
    return Tried(judgement)


def _key(keys: Mapping[str, AnswerKey], item_id: str, gap: str) -> AnswerKey:
    known = ", ".join(keys)
    if gap and gap not in keys:
        raise CannotTryError(
            f"“{item_id}” has no gap “{gap}”. It has: {known}.",
            f"«{item_id}» har ingen plass «{gap}». Den har: {known}.",
        )
    if not gap and len(keys) != 1:
        raise CannotTryError(
            f"“{item_id}” has several gaps: {known}. Say which one with --gap.",
            f"«{item_id}» har flere plasser: {known}. Si hvilken med --gap.",
        )
    return keys[gap] if gap else next(iter(keys.values()))


def _order_key(item: OrderWords, lexicon: frozenset[str]) -> AnswerKey:
    sentences = list(map(" ".join, item.right_orders))
    forms = near(lexicon, sentences)
    return AnswerKey(tuple(map(Accepted, sentences)), (), forms, item.match, late_verbs(sentences))


def _lines(item: OrderLines, answer: str) -> Judgement:
    order = [int(number) if number.isascii() and number.isdigit() else 0 for number in _parts(answer)]
    if sorted(order) != list(range(1, len(item.lines) + 1)):
        raise CannotTryError(
            f"Give the numbers of the {len(item.lines)} lines as they stand in the file, in another order: 2 1 3.",
            f"Skriv numrene på de {len(item.lines)} linjene slik de står i filen, i en annen rekkefølge: 2 1 3.",
        )
    return Judgement(Verdict.CORRECT if tuple(item.lines[n - 1] for n in order) in item.right_orders else Verdict.ORDER)


def _options(item: Choice, answer: str) -> Judgement:
    """Several options are named by their ids; what is said is said of the first that is wrong, else of the right."""
    known = {option.id: option for option in item.options}
    named = normalise(answer)
    chosen = [option for option in item.options if normalise(option.text) == named]
    if not chosen:
        chosen = [known[part] for part in _parts(answer) if part in known]
        if not chosen or len(chosen) != len(_parts(answer)):
            ids = ", ".join(known)
            raise CannotTryError(
                f"“{item.id}” has no such option. Give its text or its id: {ids}.",
                f"«{item.id}» har ikke det alternativet. Skriv teksten eller id-en: {ids}.",
            )
    wrong = [option for option in chosen if not option.correct]
    if wrong:
        feedback = next((option.feedback for option in wrong if option.feedback), "")
        return Judgement(Verdict.KNOWN_ERROR if feedback else Verdict.WRONG, feedback)
    if {option.id for option in chosen} != {option.id for option in item.options if option.correct}:
        return Judgement(Verdict.WRONG)
    note = next((option.feedback for option in chosen if option.feedback), "")
    return Judgement(Verdict.CORRECT_WITH_NOTE if note else Verdict.CORRECT, note)


def _pair(item: MatchPairs, answer: str) -> Judgement:
    left, sign, right = answer.partition("=")
    partners = {normalise(pair.left): normalise(pair.right or pair.answer) for pair in item.pairs}
    sides = {*partners.values(), *(normalise(decoy.right or decoy.answer) for decoy in item.decoys)}
    if not sign or normalise(left) not in partners or normalise(right) not in sides:
        raise CannotTryError(
            f"Give one pair of “{item.id}” as “left = right”, with both sides as they stand in the file.",
            f"Skriv ett par fra «{item.id}» som «venstre = høyre», med begge sider slik de står i filen.",
        )
    return Judgement(Verdict.CORRECT if partners[normalise(left)] == normalise(right) else Verdict.WRONG)


def _marked(item: MarkWords, answer: str) -> Judgement:
    there = [token for token in tokens(item.text) if token.is_word]
    wanted = [normalise(word, item.match) for word in _marked_words(answer, item)]
    known = {normalise(token.text, item.match) for token in there}
    for word in wanted:
        if word not in known:
            raise CannotTryError(
                f"“{word}” is no word of “{item.id}”. Give the words to mark, with blanks between them.",
                f"«{word}» står ikke i «{item.id}». Skriv ordene som skal markeres, med mellomrom mellom.",
            )
    right = {normalise(token.text, item.match) for token in there if token.is_marked}
    errors = {normalise(error.text, item.match): error.feedback for error in item.errors}
    wrong = next((word for word in wanted if word not in right), "")
    if wrong:
        return Judgement(Verdict.KNOWN_ERROR if errors.get(wrong) else Verdict.WRONG, errors.get(wrong, ""), wrong)
    return Judgement(Verdict.CORRECT if right == set(wanted) else Verdict.WRONG)


def _marked_words(answer: str, item: MarkWords) -> Sequence[str]:
    """The answer in words; one that may be marked though it has blanks in it is taken whole."""
    whole = {normalise(token.text, item.match) for token in tokens(item.text) if token.is_word}
    return [answer] if normalise(answer, item.match) in whole else _parts(answer)


def _parts(answer: str) -> list[str]:
    return [part for part in _BETWEEN.split(answer) if part]
