"""A branching story: "what would you do?"."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from sitebuilder.contract.document import Kind
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Revision

from cms.library.blocks.about import GoalsBlock, ReflectionBlock
from cms.library.blocks.scenario import ScenesBlock
from cms.library.form_problems import FormProblem
from cms.library.mapping.stream import raw
from cms.library.models.panels import tabs
from cms.library.models.toolbox_page import ToolboxPage
from cms.library.retired import come_back, ids_of, retire
from cms.library.shared_fields import Shared
from cms.library.story_form import WrittenStory, key_of_start, story_of
from cms.library.story_words import problems_of


class ScenarioPage(ToolboxPage):
    kind = Kind.SCENARIO
    keyed_streams = ("scenes",)

    role = models.TextField(
        _("who the reader is"),
        max_length=600,
        help_text=_("One or two sentences: “You are the mentor of Samira (17).”"),
    )
    goals = StreamField(GoalsBlock(), verbose_name=_("what the reader trains"))
    start = models.CharField(
        _("id of the first scene"),
        max_length=80,
        blank=True,
        default="",
        help_text=_("Empty: the one that stands first."),
    )
    scenes = StreamField(ScenesBlock(), verbose_name=_("scenes"))
    reflection = StreamField(ReflectionBlock(), verbose_name=_("questions to think over"), blank=True)
    retired = models.JSONField(_("ids no longer in use"), default=list, blank=True, editable=False)
    """Of scenes and choices that were published once and are gone."""

    edit_handler = tabs(
        FieldPanel("role"),
        FieldPanel("goals"),
        FieldPanel("scenes"),
        FieldPanel("start"),
        FieldPanel("reflection"),
    )
    override_translatable_fields: ClassVar = [
        *ToolboxPage.override_translatable_fields,
        *(Shared(name) for name in ("start", "retired")),
    ]

    def written(self) -> WrittenStory:
        """The story as it stands in memory."""
        return story_of(self)

    def own_problems(self, written: WrittenStory) -> tuple[FormProblem, ...]:
        return problems_of(written)

    def before_going_live(self, revision: Revision) -> None:
        """What was published before and is gone now is retired, in the version that is published itself."""
        before = self._published_before()
        if before:
            content = revision.content
            content["retired"] = retire(
                before=[*before.retired, *(said := content.get("retired", []))],
                were=ids_of(raw(before.scenes)),
                are=set(ids_of(json.loads(content["scenes"]))).difference(said),  # What is said to clash still does.
            )
            revision.save(update_fields=["content"])

    def _keys_used_before(self) -> Iterable[str]:
        before = self._published_before()
        return [*self.retired, *(ids_of(raw(before.scenes)) if before else ())]

    def _published_before(self) -> ScenarioPage | None:
        """The page as it was published last, whether it still is or not."""
        return ScenarioPage.objects.filter(pk=self.pk, first_published_at__isnull=False).first()

    def _welcome_back(self) -> None:
        """An id is in use again when its own scene or choice is: an editor went back to an earlier version."""
        scenes = raw(self.scenes)
        if self.pk and set(self.retired).intersection(ids_of(scenes)):
            history = self.revisions.order_by("-created_at").values_list("content", flat=True)
            versions = ((json.loads(said["scenes"]), said.get("retired", [])) for said in history.iterator())
            back = come_back(scenes, self.retired, versions)
            self.retired = [key for key in self.retired if key not in back]

    class Meta:
        verbose_name = _("scenario")
        verbose_name_plural = _("scenarios")

    def give_keys(self) -> None:
        super().give_keys()
        self.start = key_of_start(self.start, raw(self.scenes))
        self._welcome_back()
