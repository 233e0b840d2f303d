"""Real Norwegian words: what was typed and is one of them is never taken for a slip of another."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from exercises.marking import without_marks
from exercises.model import Gap, Item, MarkWords
from exercises.slips import bare, is_slip, on_plain_keys, other_letters, slipped, slips_allowed
from exercises.strings import norwegian, wrong_paths
from exercises.template import words_around

_TABLE: dict[str, str] = tomllib.loads(Path(__file__).with_name("closed_list.toml").read_text(encoding="utf-8"))

CLOSED_LIST: frozenset[str] = frozenset(word for line in _TABLE.values() for word in line.split())
"""Pronouns, articles, possessives, question words, auxiliaries and what is easily mistaken for another word."""


def lexicon_of(items: Iterable[Item]) -> frozenset[str]:
    """The closed list and every Norwegian form in these items: single words, and the whole answers, right and wrong.

    The words of a wrong answer of several words are none: one of them is what is wrong with it. Nor are letters that
    are spelled out, and wrong answers that are a right word of their item written wrongly.
    """
    forms = set(CLOSED_LIST)
    for item in items:
        wrong = set(wrong_paths(item))
        read = {path: bare(_read(item, path, text)) for path, text in norwegian(item).items()}
        right = {word for path, words in read.items() if path not in wrong for word in words}
        for path, words in read.items():
            if path not in wrong or ".confusable." in path or not (len(words) == 1 and _is_misspelt(words[0], right)):
                forms.add(" ".join(words))
        forms |= right
    return frozenset(form for form in forms if len(form) > 1) | CLOSED_LIST


def _is_misspelt(word: str, right: Iterable[str]) -> bool:
    return any(word != one and (on_plain_keys(word) == on_plain_keys(one) or is_slip(word, one)) for one in right)


def near(lexicon: frozenset[str], accepted: Iterable[str]) -> frozenset[str]:
    """The forms that can matter for these answers: with them alone every verdict is that of the whole lexicon."""
    by_keys, by_length, phrases = _index(lexicon)
    found: set[str] = set()
    for answer in accepted:
        words = bare(answer)
        for word in words:
            found.update(form for form in by_keys.get(on_plain_keys(word), ()) if form != word)
            found.update(form for form in _alike(word, by_length) if is_slip(form, word))
        for phrase in phrases.get(len(words), ()):
            if other_letters(phrase, words) or slipped(phrase, words):
                found.add(" ".join(phrase))
    return frozenset(found)


_ByLength = Mapping[int, Sequence[tuple[str, int]]]
"""The words of each length, each with its letters as bits."""

_Index = tuple[Mapping[str, Sequence[str]], _ByLength, Mapping[int, Sequence[tuple[str, ...]]]]


@lru_cache(maxsize=8)
def _index(lexicon: frozenset[str]) -> _Index:
    """The words by their keys and by their length, and the phrases by the number of their words."""
    by_keys: dict[str, list[str]] = defaultdict(list)
    by_length: dict[int, list[tuple[str, int]]] = defaultdict(list)
    phrases: dict[int, list[tuple[str, ...]]] = defaultdict(list)
    for form in lexicon:
        words = tuple(form.split(" "))
        if len(words) > 1:
            phrases[len(words)].append(words)
        else:
            by_keys[on_plain_keys(form)].append(form)
            by_length[len(form)].append((form, _letters(form)))
    return by_keys, by_length, phrases


def _alike(word: str, by_length: _ByLength) -> Iterator[str]:
    """Every form that can be a slip away, and few others: a slip changes the length by one and two letters at most."""
    most, letters = slips_allowed(word), _letters(word)
    for length in range(len(word) - most, len(word) + most + 1) if most else ():
        for form, its_letters in by_length.get(length, ()):
            if (letters ^ its_letters).bit_count() <= 2 * most:
                yield form


def _letters(word: str) -> int:
    """A bit for each letter that is in a word; some share one."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 63)
    return bits


def _read(item: Item, path: str, text: str) -> str:
    """A text as it is read, without the marks of its item."""
    if path == "text" and isinstance(item, Gap):
        return words_around(text)
    return without_marks(text) if path == "text" and isinstance(item, MarkWords) else text
