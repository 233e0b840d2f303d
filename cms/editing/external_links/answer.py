"""What comes back when a link is asked. Plain values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """Why there was no answer to judge by."""

    ADDRESS = "address"
    """It is no address of a site."""
    PRIVATE = "private"
    """It leads into a network that is not open to everyone; it was not asked."""
    NO_HOST = "no-host"
    """No site has this name."""
    REFUSED = "refused"
    """No connection could be made."""
    CUT = "cut"
    """The connection was broken off."""
    TIMEOUT = "timeout"
    CERTIFICATE = "certificate"
    """Browsers would warn the reader."""
    UNREADABLE = "unreadable"
    """What came is not HTTP."""
    LOOP = "loop"
    """One address led to the next, round or on and on."""


@dataclass(frozen=True)
class Answer:
    """``status`` is that of the last address in a row of redirects; None where a ``fault`` came instead."""

    status: int | None = None
    fault: Fault | None = None
    moved_to: str = ""
    """Where permanent redirects lead, from the first address on."""
    retry_after: float = 0.0
    """Seconds the site asks to be left alone."""
