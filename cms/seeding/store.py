"""Many pages at once: rows, places in the tree and versions as Wagtail writes them, without its work for each page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.utils import timezone
from wagtail.models import Page, Revision

from cms.library.models import SectionPage, ToolboxPage

_OF_PAGE = Page._meta.concrete_fields
_PLACE = ("pk", "path", "depth", "numchild", "url_path", "content_type_id", "live", "has_unpublished_changes")


@dataclass
class NewPage:
    """A page that is not stored yet, with its versions."""

    row: ToolboxPage
    """What its table says: what readers have, or else the draft."""
    before: ToolboxPage | None = None
    """What readers had earlier."""
    draft: ToolboxPage | None = None
    """What was written after what readers have."""

    @property
    def versions(self) -> list[ToolboxPage]:
        """From the earliest to the latest."""
        return [version for version in (self.before, self.row, self.draft) if version is not None]


def store(section: SectionPage, pages: Sequence[NewPage]) -> None:
    """Stores new pages of one kind under their section, behind those that are there."""
    if not pages:
        return
    section.refresh_from_db(fields=["numchild", "path", "depth", "url_path"])
    rows = [page.row for page in pages]
    _place(section, pages)
    _store_rows(rows)
    _keep_versions(pages)
    Page.objects.filter(pk=section.pk).update(numchild=section.numchild + len(pages))


def _place(section: SectionPage, pages: Sequence[NewPage]) -> None:
    content_type = ContentType.objects.get_for_model(type(pages[0].row))
    last = section.get_last_child()
    path = last.path if last else None
    for page in pages:
        row = page.row
        path = Page(path=path)._inc_path() if path else section._get_path(section.path, section.depth + 1, 1)
        row.path, row.depth, row.numchild = path, section.depth + 1, 0
        row.url_path = f"{section.url_path}{row.slug}/"
        row.content_type = content_type
        row.has_unpublished_changes = not row.live or page.draft is not None


def _store_rows(rows: list[ToolboxPage]) -> None:
    """Django stores many at once of no model that has a table above its own, so each table has its turn."""
    model = type(rows[0])
    stored = [Page(**{field.attname: getattr(row, field.attname) for field in _OF_PAGE}) for row in rows]
    for row, page in zip(rows, Page.objects.bulk_create(stored)):
        row.pk = row.page_ptr_id = page.pk
    fields = model._meta.local_concrete_fields
    most = max(1, connection.ops.bulk_batch_size(fields, rows))
    for start in range(0, len(rows), most):
        model._base_manager._insert(rows[start : start + most], fields=fields, using=connection.alias)


def _keep_versions(pages: Sequence[NewPage]) -> None:
    of: dict[int, Revision] = {}
    for page in pages:
        for version in page.versions:
            for name in _PLACE:
                setattr(version, name, getattr(page.row, name))
            of[id(version)] = _revision(version)
    Revision.objects.bulk_create(of.values())
    for page in pages:
        row = page.row
        row.latest_revision = of[id(page.versions[-1])]
        row.live_revision = of[id(row)] if row.live else None
    Page.objects.bulk_update([_pointers(page.row) for page in pages], ["latest_revision", "live_revision"], 500)


def _revision(version: ToolboxPage) -> Revision:
    return Revision(
        content_type=version.content_type,
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id=str(version.pk),
        object_str=str(version),
        created_at=timezone.now(),
        content=version.serializable_data(),
    )


def _pointers(row: Any) -> Page:
    return Page(pk=row.pk, latest_revision=row.latest_revision, live_revision=row.live_revision)
