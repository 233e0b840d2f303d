"""Front matter: the keys of each kind of document, read strictly and written in one order."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any

from sitebuilder.contract.document import FrontMatter, HelpBox, Kind, Translation
from sitebuilder.contract.front_matter_fields import LENGTHS, MINUTES, READERS, SLUG, Wrong, date, slug, text
from sitebuilder.contract.front_matter_yaml import Parsed
from sitebuilder.contract.problems import Problem, problem

__all__ = [
    "LENGTHS",
    "MINUTES",
    "SLUG",
    "front_matter_values",
    "help_box_values",
    "keys_of",
    "read_front_matter",
    "read_help_box",
]

COMMON = ("id", "type", "title", "summary", "audience", "topics", "phase", "level", "minutes", "series")
SPECIFIC: dict[Kind, tuple[str, ...]] = {
    Kind.SCENARIO: ("role", "goals", "start", "reflection", "retired"),
    Kind.CASE: ("fictional", "scenario"),
    Kind.GUIDE: ("mentor",),
    Kind.EXERCISE: ("mentor", "can_do"),
}
CLOSING = (
    "together",
    "related",
    "sources",
    "authors",
    "reviewed_on",
    "review_by",
    "sensitive",
    "help",
    "published_on",
    "updated_on",
    "translation",
)
REQUIRED = frozenset(
    {"id", "type", "title", "summary", "audience", "topics", "minutes", "together"}
    | {"published_on", "updated_on", "translation"}
)
REQUIRED_OF: dict[Kind, frozenset[str]] = {
    Kind.SCENARIO: frozenset({"role", "goals", "start"}),
    Kind.CASE: frozenset({"fictional"}),
    Kind.GUIDE: frozenset(),
    Kind.EXERCISE: frozenset({"mentor", "can_do", "level"}),
}


def keys_of(kind: Kind) -> tuple[str, ...]:
    """Every key a document of this kind may have, in the order they are written."""
    return (*COMMON, *SPECIFIC[kind], *CLOSING)


def read_front_matter(parsed: Parsed) -> tuple[FrontMatter | None, tuple[Problem, ...]]:
    """The front matter, or None where a key is missing or wrong."""
    reading = _Reading(parsed)
    try:
        kind = Kind(parsed.values.get("type", ""))
    except ValueError:
        reading.wrong("type", parsed.values.get("type"), " | ".join(Kind), " | ".join(Kind))
        return None, tuple(reading.problems)
    keys = keys_of(kind)
    reading.refuse_unknown(keys)
    values = {key: reading.value(key, read) for key, read in READERS.items() if key in keys}
    reading.require(key for key in keys if key in REQUIRED | REQUIRED_OF[kind])
    if reading.problems:
        return None, tuple(reading.problems)
    return FrontMatter(**{key: value for key, value in values.items() if value is not None}), ()


def front_matter_values(front: FrontMatter) -> dict[str, Any]:
    """The mapping that is written: in order, without empty keys."""
    values: dict[str, Any] = {}
    for key in keys_of(front.type):
        value = _plain(getattr(front, key))
        if key == "translation":
            value = value and _translation_values(front.translation) or "source"
        if key == "fictional":
            values[key] = bool(value)
        elif value not in ("", [], None, False, {}):
            values[key] = value
    return values


def read_help_box(parsed: Parsed, language: str) -> tuple[HelpBox | None, tuple[Problem, ...]]:
    """A help box without its text, or None where a key is missing or wrong."""
    reading = _Reading(parsed)
    reading.refuse_unknown(("id", "title", "verified_on"))
    id, title = reading.value("id", slug), reading.value("title", text("title"))
    verified_on = reading.value("verified_on", date)
    reading.require(("id", "title"))
    if reading.problems:
        return None, tuple(reading.problems)
    return HelpBox(language, id, title, (), verified_on), ()


def help_box_values(box: HelpBox) -> dict[str, Any]:
    values: dict[str, Any] = {"id": box.id, "title": box.title}
    return values | ({"verified_on": box.verified_on} if box.verified_on else {})


@dataclasses.dataclass
class _Reading:
    parsed: Parsed
    problems: list[Problem] = dataclasses.field(default_factory=list)

    def refuse_unknown(self, known: Iterable[str]) -> None:
        for key in self.parsed.values:
            if key not in known:
                self.problems.append(problem("C03", self._line(key), key=key, known=", ".join(known)))

    def require(self, keys: Iterable[str]) -> None:
        for key in keys:
            if self.parsed.values.get(key) in (None, []):
                self.problems.append(problem("C04", self._line(key), key=key))

    def value(self, key: str, read: Callable[[Any], Any]) -> Any:
        found = self.parsed.values.get(key)
        if found is None:
            return None
        try:
            return read(found)
        except Wrong as wrong:
            self.wrong(key, found, wrong.en, wrong.nb)
            return None

    def wrong(self, key: str, found: Any, wanted: str, wanted_nb: str) -> None:
        values = {"value": shown(found), "wanted": wanted, "wanted_nb": wanted_nb}
        self.problems.append(problem("C05", self._line(key), key=key, **values))

    def _line(self, key: str) -> int:
        return self.parsed.lines.get(key, 1)


def shown(value: Any) -> str:
    """A value as a message shows it: as it is written in a file, and cut where it is long."""
    if value is None or isinstance(value, bool):
        words = {None: "–", True: "true", False: "false"}[value]
    elif isinstance(value, str):
        words = f"“{value}”"
    else:
        words = value.isoformat() if isinstance(value, dt.date) else repr(value)
    return words if len(words) <= 60 else f"{words[:50]} …"


def _plain(value: Any) -> Any:
    """A value as YAML writes it."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        plain = {f.name: _plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
        return {key: v for key, v in plain.items() if v not in ("", None)}
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    return value.value if isinstance(value, StrEnum) else value


def _translation_values(translation: Translation | None) -> dict[str, Any]:
    values = _plain(translation)
    return {"from" if key == "language" else key: value for key, value in values.items()}
