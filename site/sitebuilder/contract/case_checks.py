"""Advice about a case: what makes it train a mentor, and what could give a person away."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.private import private_details
from sitebuilder.contract.document import Case, Document, Role, Section
from sitebuilder.contract.problems import Problem, problem
from sitebuilder.contract.prose import Admonition
from sitebuilder.contract.prose_writer import write_prose

FEWEST_PERSPECTIVES = 2


def check_case(document: Document, case: Case) -> Iterator[Problem]:
    """Warnings only: what must hold is told by the reader. A translation has the form of its original."""
    if document.front.translation is None:
        yield from _check_form(case, document.path)
    yield from _check_privacy(document, case)


def _check_form(case: Case, path: str) -> Iterator[Problem]:
    roles = [section.role for section in case.sections]
    if Role.STRENGTHS not in roles:
        yield problem("C43", 0, path=path)
    parts = [section for section in case.sections if section.role is Role.PART]
    if parts and not any(map(ends_in_question, parts)):
        yield problem("C44", 0, path=path, needle=f"{{#{parts[0].id}")
    perspectives = roles.count(Role.PERSPECTIVE)
    if perspectives < FEWEST_PERSPECTIVES:
        yield problem("C45", 0, path=path, number=perspectives)


def ends_in_question(part: Section) -> bool:
    """Whether a part ends in something to stop at."""
    last = part.blocks[-1] if part.blocks else None
    return isinstance(last, Admonition) and last.kind == "question"


def _check_privacy(document: Document, case: Case) -> Iterator[Problem]:
    front = document.front
    texts = [front.title, front.summary, front.together, write_prose(case.intro)]
    for text in (*texts, *(f"{section.title}\n\n{write_prose(section.blocks)}" for section in case.sections)):
        for detail in private_details(text):
            yield problem("C46", 0, path=document.path, needle=detail, detail=detail)
