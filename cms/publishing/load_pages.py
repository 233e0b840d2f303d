"""Documents from ``content/`` as pages, in steps: saved, then linked, then made live, then read back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from sitebuilder.contract.document import Document
from sitebuilder.contract.href import is_document
from sitebuilder.contract.prose_walk import hrefs_of

from cms.library.mapping.documents import Surroundings, apply_document, to_document
from cms.library.mapping.front_matter import published_at
from cms.library.mapping.links import Links
from cms.library.mapping.problems import CannotHold, Problem, cannot_hold, not_valid
from cms.library.models import PAGE_OF_KIND, ToolboxPage
from cms.publishing.load_places import Places

if TYPE_CHECKING:
    from cms.publishing.load import LoadReport


@dataclass
class _Loaded:
    page: ToolboxPage
    document: Document


class PageLoader:
    """Loads documents that differ from their pages. Originals come first: translations have their slug."""

    def __init__(self, documents: tuple[Document, ...], places: Places, links: Links, report: LoadReport) -> None:
        self._documents = sorted(documents, key=lambda document: document.front.translation is not None)
        self._places = places
        self._links = links
        self._report = report
        self._loaded: list[_Loaded] = []
        self._problems: list[Problem] = []

    def save(self) -> list[Problem]:
        """Creates pages that are missing and updates those that differ. Links to new pages are paths as yet."""
        known = {
            (page.locale.language_code, str(page.translation_key)): page
            for model in PAGE_OF_KIND.values()
            for page in model.objects.select_related("locale")
        }
        around = Surroundings(self._links)
        for document in self._documents:
            page = known.get((document.language, document.front.id))
            if page and _is_current(page, document, around):
                self._report.unchanged += 1
            else:
                self._save(page, document)
        return self._problems

    def _save(self, page: ToolboxPage | None, document: Document) -> None:
        self._report_on(page, document)
        model = PAGE_OF_KIND[document.front.type]
        loaded = _Loaded(page or model(locale=self._places.locales[document.language]), document)
        loaded.page.live = True
        loaded.page.alias_of = None
        loaded.page.first_published_at = published_at(document.front.published_on)
        loaded.page.last_published_at = published_at(document.front.updated_on)
        if not self._apply(loaded, self._links):
            return
        self._loaded.append(loaded)

    def _apply(self, loaded: _Loaded, links: Links) -> bool:
        """Sets and saves the fields; False, with a problem, where that cannot be done."""
        page, document = loaded.page, loaded.document
        try:
            apply_document(page, document, links)
            if page.pk:
                page.save()
            else:
                self._places.sections[document.language, document.front.type].add_child(instance=page)
        except CannotHold as what:
            self._problems.append(cannot_hold(document.path, what))
        except ValidationError as error:
            self._problems.append(not_valid(document.path, error))
        else:
            return True
        return False

    def link(self, links: Links) -> list[Problem]:
        """Points links at the pages that were just made."""
        for loaded in self._loaded:
            if _leads_elsewhere(loaded.document):
                self._apply(loaded, links)
        return self._problems

    def publish(self) -> None:
        """Keeps each page as a revision that is live, with the dates of its file."""
        for loaded in self._loaded:
            page, front = loaded.page, loaded.document.front
            revision = page.save_revision(changed=False, clean=False)
            type(page).objects.filter(pk=page.pk).update(
                live_revision=revision,
                has_unpublished_changes=False,
                first_published_at=published_at(front.published_on),
                last_published_at=published_at(front.updated_on),
            )

    def compare(self, links: Links) -> list[Problem]:
        """A problem for each page that does not say what its file says."""
        around = Surroundings(links)
        found = []
        for model in PAGE_OF_KIND.values():
            wanted = {loaded.page.pk: loaded.document for loaded in self._loaded if isinstance(loaded.page, model)}
            for page in model.objects.filter(pk__in=wanted).select_related("locale"):
                if to_document(page, around) != wanted[page.pk]:
                    found.append(cannot_hold(wanted[page.pk].path, CannotHold("other")))
        return found

    def _report_on(self, page: ToolboxPage | None, document: Document) -> None:
        (self._report.updated if page else self._report.created).append(document.path)
        if page and page.has_unpublished_changes:
            self._report.drafts_set_aside.append(document.path)


def _is_current(page: ToolboxPage, document: Document, around: Surroundings) -> bool:
    return page.live and page.alias_of_id is None and to_document(page, around) == document


def _leads_elsewhere(document: Document) -> bool:
    """Whether the document names other documents, which may not have been pages when it was saved first."""
    front = document.front
    return bool(front.related or front.scenario or any(map(is_document, hrefs_of(document.body))))
