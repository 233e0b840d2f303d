"""What is remembered of links to other sites."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from cms.editing.external_links.exceptions import covers
from cms.editing.external_links.judging import Standing, State
from cms.library.models import HelpBox

LONGEST = 2000
"""Characters. A longer address is not remembered: some databases could not look it up."""


class ExternalLink(models.Model):
    """One address, without what follows ``#``, however many pages link to it. The fields are those of `Standing`."""

    url = models.CharField(_("address"), max_length=LONGEST, unique=True)
    state = models.PositiveSmallIntegerField(
        _("state"), choices=State.choices, default=State.WAITING.value, db_index=True
    )
    status = models.PositiveSmallIntegerField(null=True)
    why = models.CharField(max_length=20, blank=True)
    moved_to = models.TextField(blank=True)
    checked_at = models.DateTimeField(_("checked"), null=True)
    failing_since = models.DateTimeField(_("failing since"), null=True)
    failures = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("link to another site")
        verbose_name_plural = _("links to other sites")

    def __str__(self) -> str:
        return self.url

    @property
    def is_broken(self) -> bool:
        return self.state == State.BROKEN

    @property
    def standing(self) -> Standing:
        return Standing(**{name: getattr(self, name) for name in Standing.__match_args__})

    def settle(self, standing: Standing) -> None:
        """Remember what is known now."""
        for name in Standing.__match_args__:
            setattr(self, name, getattr(standing, name))
        self.save(update_fields=Standing.__match_args__)


class LinkPlace(models.Model):
    """Where a link stands among what readers see: a page or a help box, and the block in it."""

    link = models.ForeignKey(ExternalLink, on_delete=models.CASCADE, related_name="places")
    page = models.ForeignKey(Page, null=True, on_delete=models.CASCADE, related_name="+")
    help_box = models.ForeignKey(HelpBox, null=True, on_delete=models.CASCADE, related_name="+")
    language = models.CharField(_("language"), max_length=10)
    title = models.CharField(_("page"), max_length=255)
    block = models.CharField(max_length=40, blank=True)

    wagtail_reference_index_ignore = True
    """A list of links does not use the pages it is about."""

    class Meta:
        verbose_name = _("place of a link")
        verbose_name_plural = _("places of links")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["link", "page", "block"], name="editing_one_place_in_a_page"),
            models.UniqueConstraint(fields=["link", "help_box", "block"], name="editing_one_place_in_a_help_box"),
        ]

    def __str__(self) -> str:
        return f"{self.title}: {self.link_id}"

    @property
    def edit_url(self) -> str:
        """The form it is mended in, opened at the block."""
        if self.page_id:
            form = reverse("wagtailadmin_pages:edit", args=[self.page_id])
        else:
            form = reverse("wagtailsnippets_library_helpbox:edit", args=[self.help_box_id])
        return f"{form}#block-{self.block}-section" if self.block else form


class LinkException(models.Model):
    """Addresses that are never asked, and why."""

    pattern = models.CharField(
        _("site or address"),
        max_length=500,
        unique=True,
        help_text=_("linkedin.com for a whole site, or an address; * stands for anything."),
    )
    reason = models.CharField(_("why it is not checked"), max_length=200)
    added_on = models.DateField(_("added on"), default=timezone.localdate, editable=False)

    panels: ClassVar = [FieldPanel("pattern"), FieldPanel("reason")]

    class Meta:
        verbose_name = _("exception from checking links")
        verbose_name_plural = _("exceptions from checking links")
        ordering: ClassVar = ["pattern"]

    def __str__(self) -> str:
        return self.pattern

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        apply_exceptions()

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        deleted = super().delete(*args, **kwargs)
        apply_exceptions()
        return deleted

    def clean(self) -> None:
        super().clean()
        self.pattern = self.pattern.strip()
        if not self.pattern.rpartition("://")[2].strip("*/. "):
            raise ValidationError({"pattern": _("This would except every link. Name a site or an address.")})


class LinkRound(models.Model):
    """One walk through all links, by night or by hand. One that was broken off is gone on with."""

    started_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True)
    offline = models.BooleanField(default=False)
    """No site answered at all: then it is our own network that is down, and nothing is held against anyone."""

    class Meta:
        ordering: ClassVar = ["-pk"]
        verbose_name = _("check of links")
        verbose_name_plural = _("checks of links")

    def __str__(self) -> str:
        return f"{self.started_at:%Y-%m-%d %H:%M}"


def apply_exceptions() -> None:
    """Every link is an exception, or is none, as the list says now; one that is none any more waits for its check."""
    patterns = list(LinkException.objects.values_list("pattern", flat=True))
    changed = []
    for link in ExternalLink.objects.all():
        excepted = any(covers(pattern, link.url) for pattern in patterns)
        if excepted != (link.state == State.EXCEPTED):
            fresh = Standing(State.EXCEPTED if excepted else State.WAITING)
            for name in Standing.__match_args__:
                setattr(link, name, getattr(fresh, name))
            changed.append(link)
    ExternalLink.objects.bulk_update(changed, Standing.__match_args__)
