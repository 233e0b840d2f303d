"""What the tests of exchanging exercise sets share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from hypothesis import strategies as st

from exchange.cover import Cover
from exchange.remark import ExchangeError, Finding
from exercises.model import Accepted, Gap, GapField, GapSelect, Item, KnownError, Match
from exercises.normal import normal
from tests.exercises.test_item_fence import ITEMS, TEXT

COVER = Cover("På bussen", "d94cf7e4-b777-4ed3-b28e-f76c7b10a8bc", "nb", "title: På bussen\nlevel: A1\n")
TYPES = ("choice", "gap", "gap-select", "match", "mark-words", "flashcard", "write")
WORDS = {kind: f"{kind}?" for kind in TYPES}


def _gap(kind: type[Gap], fields: tuple[GapField, ...], words: list[str], common: dict[str, str]) -> Gap:
    """A gap item whose text has each of its gaps once, with these words around them."""
    text = words[0] + "".join(f"{{{gap.name}}}{words[n % len(words)]}" for n, gap in enumerate(fields, 1))
    return normal(kind(id="gap", text=text, gaps=fields, **common))


_WORDS = TEXT.filter(lambda words: not set("{}") & set(words)) | st.just("")
_FIELDS = st.builds(
    GapField,
    st.from_regex("[a-z]{1,8}", fullmatch=True),
    st.lists(st.builds(Accepted, TEXT, TEXT), min_size=1, max_size=2).map(tuple),
    st.lists(st.builds(KnownError, TEXT, TEXT), min_size=1, max_size=2).map(tuple),
)
GAPS = st.builds(
    _gap,
    st.sampled_from([Gap, GapSelect]),
    st.lists(_FIELDS, min_size=1, max_size=3, unique_by=lambda gap: gap.name).map(tuple),
    st.lists(_WORDS, min_size=1, max_size=3),
    st.fixed_dictionaries({"instruction": TEXT, "explanation": TEXT, "gloss": TEXT}),
)
SETS = st.lists(ITEMS.map(normal) | GAPS, min_size=1, max_size=3, unique_by=lambda item: item.id)
"""Items of all types, many of them with gaps that stand where they should."""


def said(remarks: Iterable[Finding]) -> list[tuple[str, int]]:
    """Codes and lines of remarks, every word of which can be told."""
    found = list(remarks)
    for one in found:
        for language in ("nb", "en"):
            assert all(one.told(language))
    return [(one.wording, one.line) for one in found]


def refusal(read: Callable[[], object]) -> list[tuple[str, int]]:
    """Codes and lines of what refuses a file; empty where it is taken."""
    try:
        read()
    except ExchangeError as error:
        return said(error.remarks)
    return []


def bare(item: Item, *kept: str) -> Item:
    """The item without what most formats do not show."""
    gone = {name: "" for name in ("gloss", "hint", "explanation") if name not in kept}
    item = replace(item, audio=None, image=None, match=Match(), **gone)
    if isinstance(item, Gap):
        item = replace(item, gaps=tuple(replace(gap, confusable=(), hint="") for gap in item.gaps))
    return replace(item, bank=()) if isinstance(item, GapSelect) else item
