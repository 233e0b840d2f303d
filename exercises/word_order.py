"""Where the verb must come second: the one error of word order that can be told for certain, from the answer alone.

A Norwegian main clause has its finite verb as the second constituent: "I dag jobber jeg", "Jeg har ikke tid". Told is
only an answer in which the verb and the word after it have changed places, where that word is a subject pronoun or
"ikke". Nothing is told of questions that begin with their verb, nor of subjects that are nouns.
"""

from __future__ import annotations

import re

from exercises.slips import bare

_SUBJECTS = frozenset("jeg du hun vi man de".split())
_SUBJECTS_OR_OBJECTS = frozenset("han det den dere".split())
"""These stand after a verb as its subject, if no subject and no subordinator stands before it."""

_SUBORDINATORS = frozenset("at da dersom fordi hvis mens når om selv siden slik som så".split())
_QUESTION_WORDS = re.compile(r"(?:hv|når)")

_FINITE = frozenset(
    "ba ble bør dro drakk er falt fant fikk fløy ga gikk gjorde gråt har hjalp kan kom la lot lå løp må sa satt skal skrev "
    "skulle snakka sov sto så tok var vet vil ville vant visste kunne måtte burde hadde".split()
)
_LOOKS_FINITE = re.compile(r"..+(?:r|te|de|dde|et)")
_NO_VERBS = frozenset(
    "aldri andre bare der eller etter fler flere for før hver her hvor mer mor far når over samme siden under".split()
)


def late_verb(answer: str, before: str = "", *, question: bool = False) -> str:
    """The answer as bare words with its verb after the subject, which is how learners get it wrong; else "".

    ``before`` stands before the answer in its sentence, and ``question`` tells that the sentence ends with "?".
    """
    words, leading = bare(answer), bare(before)
    for place, (verb, follower) in enumerate(zip(words, words[1:])):
        preceding = (*leading, *words[:place])
        if not _is_finite(verb) or not _is_turned(follower, preceding):
            continue
        asks_for_yes = question and not any(map(_QUESTION_WORDS.match, preceding))
        if not preceding or asks_for_yes:
            return ""
        return " ".join((*words[:place], follower, verb, *words[place + 2 :]))
    return ""


def _is_finite(word: str) -> bool:
    return word in _FINITE or (word not in _NO_VERBS and bool(_LOOKS_FINITE.fullmatch(word)))


def _is_turned(follower: str, preceding: tuple[str, ...]) -> bool:
    """Whether a word after a verb shows that the clause is a main clause."""
    if follower == "ikke":
        return True
    if preceding and preceding[-1] in _SUBJECTS | _SUBJECTS_OR_OBJECTS:
        return False
    return follower in _SUBJECTS or (
        follower in _SUBJECTS_OR_OBJECTS and not any(word in _SUBJECTS | _SUBORDINATORS for word in preceding)
    )
