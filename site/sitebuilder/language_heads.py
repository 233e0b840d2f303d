"""Which languages there are, and in which order: what the files of ``site/languages/`` say at their top.

A file there is all it takes. Here nothing is refused: a file that cannot be read is still a language by its name, so
that what is wrong with it can be told by `sitebuilder.languages`, with everything else that is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

CODE = re.compile(r"[a-z]{2,3}")
"""A language as it stands in addresses and in ``content/``: two letters, or three where ISO 639 has no two for it."""

_LAST = 10**6


@dataclass(frozen=True)
class Head:
    """What a language says of itself. ``order`` is its place in the menu, None where it tells no whole number."""

    code: str
    name: str
    english_name: str
    direction: str
    order: int | None


def read_heads(folder: Path) -> tuple[Head, ...]:
    """The languages that have a file in ``folder``, in the order of the menu; those without a place come last."""
    heads = [_head(path) for path in folder.glob("*.yml") if CODE.fullmatch(path.stem)]
    return tuple(sorted(heads, key=lambda head: (_LAST if head.order is None else head.order, head.code)))


def _head(path: Path) -> Head:
    try:
        tree = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        tree = None
    said = tree.get("language") if isinstance(tree, Mapping) else None
    return head_of(path.stem, said if isinstance(said, Mapping) else {})


def head_of(code: str, said: Mapping[object, object]) -> Head:
    """The head that the entries under ``language`` make; the code stands in for names that are missing."""
    name, english, direction, order = (said.get(key) for key in ("name", "english_name", "direction", "order"))
    return Head(
        code,
        name if isinstance(name, str) else code,
        english if isinstance(english, str) else code,
        direction if isinstance(direction, str) else "ltr",
        order if type(order) is int else None,
    )
