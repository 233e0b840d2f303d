"""What the CMS keeps about languages."""

from __future__ import annotations

from django.db import models

from cms.languages.machine.glossary_models import GlossaryTerm, GlossaryTranslation
from cms.languages.review_task import LanguageReviewTask
from cms.languages.standing import Work

__all__ = ["GlossaryTerm", "GlossaryTranslation", "LanguageReviewTask", "Standing"]


class Standing(models.Model):
    """Where one document stands in one language, kept so that the board can show all of them at once.

    Every row follows from the pages: `standings.refresh` writes it again from them whenever one of them changes, and
    nothing is decided by it. A document has a row for each language there is, also where the text is missing.
    """

    document = models.UUIDField()
    """The translation key of the pages."""
    language = models.CharField(max_length=10)
    kind = models.CharField(max_length=10)
    page_id = models.PositiveIntegerField(null=True)
    original_id = models.PositiveIntegerField()
    """The page in the language the document was written in; where it is gone, one of those that are left."""
    is_original = models.BooleanField(default=False)
    work = models.CharField(max_length=20, choices=[(work.value, work.value) for work in Work])
    is_live = models.BooleanField(default=False)
    is_older = models.BooleanField(default=False)
    is_machine_made = models.BooleanField(default=False)
    is_reviewed = models.BooleanField(default=False)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    source_hash = models.CharField(max_length=16, blank=True, default="")
    """Of what is live; only for texts that others are translated from."""
    live_revision_id = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["document", "language"], name="one_standing"),)
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.document} ({self.language}): {self.work}"
