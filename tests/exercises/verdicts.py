"""The cases of ``verdicts.toml``: an answer, its key as for a page, and what it is."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from exercises.answer_keys import SENTENCE, answer_keys
from exercises.judge import AnswerKey, Verdict
from exercises.lexicon import CLOSED_LIST
from exercises.model import Accepted, Dictation, Gap, GapField, KnownError, Match

_CASE = re.compile(r"(?P<answer>.*) => (?P<verdict>[a-z-]+)(?P<second>, verb second)?(?: \((?P<word>.*)\))?")
_GAP = "svar"


class Case(NamedTuple):
    why: str
    key: AnswerKey
    answer: str
    verdict: Verdict
    word: str
    verb_second: bool


def cases() -> tuple[Case, ...]:
    """Every case, in the order of the file."""
    table = tomllib.loads(Path(__file__).with_name("verdicts.toml").read_text("utf-8"))
    return tuple(case for group in table["groups"] for case in _cases(group))


def _cases(group: dict[str, Any]) -> Iterator[Case]:
    key = _key(group)
    for line in group["cases"].removesuffix("\n").split("\n"):
        read = _CASE.fullmatch(line)
        assert read, line
        yield Case(
            group["why"], key, read["answer"], Verdict(read["verdict"]), read["word"] or "", bool(read["second"])
        )


def _key(group: dict[str, Any]) -> AnswerKey:
    lexicon = CLOSED_LIST | frozenset(group.get("lexicon", ()))
    accept = tuple(Accepted(**one) if isinstance(one, dict) else Accepted(one) for one in group.get("accept", ()))
    errors = tuple(KnownError(**one) for one in group.get("errors", ()))
    strict = group.get("match", {})
    match = Match(strict_case="case" in strict, strict_punctuation="punctuation" in strict)
    if "dictation" in group:
        said = Dictation(
            id="d", instruction="Skriv.", sentence=group["dictation"], accept=accept, errors=errors, match=match
        )
        return answer_keys(said, lexicon)[SENTENCE]
    field = GapField(_GAP, accept, errors, tuple(group.get("confusable", ())))
    text = group.get("text", f"{{{_GAP}}}")
    return answer_keys(Gap(id="g", instruction="Skriv.", text=text, gaps=(field,), match=match), lexicon)[_GAP]
