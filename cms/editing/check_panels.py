"""The panels beside the forms of pages that are checked while they are written."""

from __future__ import annotations

from typing import Any, ClassVar

from django.forms import Media
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.side_panels import BaseSidePanel

from cms.library.models import PAGE_OF_KIND, ExercisePage, ScenarioPage


class CheckPanel(BaseSidePanel):
    """What is to mend, and how the text reads. Filled by its scripts from ``urls``, which look at the form as it is."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Toggle problems")
        icon_name = "tasks"
        counter_classname = "w-bg-critical-200"

    title = _("Problems and readability")
    template_name = "editing/problems.html"
    name = "check"
    """One for all kinds of pages, so that Wagtail keeps it open or closed from one page to the next."""
    order = 50
    scripts: ClassVar[list[str]] = []
    urls: ClassVar[tuple[str, ...]] = ("check",)
    """What the panel asks, by the names of views: of a page that is there ``…_page``, else ``…_new_page``."""

    def __init__(self, page: Any, request: Any, section: Any = None) -> None:
        super().__init__(page, request)
        self.section = section

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        where, pk = ("new_page", self.section.pk) if self.section else ("page", self.object.pk)
        urls = {f"{name}_url": reverse(f"editing:{name}_{where}", args=[pk]) for name in self.urls}
        return {**super().get_context_data(parent_context), **urls}

    @cached_property
    def media(self) -> Media:
        shared = ["editing/written-form.js", "editing/live-check.js", "editing/readability.js"]
        return Media(js=[*shared, *self.scripts], css={"all": ["editing/check.css"]})


class StoryPanel(CheckPanel):
    """The map of a scenario, and what is to mend."""

    class SidePanelToggle(CheckPanel.SidePanelToggle):
        aria_label = _("Toggle map and problems")
        icon_name = "story"

    title = _("Map and problems")
    template_name = "editing/story_panel.html"
    scripts = ["editing/story.js"]


class ExercisePanel(CheckPanel):
    """What is to mend in an exercise set, and a place to try answers."""

    class SidePanelToggle(CheckPanel.SidePanelToggle):
        aria_label = _("Toggle problems and answers")

    title = _("Problems and answers")
    template_name = "editing/exercise_panel.html"
    scripts = ["editing/item-keys.js", "editing/try-answer.js"]
    urls = ("check", "try")


PANELS: dict[type, type[CheckPanel]] = {
    **dict.fromkeys(PAGE_OF_KIND.values(), CheckPanel),
    ScenarioPage: StoryPanel,
    ExercisePage: ExercisePanel,
}
