"""Fills the CMS from ``content/``: what files say becomes pages that are live.

Loading is all or nothing, and idempotent: a page that says what its file says is not touched. A page is known by its
id and its language. Nothing that editors wrote is lost: a draft stays in the history of its page, and a page without
a file stays as it is. Every page is read back before anything is kept, so what was loaded is what will be exported.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction
from sitebuilder.contract.checks import check_tree
from sitebuilder.contract.document import Library
from sitebuilder.contract.problems import Problem, errors
from sitebuilder.contract.tree import read_tree

from cms.library.catalogue import read_links
from cms.library.models import PAGE_OF_KIND
from cms.publishing.load_media import load_media
from cms.publishing.load_pages import PageLoader
from cms.publishing.load_places import ensure_places
from cms.publishing.load_snippets import load_help_boxes, load_topics
from cms.publishing.moved_pages import known, remember


class LoadError(Exception):
    """``content/`` cannot be loaded; nothing was changed. ``problems`` say what is wrong with which file."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@dataclass
class LoadReport:
    """What loading did, as paths under ``content/``."""

    created: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    unchanged: int = 0
    drafts_set_aside: list[str] = field(default_factory=list)
    """Pages whose draft was not published: it is kept in the history of the page."""
    without_file: list[str] = field(default_factory=list)
    """Pages that are live in the CMS and have no file; they were left alone."""

    @property
    def is_empty(self) -> bool:
        return not (self.created or self.updated)


def load_content(content: Path) -> LoadReport:
    """`load_library` for a folder. Raises `LoadError` where the folder breaks a rule."""
    tree = read_tree(content)
    wrong = errors(check_tree(tree))
    if wrong:
        raise LoadError(wrong)
    return load_library(tree.library, media=content / "media")


def load_library(library: Library, *, media: Path) -> LoadReport:
    """Makes the CMS say what ``library`` says. ``media`` holds ``images/`` and ``audio/``.

    Raises `LoadError`, with nothing changed, where a document would not come out as it went in.
    """
    report = LoadReport()
    with load_media(media, report) as files, transaction.atomic():
        places = ensure_places({text.language for text in (*library.documents, *library.help_boxes)})
        files.save()
        load_topics(library.topics, report)
        loader = PageLoader(library.documents, places, read_links(), report)
        _refuse(loader.save())
        links = read_links()
        problems = loader.link(links)
        problems += load_help_boxes(library.help_boxes, places.locales, links, report)
        _refuse(problems)
        loader.publish()
        _refuse(loader.compare(links))
        remember({**known(), **library.redirects})
        report.without_file.extend(_without_file(library))
    return report


def _refuse(problems: list[Problem]) -> None:
    if problems:
        raise LoadError(tuple(problems))


def _without_file(library: Library) -> list[str]:
    """Paths of live pages the library does not have."""
    there = {document.path for document in library.documents}
    pages = [page for model in PAGE_OF_KIND.values() for page in model.objects.live().select_related("locale")]
    paths = (f"{page.locale.language_code}/{page.kind.section}/{page.slug}.md" for page in pages)
    return sorted(path for path in paths if path not in there)
