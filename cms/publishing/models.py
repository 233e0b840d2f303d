"""What the database remembers of publishing: releases, what changed in them, and where pages moved."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.publishing.states import STEPS, UNDER_WAY, Action, Delivery, Kind, State
from cms.publishing.wording import sentence


class Release(models.Model):
    """One attempt to bring what is live in the CMS to the readers, or to go back to an earlier release."""

    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.PUBLISH)
    state = models.CharField(max_length=12, choices=State.choices, default=State.WAITING, db_index=True)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    requested_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    of = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    """The release a rollback goes back to."""
    attempt = models.PositiveSmallIntegerField(default=1)
    """Counts how often the same changes were tried because a worker was stopped in the middle."""
    directory = models.CharField(max_length=64, blank=True)
    """Its folder under ``var/releases/``; a rollback has the folder of the release it goes back to."""
    pages = models.PositiveIntegerField(null=True, blank=True)
    steps = models.JSONField(default=dict)
    """Seconds by step."""
    failure = models.JSONField(default=dict)
    """``{"code": …}`` and the facts its sentence is filled with; see `wording`."""
    problems = models.JSONField(default=list)
    """What checks found: ``code, severity, path, line, words: {language: [message, remedy]}, title, edit``."""
    delivery_state = models.CharField(max_length=10, choices=Delivery.choices, default=Delivery.NONE, blank=True)
    delivery_failure = models.JSONField(default=dict)
    delivery_attempts = models.PositiveSmallIntegerField(default=0)
    delivery_due_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("release")
        verbose_name_plural = _("releases")
        permissions = [("roll_back", _("May go back to an earlier release"))]
        constraints = [
            # Requests made at the same time meet in one waiting release, whichever process comes first.
            models.UniqueConstraint(
                fields=["kind"], condition=models.Q(state="waiting", kind="publish"), name="one_waiting_release"
            )
        ]

    def __str__(self) -> str:
        return f"{_('Release')} {self.pk}"

    @property
    def is_running(self) -> bool:
        return self.state in STEPS

    @property
    def is_under_way(self) -> bool:
        return self.state in UNDER_WAY

    @property
    def is_live(self) -> bool:
        return self.state == State.LIVE

    @property
    def message(self) -> str:
        """Why it failed, and what to do, in the language of the one who reads; empty when all is well."""
        return sentence(self.failure)

    @property
    def delivery_message(self) -> str:
        return sentence(self.delivery_failure)

    @property
    def seconds(self) -> float:
        return round(sum(self.steps.values()), 2)


class Change(models.Model):
    """Something an editor did that readers should see. It belongs to no release until one takes it up.

    Written together with the change itself, so that a published page is not forgotten when a worker is stopped.
    """

    release = models.ForeignKey(Release, null=True, blank=True, on_delete=models.CASCADE, related_name="changes")
    action = models.CharField(max_length=12, choices=Action.choices)
    title = models.CharField(max_length=255)
    url = models.CharField(max_length=255, blank=True)
    page_id = models.PositiveIntegerField(null=True, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("change")
        verbose_name_plural = _("changes")

    def __str__(self) -> str:
        return f"{self.title}: {self.get_action_display()}"


class MovedPage(models.Model):
    """An address that was, and the one that took its place."""

    old = models.CharField(max_length=255, unique=True)
    new = models.CharField(max_length=255)
    moved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["old"]
        verbose_name = _("moved page")
        verbose_name_plural = _("moved pages")

    def __str__(self) -> str:
        return f"{self.old} → {self.new}"
