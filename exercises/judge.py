"""What an answer is: right, an error the author knows, nearly right, or wrong.

One contract with ``site/scripts/judge.js``; both are held to ``tests/exercises/verdicts.toml``. Where the design is
silent, ``docs/decisions/0014-answer-verdicts.md`` tells what was decided.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from exercises.normalise import normalise
from exercises.parts import Accepted, KnownError, Match
from exercises.slips import Word, other_letters, slipped, words

LONGEST = 10_000
"""UTF-16 units, as a page counts them. A longer answer is wrong without being read."""


class Verdict(StrEnum):
    """In the order in which they are tried. Only the first two count as solved."""

    CORRECT = "correct"
    CORRECT_WITH_NOTE = "correct-with-note"
    KNOWN_ERROR = "known-error"
    """One the author has a reason for."""
    ORDER = "order"
    """The right words in another order."""
    LETTERS = "letters"
    """Right but for the way æ, ø and å are typed."""
    SPELLING = "spelling"
    """A slip in one word, or case and marks that had to be right."""
    WRONG = "wrong"

    @property
    def is_solved(self) -> bool:
        return self in (Verdict.CORRECT, Verdict.CORRECT_WITH_NOTE)


@dataclass(frozen=True)
class AnswerKey:
    """What an answer is held against. `exercises.answer_keys` makes it.

    ``forms`` are real words and phrases, as `exercises.slips.bare` has them, that must never be taken for a slip.
    ``late_verbs`` are accepted answers, as bare words, with the verb after its subject where it must come second.
    """

    accept: tuple[Accepted, ...]
    errors: tuple[KnownError, ...] = ()
    forms: frozenset[str] = frozenset()
    match: Match = Match()
    late_verbs: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Judgement:
    """A verdict with what there is to say: a note or feedback, the word as typed that is to be looked at, and whether
    the verb must come second and does not."""

    verdict: Verdict
    text: str = ""
    word: str = ""
    verb_second: bool = False


def judge(answer: str, key: AnswerKey) -> Judgement:
    """The first verdict that fits. Never raises; an answer in which nothing can be read is wrong."""
    typed = "" if _units(answer) > LONGEST else normalise(answer, key.match)
    if not typed:
        return Judgement(Verdict.WRONG)
    for accepted in key.accept:
        if normalise(accepted.text, key.match) == typed:
            verdict = Verdict.CORRECT_WITH_NOTE if accepted.note else Verdict.CORRECT
            return Judgement(verdict, accepted.note)
    for error in key.errors:
        if normalise(error.text, key.match) == typed:
            return Judgement(Verdict.KNOWN_ERROR, error.feedback)
    return _near(words(answer), [words(accepted.text) for accepted in key.accept], key)


def _near(typed: Sequence[Word], accepted: Sequence[Sequence[Word]], key: AnswerKey) -> Judgement:
    said, keys = _bare(typed), [_bare(words) for words in accepted]
    phrase = " ".join(said)
    for right_words, right in zip(accepted, keys):
        if said and said == right:
            return Judgement(Verdict.SPELLING, word=_written_otherwise(typed, right_words))
    if any(said != right and sorted(said) == sorted(right) for right in keys):
        return Judgement(Verdict.ORDER, verb_second=phrase in key.late_verbs)
    for verdict, compare in ((Verdict.LETTERS, other_letters), (Verdict.SPELLING, slipped)):
        for right in keys:
            places = compare(said, right)
            if places and phrase not in key.forms and not any(said[place] in key.forms for place in places):
                return Judgement(verdict, word=typed[places[0]].plain)
    return Judgement(Verdict.WRONG)


def _bare(seen: Sequence[Word]) -> list[str]:
    return [word.bare for word in seen]


def _written_otherwise(typed: Sequence[Word], accepted: Sequence[Word]) -> str:
    """The first word that has other marks around it, or other capitals; the first of all where a mark stands alone."""
    return next((one.typed for one, other in zip(typed, accepted) if one.typed != other.typed), typed[0].typed)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
