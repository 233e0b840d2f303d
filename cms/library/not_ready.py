"""A page with errors does not go live, whichever way it is sent."""

from __future__ import annotations

from typing import Any


class NotReady(Exception):
    """``page`` cannot be published; ``told`` says what is wrong and how to mend it, in the active language."""

    def __init__(self, page: Any, told: tuple[str, ...]) -> None:
        self.page = page
        self.told = told
        super().__init__(f"{page.title}: {' '.join(told)}")


def refuse_errors_of(page: Any) -> None:
    """Raises `NotReady` where a checked page has errors."""
    page.give_keys()
    errors = tuple(problem.said for problem in page.problems() if problem.is_error)
    if errors:
        raise NotReady(page, errors)
