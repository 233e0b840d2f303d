"""What can be said of a release, of its delivery, and of a change in it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    PUBLISH = "publish", _("Publish")
    ROLLBACK = "rollback", _("Go back")


class State(models.TextChoices):
    WAITING = "waiting", _("Waiting")
    CHECKING = "checking", _("Checking")
    WRITING = "writing", _("Writing")
    BUILDING = "building", _("Building")
    SWITCHING = "switching", _("Going live")
    LIVE = "live", _("Live")
    REPLACED = "replaced", _("Replaced")
    """Was live, until a later release."""
    FAILED = "failed", _("Failed")
    SUPERSEDED = "superseded", _("Set aside")
    """Was waiting when someone went back to an earlier release; its changes wait for the next publish."""


STEPS = (State.CHECKING, State.WRITING, State.BUILDING, State.SWITCHING)
"""What a release goes through, in order; it is running while it is in one of them."""

UNDER_WAY = (State.WAITING, *STEPS)


class Delivery(models.TextChoices):
    NONE = "", _("No delivery")
    PENDING = "pending", _("Waiting to be delivered")
    DELIVERED = "delivered", _("Delivered")
    FAILED = "failed", _("Not delivered")
    SUPERSEDED = "superseded", _("A later release is delivered instead")


class Action(models.TextChoices):
    """What was done to a page. A later one here says more than an earlier one, when a release holds several."""

    PUBLISHED = "published", _("published")
    UNPUBLISHED = "unpublished", _("unpublished")
    MOVED = "moved", _("moved")
    SLUG = "slug", _("given a new address")
    DELETED = "deleted", _("deleted")
    CHANGED = "changed", _("changed")
    """Something pages use: a help box, a topic, a picture, a sound."""
