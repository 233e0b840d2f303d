"""What is live in the CMS, as the contract's documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet
from sitebuilder.contract.document import Library
from sitebuilder.contract.document import Topic as TopicSaid
from sitebuilder.contract.problems import Problem
from wagtail.models import PageViewRestriction

from cms.library.catalogue import read_surroundings
from cms.library.mapping.documents import Surroundings, to_document, to_help_box
from cms.library.mapping.links import Outward
from cms.library.models import PAGE_OF_KIND, HelpBox, ToolboxPage, Topic


@dataclass(frozen=True)
class LiveContent:
    """The library as it is live, and what only the CMS can find wrong with it."""

    library: Library
    problems: tuple[Problem, ...] = ()


def live_content(around: Surroundings | None = None) -> LiveContent:
    """Everything that is live and public. What is gone is left out of the documents that used it, and is a problem.

    The number of queries does not grow with the number of pages. Aliases are never exported: they hold the text
    of another language.
    """
    around = around or read_surroundings()
    problems: list[Problem] = []
    documents = [to_document(page, around, Outward(around.links, problems=problems)) for page in live_pages()]
    boxes = [to_help_box(box, around.links, Outward(around.links, problems=problems)) for box in live_help_boxes()]
    library = Library(
        tuple(sorted(documents, key=lambda document: document.path)),
        tuple(sorted(boxes, key=lambda box: box.path)),
        _topics(),
    )
    return LiveContent(library, tuple(problems))


def live_pages() -> Iterator[ToolboxPage]:
    """The pages that are exported, kind by kind."""
    private = tuple(PageViewRestriction.objects.values_list("page__path", flat=True))
    for model in PAGE_OF_KIND.values():
        for page in model.objects.live().filter(alias_of__isnull=True).select_related("locale"):
            if not page.path.startswith(private):
                yield page


def live_help_boxes() -> QuerySet[HelpBox]:
    return HelpBox.objects.filter(live=True).select_related("locale")


def _topics() -> tuple[TopicSaid, ...]:
    topics = Topic.objects.prefetch_related("names")
    return tuple(TopicSaid(topic.key, {name.language: name.name for name in topic.names.all()}) for topic in topics)
