"""Reading a stranger's text: either a draft, or what refuses it. Anything else is a fault."""

from __future__ import annotations

from collections.abc import Callable

from exchange.remark import ExchangeError, Finding
from scenarios.exchange.draft import Draft


def take(read: Callable[[], Draft]) -> tuple[Draft | None, tuple[Finding, ...]]:
    """The draft and what is said of it, every word of which can be told."""
    try:
        draft = read()
    except ExchangeError as error:
        draft, said = None, error.remarks
    else:
        said = (*draft.remarks, *draft.reading().findings)
    for found in said:
        for language in ("nb", "en"):
            assert all(found.told(language))
    assert draft or said
    return draft, said


def refusal(read: Callable[[], object]) -> list[tuple[str, int]]:
    """Codes and lines of what refuses a text; empty where it is taken."""
    try:
        read()
    except ExchangeError as error:
        return [(found.wording, found.line) for found in error.remarks if found.severity == "error"]
    return []
