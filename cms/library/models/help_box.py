"""Help boxes: helplines and law, written once per language and shown on many pages."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PublishingPanel
from wagtail.fields import StreamField
from wagtail.models import DraftStateMixin, RevisionMixin, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.library.blocks.leaves import KEY
from cms.library.blocks.text import ProseBlock


class HelpBox(DraftStateMixin, RevisionMixin, TranslatableMixin, index.Indexed, models.Model):
    """A helpline or a legal note. Its facts are wrong for readers until somebody has verified them."""

    key = models.CharField(
        _("id"),
        max_length=60,
        validators=[RegexValidator(KEY, _("Use a–z, 0–9 and single hyphens only."))],
        help_text=_("A short name. It is the same in every language and cannot be changed later."),
    )
    title = models.CharField(_("title"), max_length=80)
    text = StreamField(ProseBlock(), verbose_name=_("text"), blank=True)
    verified_on = models.DateField(
        _("verified on"), null=True, blank=True, help_text=_("The day a person last held it against the source.")
    )
    revisions = GenericRelation("wagtailcore.Revision", related_query_name="help_box")

    panels: ClassVar = [
        FieldPanel("title"),
        FieldPanel("key"),
        FieldPanel("text"),
        FieldPanel("verified_on"),
        PublishingPanel(),
    ]
    search_fields: ClassVar = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.FilterField("locale_id"),
    ]
    override_translatable_fields: ClassVar = [SynchronizedField("key", overridable=False)]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("help box")
        verbose_name_plural = _("help boxes")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["locale", "key"], name="library_one_help_box_per_language")
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if self.pk and HelpBox.objects.filter(pk=self.pk).exclude(key=self.key).exists():
            raise ValidationError({"key": _("The id is used by the pages that show this box and cannot be changed.")})

    @classmethod
    def offered(cls) -> list[tuple[str, str]]:
        """Ids and titles to choose from, each id once: the title in the language first loaded."""
        titles: dict[str, str] = {}
        for key, title in cls.objects.order_by("locale_id", "title").values_list("key", "title"):
            titles.setdefault(key, title)
        return list(titles.items())


def offered_help() -> Any:
    return HelpBox.offered()
