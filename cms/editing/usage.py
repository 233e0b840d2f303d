"""Where a page is used, each kind of what uses it fetched together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.admin.views.pages.usage import UsageView
from wagtail.models import ReferenceIndex
from wagtail.models.reference_index import ReferenceGroups


class UsedTogether(ReferenceGroups):
    """Wagtail's groups, which fetch what they yield one by one, with one query for each kind instead."""

    def __iter__(self) -> Iterator[tuple[Model, list[ReferenceIndex]]]:
        groups = [
            (kind, key, list(references))
            for (kind, key), references in groupby(self.qs, key=lambda one: (one.base_content_type_id, one.object_id))
        ]
        wanted: dict[int, list[Any]] = defaultdict(list)
        for kind, key, _ in groups:
            wanted[kind].append(key)
        found: dict[tuple[int, str], Model] = {}
        for kind, keys in wanted.items():
            model = ContentType.objects.get_for_id(kind).model_class()
            found |= {(kind, str(key)): one for key, one in model._base_manager.in_bulk(keys).items()}
        yield from ((found[kind, key], references) for kind, key, references in groups if (kind, key) in found)


class DocumentUsageView(UsageView):
    """The list of everything that uses a document."""

    def get_queryset(self) -> UsedTogether:
        return UsedTogether(ReferenceIndex.get_references_to(self.object))
