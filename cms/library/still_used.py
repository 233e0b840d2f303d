"""What is used stays: nothing is taken away from under the texts that need it, whichever way it was to go.

Pages stay while others lead to them. Elsewhere a release would be refused later, and the one who took the page down
would not be there to mend it. What becomes of translations is asked in `cms.languages.withdraw`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from django.http import HttpRequest
from wagtail.models import Page

from cms.library.models import PAGE_OF_KIND, HelpBox, ToolboxPage
from cms.library.uses import Use, others, thing_of, uses_of


class StillUsed(Exception):
    """``instance`` stays; ``uses`` are the texts that need it. ``action`` is what was to be done with it."""

    def __init__(self, instance: Any, uses: list[Use], action: str = "delete") -> None:
        self.instance = instance
        self.uses = uses
        self.action = action
        super().__init__(f"{instance} is used by {', '.join(str(use.holder) for use in uses)}")


def refuse_if_used(instance: Model, **kwargs: Any) -> None:
    """Before a picture, a recording, a topic or a help box is deleted, by a person or by code."""
    if isinstance(instance, HelpBox) and _stays_in_another_language(instance):
        return
    uses = uses_of(thing_of(instance))
    if uses:
        raise StillUsed(instance, uses)


def _stays_in_another_language(box: HelpBox) -> bool:
    """Whether pages still have it: a page shows a box of another language where there is none in its own."""
    return HelpBox.objects.filter(key=box.key, live=True).exclude(pk=box.pk).exists()


def stay_while_linked(action: str, request: HttpRequest, page: Page) -> None:
    """A hook of Wagtail's views that take down one page."""
    refuse_pages([page], action)


def refuse_used_pages(request: HttpRequest, action: str, chosen: Iterable[Any], view: Any) -> None:
    """A hook of Wagtail's bulk actions."""
    pages = [each for each in chosen if isinstance(each, Page)]
    if action in ("delete", "unpublish") and pages:
        refuse_pages(pages, action)


def refuse_pages(pages: list[Page], action: str) -> None:
    """Raises `StillUsed` for the first of ``pages`` that others need. Those that go together need each other not."""
    for page in pages:
        own = page.specific
        if not isinstance(own, ToolboxPage) or own.alias_of_id:
            continue
        if action == "delete" or not _lives_elsewhere(own, pages):
            uses = others(uses_of(thing_of(own), drafts=action == "delete"), pages)
            if uses:
                raise StillUsed(own, uses, action)


def _lives_elsewhere(page: ToolboxPage, going: list[Page]) -> bool:
    """Whether a link to the page would lead to it in another language."""
    versions = PAGE_OF_KIND[page.kind].objects.filter(translation_key=page.translation_key, live=True)
    return versions.filter(alias_of__isnull=True).exclude(pk__in=[each.pk for each in (page, *going)]).exists()
