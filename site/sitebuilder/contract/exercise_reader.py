"""The body of an exercise set: prose and ``exercise`` fences in any order."""

from __future__ import annotations

from exercises.checks import check_items
from exercises.fence import read_item
from exercises.model import Item
from exercises.normal import normal
from sitebuilder.contract.document import ExerciseSet
from sitebuilder.contract.problems import Problem, problem
from sitebuilder.contract.prose import Block, make_prose
from sitebuilder.contract.prose_reader import Line, read_lines
from sitebuilder.contract.rooms import from_findings
from sitebuilder.contract.sections_reader import repeated_ids

FENCE = "```exercise"


def read_exercises(lines: list[Line]) -> tuple[ExerciseSet, tuple[Problem, ...]]:
    """The set, and what is wrong with its text and its items."""
    parts: list[Block | Item] = []
    problems: list[Problem] = []
    item_lines: dict[str, int] = {}
    prose: list[Line] = []
    outside: list[Line] = []

    def end_prose() -> None:
        blocks, found = read_lines(prose)
        parts.extend(blocks)
        problems.extend(found)
        prose.clear()

    at = 0
    while at < len(lines):
        number, text = lines[at]
        if text.rstrip() != FENCE:
            prose.append(lines[at])
            outside.append(lines[at])
            at += 1
            continue
        end_prose()
        end = next((n for n in range(at + 1, len(lines)) if lines[n][1].rstrip() == "```"), None)
        if end is None:
            how = "End it with a line ```.", "Avslutt den med en linje ```."
            what = "an exercise without an end", "en oppgave uten slutt"
            problems.append(problem("C17", number, what=what[0], what_nb=what[1], how=how[0], how_nb=how[1]))
            end = len(lines)
        source = "".join(f"{line}\n" for _, line in lines[at + 1 : end])
        item, findings = read_item(source, number + 1)
        problems.extend(from_findings(findings))
        if item:
            parts.append(item)
            item_lines.setdefault(item.id, number)
        at = end + 1
    end_prose()
    body = normal_set(ExerciseSet(tuple(parts)))
    problems.extend(repeated_ids(outside))
    problems.extend(from_findings(check_items(body.items, item_lines)))
    return body, tuple(problems)


def normal_set(body: ExerciseSet) -> ExerciseSet:
    """The set with its items, and the prose between them, in normal form."""
    parts: list[Block | Item] = []
    prose: list[Block] = []
    for part in body.parts:
        if isinstance(part, Item):
            parts.extend(make_prose(prose))
            prose.clear()
            parts.append(normal(part))
        else:
            prose.append(part)
    return ExerciseSet((*parts, *make_prose(prose)))
