"""The page about the rules of a story, ``docs/scenario-checks.md``, with an example of each broken and kept.

``python -m scenarios.rules_page > docs/scenario-checks.md`` writes it anew.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from scenarios.examples import BASE, EXAMPLES, Example
from scenarios.finding import Finding
from scenarios.wording import WORDINGS

_HEAD = """\
# The rules of a scenario

Every rule that `toolbox check` and the editor hold a story to, with a piece of a story that breaks it and one that
keeps it. A piece takes the place of the scenes with the same id in the story at the end of this page; `(161 ord)`
stands for that many words. The tests try every example. How a story is written is told in
[content-format.md](content-format.md); the rules of its form (S20–S39) are in [checks.md](checks.md).

An *error* keeps a story from being published; a *warning* is advice to its author.
"""


def rules_page() -> str:
    """The Markdown of the page."""
    sections = [line for example in EXAMPLES for line in _section(example)]
    return "\n".join([_HEAD, *sections, "## The story the pieces belong to", "", *_fence(BASE), ""])


def _section(example: Example) -> Iterator[str]:
    keys = [key for key in WORDINGS if key.partition(".")[0] == example.code]
    yield from (f"## {example.code} ({Finding(keys[0]).severity})", "")
    for key in keys:
        message, remedy = WORDINGS[key].en
        yield f"- {_plain(message)} *{_plain(remedy)}*"
    yield ""
    for label, piece in (("Breaks it", example.fails), ("Keeps it", example.passes)):
        yield from (f"{label}{_setting(example, label)}:", "", *_fence(piece), "")


def _setting(example: Example, label: str) -> str:
    """What the piece does not say itself."""
    if example.today:
        return f", as `review_by` on {example.today}"
    if example.translation:
        return ", as a translation"
    if example.retired:
        return f", where `retired` names {', '.join(f'`{an_id}`' for an_id in example.retired)}"
    if example.start != "stille":
        return f", with `start: {example.start if label == 'Breaks it' else 'stille'}`"
    return ", as the whole story" if example.whole else ""


def _fence(piece: str) -> Iterator[str]:
    yield from ("```markdown", piece.rstrip("\n"), "```")


def _plain(words: str) -> str:
    return words.replace("{{", "{").replace("}}", "}").replace("*", "\\*")


if __name__ == "__main__":
    sys.stdout.write(rules_page())
