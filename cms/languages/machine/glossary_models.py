"""The glossary a machine translates by: terms with their one translation, and words that stay as they are."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel

from cms.library.models.topic import languages


class GlossaryTerm(ClusterableModel):
    """A word or a few, as they stand in a text: another form of the word is another term."""

    term = models.CharField(
        _("word"),
        max_length=80,
        unique=True,
        help_text=_("As it stands in the text. Other forms of the word (“mentoren”) are words of their own here."),
    )
    never_translate = models.BooleanField(
        _("never translate"),
        default=False,
        help_text=_("For names and for Norwegian words that stay Norwegian. Capital and small letters are told apart."),
    )

    panels: ClassVar = [
        FieldPanel("term"),
        FieldPanel("never_translate"),
        InlinePanel("translations", heading=_("Translations"), label=_("Translation")),
    ]

    class Meta:
        verbose_name = _("word of the glossary")
        verbose_name_plural = _("glossary")
        ordering: ClassVar = ["term"]

    def __str__(self) -> str:
        return self.term

    def clean(self) -> None:
        super().clean()
        self.term = " ".join(self.term.split())
        if "«" in self.term or "»" in self.term:
            raise ValidationError({"term": _("Write the word without « and ».")})

    def becomes(self) -> Any:
        """For the list: what becomes of the word."""
        if self.never_translate:
            return _("stays as it is")
        return ", ".join(f"{each.language}: {each.words}" for each in self.translations.all())

    becomes.short_description = _("translations")  # type: ignore[attr-defined]


class GlossaryTranslation(models.Model):
    """What a Norwegian term is called in one language."""

    term = ParentalKey(GlossaryTerm, related_name="translations", on_delete=models.CASCADE)
    language = models.CharField(_("language"), max_length=10, choices=languages)
    words = models.CharField(_("translation"), max_length=120)

    panels: ClassVar = [FieldPanel("language"), FieldPanel("words")]

    class Meta:
        default_permissions = ()
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["term", "language"], name="one_translation_of_a_term_per_language")
        ]

    def __str__(self) -> str:
        return self.words
