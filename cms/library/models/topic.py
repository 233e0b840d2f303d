"""Topics: what documents are found by."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable
from wagtail.search import index

from cms.library.blocks.leaves import KEY


def languages() -> list[tuple[str, str]]:
    return list(settings.WAGTAIL_CONTENT_LANGUAGES)


class Topic(index.Indexed, ClusterableModel):
    """A subject, with its name in each language. ``key`` stands in every document that has it."""

    key = models.CharField(
        _("id"),
        max_length=60,
        unique=True,
        validators=[RegexValidator(KEY, _("Use a–z, 0–9 and single hyphens only."))],
        help_text=_("A short name in English. It cannot be changed later."),
    )
    sort_order = models.PositiveIntegerField(default=0, editable=False)

    sort_order_field = "sort_order"
    panels: ClassVar = [FieldPanel("key"), InlinePanel("names", heading=_("Names"), label=_("Name"), min_num=1)]
    search_fields: ClassVar = [index.AutocompleteField("key"), index.SearchField("key")]

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering: ClassVar = ["sort_order", "pk"]

    def __str__(self) -> str:
        return _name({name.language: name.name for name in self.names.all()}) or self.key

    def clean(self) -> None:
        super().clean()
        if self.pk and Topic.objects.exclude(key=self.key).filter(pk=self.pk).exists():
            raise ValidationError({"key": _("The id is used by the pages of this topic and cannot be changed.")})

    @classmethod
    def offered(cls) -> list[tuple[str, str]]:
        """Ids and names in the language of the admin, in order, to choose from."""
        names: dict[str, dict[str, str]] = {}
        for key, language, name in cls.objects.values_list("key", "names__language", "names__name"):
            names.setdefault(key, {})[language] = name
        return [(key, _name(by_language) or key) for key, by_language in names.items()]


def _name(by_language: dict[str, str]) -> str:
    return by_language.get((get_language() or "")[:2]) or by_language.get("nb") or ""


class TopicName(Orderable):
    """What a topic is called in one language."""

    topic = ParentalKey(Topic, related_name="names", on_delete=models.CASCADE)
    language = models.CharField(_("language"), max_length=10, choices=languages)
    name = models.CharField(_("name"), max_length=80)

    panels: ClassVar = [FieldPanel("language"), FieldPanel("name")]

    class Meta(Orderable.Meta):
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["topic", "language"], name="library_one_topic_name_per_language")
        ]


def offered_topics() -> Any:
    return Topic.offered()
