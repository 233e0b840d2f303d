"""The panel beside the form of a scenario: its map, and what is to mend."""

from __future__ import annotations

from typing import Any, ClassVar

from django.forms import Media
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.side_panels import BaseSidePanel


class StoryPanel(BaseSidePanel):
    """Filled by its script from ``url``, which looks at the form as it stands."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Toggle map and problems")
        icon_name = "story"
        counter_classname = "w-bg-critical-200"

    name = "story"
    title = _("Map and problems")
    template_name = "editing/story_panel.html"
    order = 50

    def __init__(self, object: Any, request: Any, *, url: str) -> None:
        super().__init__(object, request)
        self.url = url

    @classmethod
    def beside_page(cls, page: Any, request: Any) -> StoryPanel:
        return cls(page, request, url=reverse("editing:check_page", args=[page.pk]))

    @classmethod
    def beside_new_page(cls, page: Any, request: Any, section: Any) -> StoryPanel:
        return cls(page, request, url=reverse("editing:check_new_page", args=[section.pk]))

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {**super().get_context_data(parent_context), "url": self.url}

    @cached_property
    def media(self) -> Media:
        return Media(js=self.scripts, css={"all": ["editing/story.css"]})

    scripts: ClassVar[list[str]] = ["editing/block-links.js", "editing/story.js"]
