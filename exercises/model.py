"""The items of an exercise set as plain values, one class for each type. All texts are plain text.

Texts an item shares with its translations: stems, options, tokens, answers and transcripts are the Norwegian to be
learned and the same in every language; instructions, glosses, hints, notes and feedback are translated.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class Audio:
    """A recording. ``normal`` and ``slow`` are paths of sound files, ``transcript`` is what is said."""

    normal: str
    slow: str = ""
    transcript: str = ""
    speaker: str = ""
    dialect: str = ""


@dataclass(frozen=True)
class Picture:
    """A picture and the words for those who cannot see it."""

    src: str
    alt: str


@dataclass(frozen=True)
class Match:
    """How closely an answer must agree with the accepted one."""

    strict_case: bool = False
    strict_punctuation: bool = False


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


@dataclass(frozen=True)
class Option:
    """One of the answers of a `Choice`."""

    id: str
    text: str
    correct: bool = False
    feedback: str = ""


@dataclass(frozen=True, kw_only=True)
class Choice(Item):
    """One or several right options of two to six."""

    type: ClassVar[str] = "choice"

    stem: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Accepted:
    """An answer that is right, with a note for those that are right but not the usual one."""

    text: str
    note: str = ""


@dataclass(frozen=True)
class KnownError:
    """An answer that learners really give, and why it is wrong."""

    text: str
    feedback: str = ""


@dataclass(frozen=True)
class GapField:
    """What belongs in the place written ``{name}``. ``confusable`` are forms never to be taken for a slip."""

    name: str
    accept: tuple[Accepted, ...] = ()
    errors: tuple[KnownError, ...] = ()
    confusable: tuple[str, ...] = ()
    hint: str = ""


@dataclass(frozen=True, kw_only=True)
class Gap(Item):
    """A text with places to write in: "Jeg {verb} i Oslo."."""

    type: ClassVar[str] = "gap"

    text: str
    gaps: tuple[GapField, ...]


@dataclass(frozen=True, kw_only=True)
class OrderWords(Item):
    """Words to put in order. ``tokens`` stand in the right order.

    ``orders`` are other right orders and ``fixed`` the places that stand still: positions in ``tokens``, from 1.
    """

    type: ClassVar[str] = "order-words"

    tokens: tuple[str, ...]
    orders: tuple[tuple[int, ...], ...] = ()
    fixed: tuple[int, ...] = ()
    lead: str = ""


@dataclass(frozen=True)
class Pair:
    """A left side and what belongs to it: ``right``, a translated meaning, or ``answer``, the Norwegian other half."""

    left: str
    right: str = ""
    answer: str = ""


@dataclass(frozen=True)
class Decoy:
    """A right side that belongs to nothing: ``right`` is translated, ``answer`` is Norwegian."""

    right: str = ""
    answer: str = ""


@dataclass(frozen=True, kw_only=True)
class MatchPairs(Item):
    """Sides to put together."""

    type: ClassVar[str] = "match"

    pairs: tuple[Pair, ...]
    decoys: tuple[Decoy, ...] = ()


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
