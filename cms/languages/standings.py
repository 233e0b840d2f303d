"""The rows that tell where every text stands, written anew from the pages."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db import transaction
from sitebuilder.contract.hashing import source_hash
from wagtail.models import Locale

from cms.languages import counting
from cms.languages.carry_version import follow_renamed
from cms.languages.models import Standing
from cms.languages.progress import progress_of
from cms.languages.review import in_review
from cms.languages.standing import Facts, Made, standing
from cms.library.catalogue import read_surroundings
from cms.library.mapping.documents import Surroundings, to_document
from cms.library.models import PAGE_OF_KIND, ToolboxPage

_WRITTEN = [field.name for field in Standing._meta.fields if field.name not in ("id", "document", "language")]


def refresh_all() -> None:
    """Writes every row anew, and takes away those of documents that are gone."""
    keys = {key for model in PAGE_OF_KIND.values() for key in model.objects.values_list("translation_key", flat=True)}
    keys |= set(Standing.objects.values_list("document", flat=True))
    refresh(keys)


def refresh(keys: Iterable[UUID]) -> None:
    """Writes the rows of these documents anew."""
    keys = set(keys)
    if not keys:
        return
    around = read_surroundings()
    locales = dict(Locale.objects.values_list("pk", "language_code"))
    pages = _pages_of(keys)
    progress = progress_of(keys)
    waiting = in_review(page for versions in pages.values() for page in versions)
    for key in keys:
        _Document(key, pages.get(key, []), around, progress, waiting).write(locales)


def _pages_of(keys: set[UUID]) -> dict[UUID, list[ToolboxPage]]:
    found: dict[UUID, list[ToolboxPage]] = {}
    for model in PAGE_OF_KIND.values():
        pages = model.objects.filter(translation_key__in=keys, alias_of=None).select_related("latest_revision")
        for page in pages.order_by("pk"):
            found.setdefault(page.translation_key, []).append(page)
    return found


class _Document:
    """One document in all its languages."""

    def __init__(
        self,
        key: UUID,
        pages: list[ToolboxPage],
        around: Surroundings,
        progress: dict[tuple[UUID, int], tuple[int, int]],
        in_review: set[int],
    ) -> None:
        self.key = key
        self.pages = pages
        self.around = around
        self.progress = progress
        self.in_review = in_review

    def write(self, locales: dict[int, str]) -> None:
        if not self.pages:
            Standing.objects.filter(document=self.key).delete()
            return
        with transaction.atomic():
            hashes = self._hashes(locales)
            there = {page.locale_id: page for page in self.pages}
            Standing.objects.bulk_create(
                [
                    self._row(language, there.get(locale), self._facts(there.get(locale), locale, hashes), hashes)
                    for locale, language in locales.items()
                ],
                update_conflicts=True,
                unique_fields=["document", "language"],
                update_fields=_WRITTEN,
            )
            Standing.objects.filter(document=self.key).exclude(language__in=locales.values()).delete()

    @property
    def original(self) -> ToolboxPage:
        return next((page for page in self.pages if not page.translated_from), self.pages[0])

    @cached_property
    def texts(self) -> counting.Texts:
        return counting.texts_of(_latest(self.original))

    def _hashes(self, locales: dict[int, str]) -> dict[str, str]:
        """What is live of each text that others are translated from, as its hash."""
        before = {row.language: row for row in Standing.objects.filter(document=self.key)}
        wanted = {page.translated_from for page in self.pages} | {locales[self.original.locale_id]}
        hashes: dict[str, str] = {}
        for page in self.pages:
            language = locales[page.locale_id]
            if page.live and language in wanted:
                hashes[language] = source_hash(to_document(page, self.around))
                was = before.get(language)
                if was and was.source_hash != hashes[language] and was.live_revision_id == page.live_revision_id:
                    follow_renamed(self.pages, language, was.source_hash, hashes[language])
        return hashes

    def _row(self, language: str, page: ToolboxPage | None, facts: Facts, hashes: dict[str, str]) -> Standing:
        found = standing(facts)
        return Standing(
            document=self.key,
            language=language,
            kind=self.original.kind.value,
            page_id=page.pk if page else None,
            original_id=self.original.pk,
            is_original=facts.is_original,
            work=found.work.value,
            is_live=found.is_live,
            is_older=found.is_older,
            is_machine_made=found.is_machine_made,
            is_reviewed=found.is_reviewed,
            done=found.done,
            total=found.total,
            source_hash=hashes.get(language, "") if page else "",
            live_revision_id=page.live_revision_id if page else None,
        )

    def _facts(self, page: ToolboxPage | None, locale: int, hashes: dict[str, str]) -> Facts:
        if page is None:
            return Facts(total=counting.number_of(self.texts))
        done, total = self.progress.get((self.key, locale)) or self._counted(page)
        return Facts(
            has_page=True,
            is_live=page.live,
            has_draft=page.has_unpublished_changes,
            in_review=page.pk in self.in_review,
            is_original=not page.translated_from,
            present=hashes.get(page.translated_from, ""),
            readers=_made(vars(page)) if page.live else Made(),
            latest=_made(page.latest_revision.content if page.latest_revision else vars(page)),
            done=done,
            total=total,
        )

    def _counted(self, page: ToolboxPage) -> tuple[int, int]:
        total = counting.number_of(self.texts)
        if not page.translated_from:
            return total, total
        return counting.has_words_of(self.texts, counting.texts_of(_latest(page))), total


def _latest(page: ToolboxPage) -> Any:
    return page.get_latest_revision_as_object() if page.has_unpublished_changes else page


def _made(said: Any) -> Made:
    names = ("translation_of", "translation_method", "translation_state")
    return Made(*(said.get(name) or "" for name in names))
