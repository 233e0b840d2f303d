"""The items of an exercise set as plain values, one class for each type. All texts are plain text.

Texts an item shares with its translations: stems, options, tokens, answers and transcripts are the Norwegian to be
learned and the same in every language; instructions, glosses, hints, notes and feedback are translated.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from exercises.parts import (
    Accepted,
    Audio,
    Decoy,
    GapField,
    KnownError,
    Line,
    Match,
    Option,
    Pair,
    Part,
    Picture,
)

__all__ = [
    "Accepted",
    "Audio",
    "Choice",
    "Decoy",
    "Dialogue",
    "Dictation",
    "Flashcard",
    "Gap",
    "GapField",
    "GapSelect",
    "Item",
    "KnownError",
    "Line",
    "MarkWords",
    "Match",
    "MatchPairs",
    "Option",
    "Order",
    "OrderLines",
    "OrderWords",
    "Pair",
    "Part",
    "Picture",
    "Write",
]


@dataclass(frozen=True, kw_only=True)
class Item:
    """What every item has. ``id`` is unique in its set and the same in every language."""

    type: ClassVar[str] = ""

    id: str
    instruction: str
    gloss: str = ""
    hint: str = ""
    explanation: str = ""
    audio: Audio | None = None
    image: Picture | None = None
    match: Match = Match()


@dataclass(frozen=True, kw_only=True)
class Choice(Item):
    """One or several right options of two to six."""

    type: ClassVar[str] = "choice"

    stem: str
    options: tuple[Option, ...]


@dataclass(frozen=True, kw_only=True)
class Gap(Item):
    """A text with places to write in: "Jeg {verb} i Oslo."."""

    type: ClassVar[str] = "gap"

    text: str
    gaps: tuple[GapField, ...]


@dataclass(frozen=True, kw_only=True)
class GapSelect(Gap):
    """A text with places to choose a word for: of the words of ``bank``, else of the gap's own right and wrong ones."""

    type: ClassVar[str] = "gap-select"

    bank: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Order(Item):
    """Pieces to put in order.

    ``orders`` are other right orders and ``fixed`` the places that stand still: positions in ``pieces``, from 1.
    """

    orders: tuple[tuple[int, ...], ...] = ()
    fixed: tuple[int, ...] = ()
    lead: str = ""

    @property
    def pieces(self) -> tuple[str, ...]:
        """In the right order."""
        raise NotImplementedError

    @property
    def right_orders(self) -> tuple[tuple[str, ...], ...]:
        """The pieces in every right order. What is no order of all of them is left out."""
        places = tuple(range(1, len(self.pieces) + 1))
        sound = [order for order in (places, *self.orders) if tuple(sorted(order)) == places]
        return tuple(tuple(self.pieces[place - 1] for place in order) for order in sound)


@dataclass(frozen=True, kw_only=True)
class OrderWords(Order):
    """The words of a sentence to put in order."""

    type: ClassVar[str] = "order-words"

    tokens: tuple[str, ...]

    @property
    def pieces(self) -> tuple[str, ...]:
        return self.tokens


@dataclass(frozen=True, kw_only=True)
class OrderLines(Order):
    """The lines of a dialogue or a text to put in order."""

    type: ClassVar[str] = "order-lines"

    lines: tuple[str, ...]

    @property
    def pieces(self) -> tuple[str, ...]:
        return self.lines


@dataclass(frozen=True, kw_only=True)
class MatchPairs(Item):
    """Sides to put together."""

    type: ClassVar[str] = "match"

    pairs: tuple[Pair, ...]
    decoys: tuple[Decoy, ...] = ()


@dataclass(frozen=True, kw_only=True)
class MarkWords(Item):
    """A text in which some words are to be marked: "Jeg [bor] i Oslo.". ``errors`` are words that are none of them."""

    type: ClassVar[str] = "mark-words"

    text: str
    errors: tuple[KnownError, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Dictation(Item):
    """A sentence to write as it is heard; ``accept`` are other ways to write it, ``errors`` how learners do."""

    type: ClassVar[str] = "dictation"

    sentence: str
    accept: tuple[Accepted, ...] = ()
    errors: tuple[KnownError, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Flashcard(Item):
    """A word or phrase, what it means, and how it is used."""

    type: ClassVar[str] = "flashcard"

    front: str
    back: str = ""
    example: str = ""


@dataclass(frozen=True, kw_only=True)
class Write(Item):
    """Something to write freely, a list to check it against, and model answers."""

    type: ClassVar[str] = "write"

    prompt: str
    checklist: tuple[str, ...] = ()
    models: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Dialogue(Item):
    """A conversation for two to read aloud; each of the pair has one of the two ``parts``."""

    type: ClassVar[str] = "dialogue"

    parts: tuple[Part, ...]
    lines: tuple[Line, ...]
