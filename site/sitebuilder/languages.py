"""The languages of the site and every word its pages say around the texts.

``site/languages/<code>.yml`` holds nested strings; here they are flat, with dots between the levels. Norwegian is the
reference: a language is offered only when it has every string of it, none more, with the same ``{places}`` to fill in.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from string import Formatter

import yaml

from sitebuilder.places import LANGUAGES

ORDER = ("nb", "en", "uk", "ar", "ti", "so", "fa")
"""The languages that are offered, in the order of the language menu."""

REFERENCE = "nb"

DIRECTIONS = ("ltr", "rtl")


class LanguageError(Exception):
    """A file of strings that cannot be used; the message names the file and the keys, and tells what to do."""


@dataclass(frozen=True)
class Language:
    """A language of the site. ``name`` is its own name for itself, ``direction`` is ``ltr`` or ``rtl``."""

    code: str
    name: str
    english_name: str
    direction: str
    strings: Mapping[str, str] = field(repr=False, hash=False)

    def t(self, key: str, **values: object) -> str:
        """The string ``key`` with its places filled in. `KeyError` for a key that no language has."""
        text = self.strings[key]
        return text.format(**values) if values else text

    def date(self, day: dt.date) -> str:
        """A day as it is written in this language: "23. november 2026"."""
        return self.t("date.format", day=day.day, month=self.t(f"date.months.{day.month}"), year=day.year)


def load_languages(folder: Path) -> tuple[Language, ...]:
    """The languages in ``folder``, in `ORDER`. Raises `LanguageError` that lists everything missing or unknown."""
    unknown = sorted(path.name for path in folder.glob("*.yml") if path.stem not in ORDER)
    if unknown:
        raise LanguageError(
            f"{folder}: {', '.join(unknown)} is no language of the site. Add it to ORDER, or remove it."
        )
    strings = {code: _read(folder / f"{code}.yml") for code in ORDER}
    faults = [
        f"{folder / f'{code}.yml'}: {fault}" for code in ORDER for fault in _faults(strings[code], strings[REFERENCE])
    ]
    if faults:
        raise LanguageError("\n".join(faults))
    return tuple(_language(code, strings[code]) for code in ORDER)


@lru_cache(maxsize=1)
def site_languages() -> Mapping[str, Language]:
    """Those of the site itself, by their codes, in `ORDER`. Raises `LanguageError`."""
    return {language.code: language for language in load_languages(LANGUAGES)}


def _language(code: str, strings: Mapping[str, str]) -> Language:
    return Language(
        code, strings["language.name"], strings["language.english_name"], strings["language.direction"], strings
    )


def _read(path: Path) -> dict[str, str]:
    try:
        tree = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    except FileNotFoundError as error:
        raise LanguageError(f"{path}: there is no such file. Every language of ORDER needs one.") from error
    except yaml.YAMLError as error:
        raise LanguageError(f"{path}: is not YAML that can be read: {error}") from error
    if not isinstance(tree, dict):
        raise LanguageError(f"{path}: holds no strings.")
    return dict(_flatten(tree))


def _flatten(tree: Mapping[object, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in tree.items():
        if isinstance(value, Mapping):
            yield from _flatten(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value.strip() if isinstance(value, str) else ""


def _faults(strings: Mapping[str, str], reference: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with the strings of one language, one sentence for each kind of fault."""
    missing = [key for key in reference if not strings.get(key)]
    if missing:
        yield f"missing or empty: {', '.join(missing)}. Write them as text in quotation marks."
    unknown = [key for key in strings if key not in reference]
    if unknown:
        yield f"unknown: {', '.join(unknown)}. Remove them, or add them to {REFERENCE}.yml first."
    for key in reference.keys() & strings.keys():
        if strings[key] and _places(strings[key]) != _places(reference[key]):
            wanted = " ".join(sorted(f"{{{place}}}" for place in _places(reference[key]))) or "none"
            yield f"{key}: the places to fill in must be: {wanted}."
    if strings.get("language.direction", "ltr") not in DIRECTIONS:
        yield "language.direction must be ltr or rtl."


def _places(text: str) -> frozenset[str]:
    try:
        return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)
    except ValueError:
        return frozenset({"a brace that is not closed"})
