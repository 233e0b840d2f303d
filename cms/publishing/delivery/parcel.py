"""What is delivered."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Parcel:
    """A live release. ``content`` is its own copy of the texts, which nothing changes any more."""

    release: int
    content: Path
    subject: str
    """One line that says what changed."""
    author: str
    email: str


class DeliveryError(Exception):
    """The delivery did not arrive. ``code`` and ``facts`` are for `wording`; neither holds a secret."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(f"{code}: {facts}")
        self.failure: dict[str, object] = {"code": code, **facts}
