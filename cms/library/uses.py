"""Which texts use a page, a picture, a recording, a topic or a help box: what is live, and what is still a draft.

Asked of the texts as the contract writes them. Wagtail's index of references knows what is live, and of a page that
is live not what has changed in its draft; nor does it know topics and help boxes, which pages name by their ids.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import Model
from wagtail.models import Revision

from cms.library.catalogue import read_links
from cms.library.mapping.documents import Surroundings, to_document, to_help_box
from cms.library.mapping.links import Outward
from cms.library.models import PAGE_OF_KIND, HelpBox, ToolboxAudio, ToolboxImage, ToolboxPage, Topic

Holder = ToolboxPage | HelpBox


class Thing(NamedTuple):
    """What a text can use, by the name it has there."""

    kind: str
    name: str | int


@dataclass(frozen=True)
class Use:
    """A text that uses something. A page whose live version and draft both do is told once, as live."""

    holder: Holder
    is_live: bool


def thing_of(instance: Model) -> Thing:
    """What ``instance`` is to the texts that use it."""
    match instance:
        case ToolboxImage():
            return Thing("file", f"media/images/{instance.export_name}")
        case ToolboxAudio():
            return Thing("file", f"media/audio/{instance.export_name}")
        case Topic():
            return Thing("topic", instance.key)
        case HelpBox():
            return Thing("help", instance.key)
        case _:
            return Thing("page", instance.pk)


def uses_of(*things: Thing, drafts: bool = True) -> list[Use]:
    """Who uses any of ``things``. The number of queries does not grow with the number of texts."""
    around, wanted = Surroundings(read_links()), set(things)
    found: dict[tuple[type, int], Use] = {}
    for holder, is_live in _texts(drafts):
        if wanted & things_in(holder, around):
            found.setdefault((type(holder), holder.pk), Use(holder, is_live))
    return list(found.values())


def things_in(holder: Holder, around: Surroundings) -> set[Thing]:
    """All that a text uses, as it stands in memory."""
    out = Outward(around.links)
    named: set[Thing] = set()
    if isinstance(holder, HelpBox):
        to_help_box(holder, around.links, out)
    else:
        front = to_document(holder, around, out).front
        named = {Thing("topic", key) for key in front.topics} | {Thing("help", key) for key in front.help}
    files = {Thing("file", path) for path in out.media}
    return named | files | {Thing("page", key) for key in out.linked}


def _texts(drafts: bool) -> Iterator[tuple[Holder, bool]]:
    rows = [row for model in (*PAGE_OF_KIND.values(), HelpBox) for row in _rows(model)]
    yield from ((row, True) for row in rows if row.live)
    if drafts:
        changed = [row for row in rows if not row.live or row.has_unpublished_changes]
        written = Revision.objects.in_bulk([row.latest_revision_id for row in changed if row.latest_revision_id])
        for row in changed:
            revision = written.get(row.latest_revision_id)
            yield _as_written(row, revision) if revision else row, False


def _rows(model: type[Any]) -> Iterable[Any]:
    rows = model.objects.select_related("locale")
    return rows if model is HelpBox else rows.filter(alias_of__isnull=True)


def _as_written(row: Any, revision: Revision) -> Holder:
    """What `Revision.as_object` gives, as far as texts go: that asks the database six times for each."""
    draft: Holder = type(row).from_serializable_data(revision.content, check_fks=False)
    draft.pk, draft.locale = row.pk, row.locale
    return draft


def others(uses: Iterable[Use], chosen: Iterable[Model]) -> list[Use]:
    """Without those that go as well."""
    going = {instance.pk for instance in chosen}
    return [use for use in uses if isinstance(use.holder, HelpBox) or use.holder.pk not in going]
