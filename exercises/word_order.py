"""Where the verb must come second: the one error of word order that can be told for certain, from the answer alone.

A Norwegian main clause has its finite verb as the second constituent: "I dag jobber jeg", "Jeg har ikke tid". Told is
only an answer in which the verb and the word after it have changed places, where that word is a subject pronoun or
"ikke". Nothing is told of questions that begin with their verb, nor of subjects that are nouns.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

from exercises.slips import bare

_TABLE: dict[str, str] = tomllib.loads(Path(__file__).with_name("word_order.toml").read_text(encoding="utf-8"))
_WORDS = {kind: frozenset(words.split()) for kind, words in _TABLE.items()}

_LOOKS_FINITE = re.compile("..+(?:r|te|de|et)")
_QUESTION_WORD = re.compile("hv|når")


def late_verb(answer: str, before: str = "", *, question: bool = False) -> str:
    """The answer as bare words with its verb after the subject, which is how learners get it wrong; else "".

    ``before`` stands before the answer in its sentence, and ``question`` tells that the sentence ends with "?".
    """
    words, leading = bare(answer), bare(before)
    for place, (verb, follower) in enumerate(zip(words, words[1:])):
        preceding = (*leading, *words[:place])
        if not _is_finite(verb) or not _is_turned(follower, preceding):
            continue
        asks_for_yes = question and not any(map(_QUESTION_WORD.match, preceding))
        if not preceding or asks_for_yes:
            return ""
        return " ".join((*words[:place], follower, verb, *words[place + 2 :]))
    return ""


def late_verbs(sentences: Iterable[str]) -> frozenset[str]:
    """Whole sentences with their verb late, those of which it can be told."""
    late = (late_verb(one, question=one.rstrip().endswith("?")) for one in sentences)
    return frozenset(filter(None, late))


def _is_finite(word: str) -> bool:
    return word in _WORDS["finite"] or (word not in _WORDS["no_verbs"] and bool(_LOOKS_FINITE.fullmatch(word)))


def _is_turned(follower: str, preceding: tuple[str, ...]) -> bool:
    """Whether the word after a verb shows that the clause is a main clause with its verb second.

    "Jeg tror du kommer" is none, so the verb must not have its subject before it; "ser han" may have an object.
    """
    last = preceding[-1] if preceding else ""
    if follower in _WORDS["subjects_or_objects"]:
        told_otherwise = _WORDS["subjects"] | _WORDS["subordinators"]
        return last not in _WORDS["subjects_or_objects"] and told_otherwise.isdisjoint(preceding)
    return follower == "ikke" or (follower in _WORDS["subjects"] and last not in _WORDS["persons"])
