"""How hard a Norwegian text is to read, by LIX: the number, and the sentences and words that make it high.

Björnsson (1968): words per sentence, plus the share of words with more than six letters in per cent. It says
something of running text only, not of lists, headings or instructions to be looked up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

LONG = 6
"""A word with more letters is long."""
LEAST_WORDS = 50
"""Of a shorter text the number says nothing."""
LONG_SENTENCE = 20
"""A sentence with more words is worth a second look."""

WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*")
END = re.compile(r"(?<!\b[^\W\d_])(?:[.!?…]+[»”\")\]]*|:)\s+(?=[«“\"(\[–-]*\s*[A-ZÆØÅ])")
"""A full stop, a question or an exclamation mark, or a colon, before a capital: neither «f.eks. to» nor «O. Hansen»."""


class Passage(NamedTuple):
    """A paragraph, and the place of the form it stands in: the block and its field, or a field of the page."""

    block: str
    field: str
    text: str


@dataclass(frozen=True)
class Sentence:
    passage: Passage
    text: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Readability:
    """What LIX looks at in a text."""

    sentences: tuple[Sentence, ...]

    @property
    def words(self) -> int:
        return sum(len(sentence.words) for sentence in self.sentences)

    @property
    def lix(self) -> int | None:
        """The number, rounded; None for a text that is too short for one."""
        if self.words < LEAST_WORDS:
            return None
        long = sum(is_long(word) for sentence in self.sentences for word in sentence.words)
        return round(self.words / len(self.sentences) + 100 * long / self.words)

    def longest_sentences(self, most: int) -> Sequence[Sentence]:
        """The longest first, and only those with more than `LONG_SENTENCE` words."""
        long = [sentence for sentence in self.sentences if len(sentence.words) > LONG_SENTENCE]
        return sorted(long, key=lambda sentence: -len(sentence.words))[:most]

    def long_words(self, most: int) -> Sequence[tuple[str, int, Passage]]:
        """The long words that weigh most, how often each stands there, and where it does first."""
        first: dict[str, Passage] = {}
        times: Counter[str] = Counter()
        for sentence in self.sentences:
            for word in filter(is_long, sentence.words):
                times[word.lower()] += 1
                first.setdefault(word.lower(), sentence.passage)
        weighed = sorted(times.items(), key=lambda item: (-item[1], -len(item[0]), item[0]))
        return [(word, count, first[word]) for word, count in weighed[:most]]


def readability(passages: Iterable[Passage]) -> Readability:
    """Of paragraphs: a sentence ends with its paragraph at the latest. What has no words is no sentence."""
    sentences = (
        Sentence(passage, text.strip(), tuple(words))
        for passage in passages
        for text in END.split(passage.text)
        if (words := WORD.findall(text))
    )
    return Readability(tuple(sentences))


def is_long(word: str) -> bool:
    return sum(letter.isalpha() for letter in word) > LONG
