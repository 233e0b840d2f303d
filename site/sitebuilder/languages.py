"""The languages of the site and every word its pages say around the texts.

``site/languages/<code>.yml`` holds nested strings; here they are flat, with dots between the levels. Such a file is all
a language needs. Norwegian is the reference: a language has every string of it, none more, with the same ``{places}``
to fill in, or no site is built. See ``docs/add-a-language.md``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import yaml

from sitebuilder.language_faults import DIRECTIONS, NAMES, faults_of_names, faults_of_order, faults_of_strings
from sitebuilder.language_heads import Head, head_of, read_heads
from sitebuilder.places import LANGUAGES

__all__ = ["DIRECTIONS", "ORDER", "REFERENCE", "Language", "LanguageError", "load_languages", "site_languages"]

ORDER = tuple(head.code for head in read_heads(LANGUAGES))
"""The languages that are offered, in the order of the language menu."""

REFERENCE = "nb"


class LanguageError(Exception):
    """Files of strings that cannot be used; the message names the files and the keys, and tells what to do."""


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

    def called(self, code: str) -> str:
        """What another language is called in this one: by its own name where this one has none for it."""
        return self.strings.get(f"{NAMES}{code}", code)

    def date(self, day: dt.date) -> str:
        """A day as it is written in this language: "23. november 2026"."""
        return self.t("date.format", day=day.day, month=self.t(f"date.months.{day.month}"), year=day.year)


@dataclass(frozen=True)
class _File:
    """A file of strings, or ``fault``: why there are none in it."""

    path: Path
    head: Head
    strings: Mapping[str, str] = field(default_factory=dict)
    fault: str = ""


def load_languages(folder: Path) -> tuple[Language, ...]:
    """The languages in ``folder``, in their order. Raises `LanguageError` that lists everything missing or unknown."""
    files = [_read(folder / f"{head.code}.yml") for head in read_heads(folder)]
    faults = [*faults_of_names(folder), *_faults(folder, {file.head.code: file for file in files})]
    if faults:
        raise LanguageError("\n".join(faults))
    names = {f"{NAMES}{file.head.code}": file.head.name for file in files}
    return tuple(
        Language(file.head.code, file.head.name, file.head.english_name, file.head.direction, {**names, **file.strings})
        for file in files
    )


@lru_cache(maxsize=1)
def site_languages() -> Mapping[str, Language]:
    """Those of the site itself, by their codes, in `ORDER`. Raises `LanguageError`."""
    return {language.code: language for language in load_languages(LANGUAGES)}


def _faults(folder: Path, files: Mapping[str, _File]) -> Iterator[str]:
    if REFERENCE not in files:
        yield f"{folder / f'{REFERENCE}.yml'}: there is no such file. The other languages are held to it."
        return
    readable = [file for file in files.values() if not file.fault]
    order = dict(faults_of_order([file.head for file in readable]))
    for code, file in files.items():
        if file.fault:
            yield f"{file.path}: {file.fault}"
        elif not files[REFERENCE].fault:
            for fault in faults_of_strings(file.strings, files[REFERENCE].strings, f"{REFERENCE}.yml"):
                yield f"{file.path}: {fault}"
        if code in order:
            yield f"{file.path}: {order[code]}"


def _read(path: Path) -> _File:
    nothing = head_of(path.stem, {})
    try:
        tree = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        return _File(path, nothing, fault=f"is not YAML that can be read: {error}")
    if not isinstance(tree, dict):
        return _File(path, nothing, fault="holds no strings.")
    said = tree.get("language")
    head = head_of(path.stem, said if isinstance(said, dict) else {})
    strings = {key: text for key, text in _flatten(tree) if key != "language.order"}
    return _File(path, head, strings)


def _flatten(tree: Mapping[object, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in tree.items():
        if isinstance(value, Mapping):
            yield from _flatten(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value.strip() if isinstance(value, str) else ""
