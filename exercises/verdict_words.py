"""A verdict in a sentence, for the author who tries an answer. What a reader is told stands in the page."""

from __future__ import annotations

import tomllib
from pathlib import Path

from exercises.judge import Verdict
from exercises.trying import Tried

_WORDS: dict[str, dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("verdict_words.toml").read_text(encoding="utf-8")
)


def in_words(tried: Tried, language: str) -> str:
    """In Norwegian for "nb", in English for every other language."""
    words = _WORDS[_case(tried)]
    judgement = tried.judgement
    return words["nb" if language == "nb" else "en"].format(text=judgement.text, word=judgement.word or tried.own_word)


def _case(tried: Tried) -> str:
    judgement = tried.judgement
    match judgement.verdict:
        case Verdict.KNOWN_ERROR if not judgement.text:
            return "known-error-unsaid"
        case Verdict.ORDER if judgement.verb_second:
            return "verb-second"
        case Verdict.WRONG if tried.own_word:
            return "own-word"
    return judgement.verdict.value
