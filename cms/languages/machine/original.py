"""Whether an original is fit to be translated: what is wrong with it would be wrong seven times over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from sitebuilder.contract.checks import check_library
from sitebuilder.contract.hashing import source_hash
from wagtail_localize.models import Translation

from cms.library.form_problems import language_of_admin
from cms.library.live import live_content
from cms.library.models import ToolboxPage
from cms.library.models.checked_page import CheckedPage


def to_mend(translation: Translation) -> tuple[str, ...]:
    """What is to be done to the original first, in the active language; nothing where it is live and has no errors."""
    original = translation.source.get_source_instance()
    if not original.live:
        return (_("Publish the original first: it is a draft."),)
    if source_hash(original.to_document()) != source_hash(translation.source.as_instance().to_document()):
        return (_("The original has changed. Press “Sync translated pages” on it first."),)
    return tuple(dict.fromkeys((*_own_errors(original), *_errors_between(original))))


def _own_errors(original: Any) -> Iterator[str]:
    problems = original.problems() if isinstance(original, CheckedPage) else ()
    yield from (problem.said for problem in problems if problem.is_error)


def _errors_between(original: ToolboxPage) -> Iterator[str]:
    """What a release would find wrong with it among all that is live: links, help boxes, series."""
    live = live_content()
    path = f"{original.locale.language_code}/{original.kind.section}/{original.slug}.md"
    for problem in (*live.problems, *check_library(live.library)):
        if problem.path == path and problem.severity == "error":
            yield " ".join(problem.say(language_of_admin()))
