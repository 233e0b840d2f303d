"""Choosing pages: as Wagtail does it, but all that are chosen are fetched at once, and where they stand with them."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Any

from django.utils.functional import cached_property
from wagtail import blocks
from wagtail.admin.widgets import AdminPageChooser
from wagtail.admin.widgets.chooser import BaseChooser
from wagtail.models import Page

from cms.library.known_pages import find_pages


class PageChooser(AdminPageChooser):
    """Asks neither for the page's own fields nor for the page above it: all it shows is a title and where it stands."""

    def get_instance(self, value: Any) -> Page | None:
        if value is None or isinstance(value, Page):
            return value
        return find_pages([int(value)]).get(int(value))

    def get_value_data_from_instance(self, instance: Page) -> dict[str, Any]:
        if not hasattr(instance, "parent_pk"):
            instance = find_pages([instance.pk])[instance.pk]
        # What Wagtail says of any chosen thing, and the page above it.
        return {**BaseChooser.get_value_data_from_instance(self, instance), "parent_id": instance.parent_pk}


class PageChooserBlock(blocks.PageChooserBlock):
    @cached_property
    def widget(self) -> PageChooser:
        return PageChooser(target_models=self.target_models, can_choose_root=self.can_choose_root)

    def bulk_to_python(self, values: Sequence[Any]) -> list[Page | None]:
        found = find_pages(value for value in values if value is not None)
        return [copy.copy(found.get(value)) for value in values]

    class Meta:
        icon = "doc-full"
