"""What may not go live: the problems checks found, each with the page it is about."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sitebuilder.contract.document import Library
from sitebuilder.contract.problems import Problem
from sitebuilder.contract.tree import paths
from wagtail.models import Locale

from cms.publishing.failures import Failed, Refused
from cms.publishing.pages import editing_place

LANGUAGES = ("nb", "en")
"""The languages of the admin, in which problems are kept."""


def refuse_to_empty(library: Library, content: Path) -> None:
    """Raises `Failed` where a CMS without any text would empty a folder that has some.

    A database that was lost or is new is the likely reason, and ``content`` is what it is filled from again.
    """
    if library.documents:
        return
    documents = sum(1 for path in paths(content) if path.endswith(".md") and "/help/" not in path)
    if documents > 1:  # The last text of all may be taken down on purpose.
        raise Failed("empty", documents=documents)


def refuse_to_drop_a_language(content: Path) -> None:
    """Raises `Failed` where ``content`` has texts in a language the CMS has no row for: it would delete them all."""
    if not content.is_dir():
        return
    rows = set(Locale.objects.values_list("language_code", flat=True))
    texts = [path for path in paths(content) if path.endswith(".md") and path.count("/") == 2]
    for language in sorted({path.partition("/")[0] for path in texts} - rows):
        count = sum(path.startswith(f"{language}/") for path in texts)
        raise Failed("language-gone", language=language, texts=count)


def refuse_errors(problems: Iterable[Problem]) -> list[dict[str, object]]:
    """The problems as a release keeps them. Raises `Refused` where one of them is an error.

    One broken page stops the whole release: what is half right is not published, and the editor is told which
    page it is. Warnings let it pass and are kept with it.
    """
    found = list(problems)
    told = [_told(problem) for problem in found]
    if any(problem.severity == "error" for problem in found):
        raise Refused(sorted(told, key=lambda p: p["severity"] != "error"))
    return told


def _told(problem: Problem) -> dict[str, object]:
    place = editing_place(problem.path)
    return {
        "code": problem.code,
        "severity": problem.severity,
        "path": problem.path,
        "line": problem.line,
        "words": {language: list(problem.say(language)) for language in LANGUAGES},
        "title": place.title if place else "",
        "edit": place.url if place else "",
    }
