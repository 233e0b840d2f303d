"""An exercise set: Norwegian exercises from pre-A1 to B2."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from sitebuilder.contract.document import Kind
from sitebuilder.contract.front_matter import LENGTHS
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from cms.library.blocks.exercise import ExerciseBlock
from cms.library.exercise_form import WrittenSet, recordings_in, set_of
from cms.library.exercise_words import problems_of
from cms.library.form_problems import FormProblem
from cms.library.mapping.stream import raw
from cms.library.models.choices import LEVELS
from cms.library.models.media import ToolboxAudio
from cms.library.models.panels import tabs
from cms.library.models.toolbox_page import ToolboxPage


class ExercisePage(ToolboxPage):
    kind = Kind.EXERCISE
    keyed_streams = ("parts",)

    level = models.CharField(_("level of Norwegian"), max_length=10, choices=LEVELS, default="")
    can_do = models.CharField(
        _("what the learner can do afterwards"), max_length=LENGTHS["can_do"], help_text=_("One sentence: “I can …”.")
    )
    parts = StreamField(ExerciseBlock(), verbose_name=_("exercises"))
    mentor = models.TextField(
        _("how a mentor can help"), max_length=600, help_text=_("One to three sentences, without lecturing on grammar.")
    )

    edit_handler = tabs(FieldPanel("can_do"), FieldPanel("parts"), FieldPanel("mentor"))

    def written(self) -> WrittenSet:
        """The items as they stand in memory. Asks the database once, and only where there is sound."""
        stream = raw(self.parts)
        wanted = recordings_in(stream)
        said = ToolboxAudio.objects.filter(pk__in=wanted).values_list("pk", "transcript") if wanted else ()
        return set_of(stream, self.level, dict(said))

    def own_problems(self, written: WrittenSet) -> tuple[FormProblem, ...]:
        return problems_of(written)

    class Meta:
        verbose_name = _("exercise set")
        verbose_name_plural = _("exercise sets")
