"""A page with errors does not go live, whichever way it is sent."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

SCHEDULED = "wagtail.publish.scheduled"
"""What Wagtail's timer says it does when the time of a scheduled page has come."""


class NotReady(Exception):
    """``page`` cannot be published; ``told`` says what is wrong and how to mend it, in the active language."""

    def __init__(self, page: Any, told: tuple[str, ...]) -> None:
        self.page = page
        self.told = told
        super().__init__(f"{page.title}: {' '.join(told)}")


Gate = Callable[[Any], Iterable[str]]
"""Tells why a page may not go live, in the active language; nothing where it may."""

_gates: list[Gate] = []


def guard(gate: Gate) -> None:
    """Has every page asked by ``gate`` before it goes live. Called once, when the apps are ready."""
    _gates.append(gate)


def refuse_what_is_not_ready(page: Any) -> None:
    """Raises `NotReady` where a page has errors, or a gate is closed to it."""
    page.give_keys()
    errors = [problem.said for problem in page.problems() if problem.is_error]
    told = (*errors, *(line for gate in _gates for line in gate(page)))
    if told:
        raise NotReady(page, told)
