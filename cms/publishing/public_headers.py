"""The ``_headers`` of a release, as a host reads them."""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path


def site_headers(root: Path, path: str) -> dict[str, str]:
    """What the site in ``root`` says with ``path``; later patterns win. Nothing is said that is not ours to say."""
    file = root / "_headers"
    found = {"X-Content-Type-Options": "nosniff"}
    try:
        rules = _rules(file, file.stat().st_mtime_ns)
    except FileNotFoundError:
        return found
    for pattern, headers in rules:
        if fnmatchcase(path, pattern):
            found.update(headers)
    return found


@lru_cache(maxsize=4)
def _rules(file: Path, changed: int) -> tuple[tuple[str, Mapping[str, str]], ...]:
    """Headers by pattern; ``changed`` tells one version of the file from the next."""
    rules: list[tuple[str, dict[str, str]]] = []
    for line in file.read_text("utf-8").splitlines():
        if line and not line[0].isspace():
            rules.append((line.strip(), {}))
        elif line.strip() and rules:
            name, _, value = line.partition(":")
            rules[-1][1][name.strip()] = value.strip()
    return tuple(rules)
