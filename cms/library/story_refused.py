"""A story with errors does not go live, whichever way it is sent."""

from __future__ import annotations

from typing import Any

from cms.library.story_form import story_of
from cms.library.story_words import tell


class StoryRefused(Exception):
    """``page`` cannot be published; ``told`` says what is wrong and how to mend it, in the active language."""

    def __init__(self, page: Any, told: tuple[str, ...]) -> None:
        self.page = page
        self.told = told
        super().__init__(f"{page.title}: {' '.join(told)}")


def refuse_errors_of(page: Any) -> None:
    """Raises `StoryRefused` where the story has errors."""
    page.give_keys()
    written = story_of(page)
    errors = written.errors
    if errors:
        raise StoryRefused(page, tuple(" ".join(tell(finding, written)) for finding in errors))
