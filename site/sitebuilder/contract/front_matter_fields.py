"""What the value of each key in front matter must look like: one reader for each kind of value."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from typing import Any

from sitebuilder.contract.document import LEVELS, PHASES, Audience, Kind, Series, Source, Translation
from sitebuilder.contract.prose import one_line

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
SLUG = re.compile(r"^(?=.{1,60}\Z)[a-z0-9]+(?:-[a-z0-9]+)*\Z")
HASH = re.compile(r"[0-9a-f]{16}")
LENGTHS = {"title": 80, "summary": 200, "can_do": 200}
"""The most characters a text may have; 600 where nothing is said."""
LONGEST = 600
MINUTES = range(1, 91)
_PATH = r"\.\./{}/[a-z0-9]+(?:-[a-z0-9]+)*\.md"

Read = Callable[[Any], Any]


class Wrong(Exception):
    """A value is not what its key asks for; says what was wanted, in English and in Norwegian."""

    def __init__(self, en: str, nb: str) -> None:
        super().__init__(en)
        self.en, self.nb = en, nb


def text(key: str) -> Callable[[Any], str]:
    """A text of at most as many characters as `LENGTHS` says."""
    most = LENGTHS.get(key, LONGEST)

    def read(value: Any) -> str:
        if not isinstance(value, str) or not one_line(value):
            raise Wrong(
                "text (in quotation marks where it looks like a number or a date)",
                "tekst (i anførselstegn om den ligner et tall eller en dato)",
            )
        if len(one_line(value)) > most:
            raise Wrong(f"at most {most} characters", f"høyst {most} tegn")
        return one_line(value)

    return read


def one_of(values: Iterable[str]) -> Callable[[Any], str]:
    known = tuple(values)

    def read(value: Any) -> str:
        if value not in known:
            raise Wrong(" | ".join(known), " | ".join(known))
        return str(value)

    return read


def list_of(read: Read, en: str, nb: str) -> Callable[[Any], tuple[Any, ...]]:
    def read_list(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise Wrong(f"a list of {en}", f"en liste med {nb}")
        return tuple(read(item) for item in value)

    return read_list


def matching(pattern: re.Pattern[str] | str, en: str, nb: str) -> Callable[[Any], str]:
    form = re.compile(pattern)

    def read(value: Any) -> str:
        if not isinstance(value, str) or not form.fullmatch(value):
            raise Wrong(en, nb)
        return value

    return read


def date(value: Any) -> dt.date:
    if not isinstance(value, dt.date) or isinstance(value, dt.datetime):
        raise Wrong("a date such as 2026-11-23", "en dato som 2026-11-23")
    return value


def flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise Wrong("true or false", "true eller false")
    return value


def true(value: Any) -> bool:
    if value is not True:
        raise Wrong(
            "true: a case is made up, and shows no real person",
            "true: en case er diktet og viser ingen virkelig person",
        )
    return True


def minutes(value: Any) -> int:
    if type(value) is not int or value not in MINUTES:
        raise Wrong("a whole number from 1 to 90", "et helt tall fra 1 til 90")
    return value


def mapping(value: Any, known: Iterable[str], required: Iterable[str]) -> dict[str, Any]:
    keys, needed = tuple(known), tuple(required)
    if not isinstance(value, dict) or not set(value) <= set(keys) or not set(needed) <= set(value):
        all_keys, least = ", ".join(keys), ", ".join(needed)
        raise Wrong(f"the keys {all_keys}, at least {least}", f"feltene {all_keys}, minst {least}")
    return value


def series(value: Any) -> Series:
    found = mapping(value, ("id", "order"), ("id", "order"))
    if type(found["order"]) is not int or not 1 <= found["order"] <= 99:
        raise Wrong("an order from 1 to 99", "en order fra 1 til 99")
    return Series(slug(found["id"]), found["order"])


def source(value: Any) -> Source:
    found = mapping(value, ("title", "url", "checked", "evidence"), ("title",))
    return Source(
        text("source")(found["title"]),
        url(found["url"]) if "url" in found else "",
        date(found["checked"]) if "checked" in found else None,
        text("source")(found["evidence"]) if "evidence" in found else "",
    )


def translation(value: Any) -> Translation | None:
    """None for an original."""
    if value == "source":
        return None
    keys = ("from", "of", "state", "method", "reviewed_by", "reviewed_on")
    found = mapping(value, keys, keys[:4])
    return Translation(
        matching("[a-z]{2,3}", "a language code", "en språkkode")(found["from"]),
        matching(
            HASH,
            "an “of” of 16 characters in quotation marks (toolbox hash FILE prints it)",
            "en «of» på 16 tegn i anførselstegn (toolbox hash FIL skriver den ut)",
        )(found["of"]),
        one_of(Translation.STATES)(found["state"]),
        one_of(Translation.METHODS)(found["method"]),
        text("reviewed_by")(found["reviewed_by"]) if "reviewed_by" in found else "",
        date(found["reviewed_on"]) if "reviewed_on" in found else None,
    )


def each_once(read: Callable[[Any], tuple[Any, ...]]) -> Callable[[Any], tuple[Any, ...]]:
    def read_once(value: Any) -> tuple[Any, ...]:
        found = read(value)
        if len(set(found)) < len(found):
            raise Wrong("a list that names each once", "en liste som nevner hver bare én gang")
        return found

    return read_once


scene_id = matching("[a-z0-9][a-z0-9-]*", "the id of a scene", "id-en til en scene")
url = matching(r"https?://[^\s<>\"\x00-\x1f\x7f-\x9f]+", "an address with https://", "en adresse med https://")
slug = matching(SLUG, "a short name of a-z, 0-9 and hyphens", "et kort navn av a-z, 0-9 og bindestrek")
_path = matching(
    _PATH.format("(?:scenarios|cases|guides|exercises)"),
    "a path such as ../guides/cv.md",
    "en sti som ../guides/cv.md",
)
READERS: dict[str, Read] = {
    "id": matching(UUID, "a UUID in small letters", "en UUID med små bokstaver"),
    "type": Kind,
    "title": text("title"),
    "summary": text("summary"),
    "audience": lambda value: Audience(one_of(Audience)(value)),
    "topics": list_of(slug, "topics", "temaer"),
    "phase": one_of(PHASES),
    "level": one_of(LEVELS),
    "minutes": minutes,
    "series": series,
    "role": text("role"),
    "goals": list_of(text("goals"), "texts", "tekster"),
    "start": scene_id,
    "reflection": list_of(text("reflection"), "texts", "tekster"),
    "retired": each_once(list_of(scene_id, "ids", "id-er")),
    "fictional": true,
    "scenario": matching(
        _PATH.format("scenarios"),
        "the path of a scenario, such as ../scenarios/stillhet.md",
        "stien til et scenario, som ../scenarios/stillhet.md",
    ),
    "mentor": text("mentor"),
    "can_do": text("can_do"),
    "together": text("together"),
    "related": list_of(_path, "paths", "stier"),
    "sources": list_of(source, "sources", "kilder"),
    "authors": list_of(text("authors"), "names", "navn"),
    "reviewed_on": date,
    "review_by": date,
    "sensitive": flag,
    "help": list_of(slug, "ids of help boxes", "id-er til hjelpebokser"),
    "published_on": date,
    "updated_on": date,
    "translation": translation,
}
"""How the value of each key is read. Each raises `Wrong` for a value it does not know."""
