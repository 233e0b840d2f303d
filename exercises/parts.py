"""What items are made of, as plain values. All texts are plain text."""

from __future__ import annotations

from dataclasses import dataclass


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


@dataclass(frozen=True)
class Option:
    """One of the answers of a `Choice`."""

    id: str
    text: str
    correct: bool = False
    feedback: str = ""


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


@dataclass(frozen=True)
class Part:
    """One of the two who speak in a `Dialogue`: who it is, and what this one wants or knows."""

    id: str
    name: str
    task: str = ""


@dataclass(frozen=True)
class Line:
    """What is said in a `Dialogue`, and by which `Part`."""

    part: str
    text: str
