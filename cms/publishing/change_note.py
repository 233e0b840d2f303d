"""Who did what to which page: a note about a change, before it is kept."""

from __future__ import annotations

from dataclasses import dataclass

from cms.publishing.states import Action


@dataclass(frozen=True)
class ChangeNote:
    """``url`` is the page's address on the reader's site; empty for what has none, such as a picture."""

    title: str
    url: str = ""
    action: Action = Action.PUBLISHED
    page_id: int | None = None
