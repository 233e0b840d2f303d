"""The sentences of one room, read from its ``wording.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NamedTuple


class Wording(NamedTuple):
    """What is wrong and what to do, as (message, remedy), in each language."""

    nb: tuple[str, str]
    en: tuple[str, str]


def _pair(sentences: list[str]) -> tuple[str, str]:
    message, remedy = sentences
    return message, remedy


def read_wordings(table: Path) -> dict[str, Wording]:
    """The sentences of one table, by code or code and variant."""
    found = tomllib.loads(table.read_text(encoding="utf-8"))
    return {key: Wording(nb=_pair(languages["nb"]), en=_pair(languages["en"])) for key, languages in found.items()}
