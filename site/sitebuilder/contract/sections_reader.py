"""The bodies of guides and cases: an introduction, then sections under headings of level 2."""

from __future__ import annotations

import re

from sitebuilder.contract.document import PERSPECTIVES, Kind, Role, Section
from sitebuilder.contract.escape import unescape
from sitebuilder.contract.problems import Problem, problem
from sitebuilder.contract.prose import Prose, one_line
from sitebuilder.contract.prose_lines import ID, Line
from sitebuilder.contract.prose_reader import read_lines

_SECTION = re.compile(r"^##\s+(.*?)(?:\s+\{#([a-z0-9-]*)((?:\s+\.[a-z]+)*)\s*\})?\s*$")
_WITH_ID = re.compile(r"^\s*#{2,3}\s+(.*?)\s+\{#([a-z0-9-]+)[^{}]*\}\s*$")
ROLES_OF_CASE = (Role.PART, Role.PERSPECTIVE, Role.STRENGTHS, Role.FACILITATOR)
PARTS_OF_CASE = range(2, 5)
_ONCE = {
    Role.STRENGTHS: ("strengths under several headings", "styrker under flere overskrifter"),
    Role.FACILITATOR: ("notes for the leader under several headings", "notater til lederen under flere overskrifter"),
}


def read_sections(lines: list[Line], kind: Kind) -> tuple[Prose, tuple[Section, ...], tuple[Problem, ...]]:
    """Introduction and sections, and what is wrong with them."""
    problems: list[Problem] = []
    intro_lines, pieces = _split(lines)
    intro, found = read_lines(intro_lines)
    problems.extend(found)
    sections: list[Section] = []
    for (number, heading), under in pieces:
        section, found = _section(number, heading, under, kind)
        problems.extend(found)
        if not ID.match(section.id):
            problems.append(problem("C15", number, title=section.title, where=section.id))
        sections.append(section)
    problems.extend(repeated_ids(lines))
    problems.extend(_order(sections, kind, lines[0][0] if lines else 1))
    return intro, tuple(sections), tuple(problems)


def repeated_ids(lines: list[Line]) -> list[Problem]:
    """Headings, inside boxes too, whose id another heading above them has."""
    problems: list[Problem] = []
    seen: set[str] = set()
    for number, text in lines:
        if heading := _WITH_ID.match(text):
            if heading[2] in seen:
                problems.append(problem("C15", number, title=unescape(heading[1]), where=heading[2]))
            seen.add(heading[2])
    return problems


def _split(lines: list[Line]) -> tuple[list[Line], list[tuple[Line, list[Line]]]]:
    intro: list[Line] = []
    pieces: list[tuple[Line, list[Line]]] = []
    for line in lines:
        if line[1].startswith("## "):
            pieces.append((line, []))
        else:
            (pieces[-1][1] if pieces else intro).append(line)
    return intro, pieces


def _section(number: int, heading: str, under: list[Line], kind: Kind) -> tuple[Section, tuple[Problem, ...]]:
    match = _SECTION.match(heading)
    title, id, classes = (match[1], match[2] or "", (match[3] or "").split()) if match else (heading[3:], "", [])
    blocks, problems = read_lines(under)
    role, whose, understood = _role([name[1:] for name in classes], kind)
    if not understood:
        what = f"the class {' '.join(classes)}", f"klassen {' '.join(classes)}"
        how = "Use the classes docs/content-format.md names.", "Bruk klassene som docs/content-format.md nevner."
        problems = (*problems, _not_here(number, what, how, id))
    words = one_line(unescape(title))
    if not words:
        wrong = "a heading without words", "en overskrift uten ord"
        how = "Give the heading words.", "Gi overskriften ord."
        problems = (*problems, _not_here(number, wrong, how))
    return Section(id, words, blocks, role, whose), problems


def _not_here(line: int, what: tuple[str, str], how: tuple[str, str], where: str = "") -> Problem:
    return problem("C17", line, where=where, what=what[0], what_nb=what[1], how=how[0], how_nb=how[1])


def _role(classes: list[str], kind: Kind) -> tuple[Role, str, bool]:
    if kind is Kind.GUIDE:
        return Role.STEP, "", not classes
    match classes:
        case []:
            return Role.PART, "", True
        case ["perspective", whose] if whose in PERSPECTIVES:
            return Role.PERSPECTIVE, whose, True
        case ["strengths"]:
            return Role.STRENGTHS, "", True
        case ["facilitator"]:
            return Role.FACILITATOR, "", True
        case _:
            return Role.PART, "", False


def _order(sections: list[Section], kind: Kind, line: int) -> list[Problem]:
    """A case's sections stand in the order of its roles, and it has two to four parts; a guide has a step."""
    if kind is Kind.GUIDE:
        if sections:
            return []
        what, how = (
            ("a guide without a step", "en veiledning uten steg"),
            ("Add a ## heading.", "Legg til en ##-overskrift."),
        )
        return [_not_here(line, what, how)]
    problems = []
    roles = [ROLES_OF_CASE.index(section.role) for section in sections]
    if roles != sorted(roles):
        what = "sections in another order", "avsnitt i en annen rekkefølge"
        how = (
            "Order them: parts, perspectives, strengths, facilitator.",
            "Ordne dem slik: deler, perspektiver, styrker, notater til gruppelederen.",
        )
        problems.append(_not_here(line, what, how))
    parts = sum(section.role is Role.PART for section in sections)
    if parts not in PARTS_OF_CASE:
        what = f"{parts} parts", f"{parts} deler"
        how = "A case has two to four parts.", "En case har to til fire deler."
        problems.append(_not_here(line, what, how))
    for role, names in _ONCE.items():
        if [section.role for section in sections].count(role) > 1:
            how = "Put what they say under one heading.", "Samle det de sier, under én overskrift."
            problems.append(_not_here(line, names, how))
    return problems
