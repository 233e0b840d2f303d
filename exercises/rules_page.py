"""The page about the rules of an exercise set, ``docs/exercise-checks.md``, with an example of each broken and kept.

``python -m exercises.rules_page > docs/exercise-checks.md`` writes it anew.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from exercises.examples import BASE, EXAMPLES, Example, sources
from exercises.finding import Finding
from exercises.wording import WORDINGS

_HEAD = """\
# The rules of an exercise set

Every rule that `toolbox check` and the editor hold a set of exercises to, with items that break it and items that keep
it. An item takes the place of the one with the same id in the set at the end of this page, or is added to it. The tests
try every example. How an item is written is told in [content-format.md](content-format.md); the rules of its form
(E20–E29) are in [checks.md](checks.md).

An *error* keeps a set from being published; a *warning* is advice to its author.
"""


def rules_page() -> str:
    """The Markdown of the page."""
    sections = [line for example in EXAMPLES for line in _section(example)]
    return "\n".join([_HEAD, *sections, "## The set the items belong to", "", *_fences(BASE)])


def _section(example: Example) -> Iterator[str]:
    keys = [key for key in WORDINGS if key.partition(".")[0] == example.code]
    yield from (f"## {example.code} ({Finding(keys[0]).severity})", "")
    for key in keys:
        message, remedy = WORDINGS[key].en
        yield f"- {_plain(message)} *{_plain(remedy)}*"
    yield ""
    yield from (f"Breaks it{_setting(example)}{f': {example.note}' if example.note else ''}:", "")
    yield from _fences(example.fails)
    yield from (f"Keeps it{_setting(example)}:", "", *_fences(example.passes))


def _setting(example: Example) -> str:
    """What the piece does not say itself."""
    if example.translation:
        return ", in a translation"
    return f", at level {example.level}" if example.level else ""


def _fences(piece: str) -> Iterator[str]:
    for source in sources(piece):
        yield from ("```yaml", source.strip("\n"), "```", "")


def _plain(words: str) -> str:
    return words.replace("{{", "{").replace("}}", "}").replace("*", "\\*")


if __name__ == "__main__":
    sys.stdout.write(rules_page())
