"""Delivers live releases, and tries again those that did not arrive."""

from __future__ import annotations

import logging
from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext, override

from cms.publishing.delivery.git import GitRemote, push
from cms.publishing.delivery.hook import call
from cms.publishing.delivery.parcel import DeliveryError, Parcel
from cms.publishing.failures import explain
from cms.publishing.lock import holding
from cms.publishing.models import Release
from cms.publishing.places import Places
from cms.publishing.release_folder import ReleaseFolder
from cms.publishing.states import Delivery, State

logger = logging.getLogger(__name__)

ATTEMPTS = 8
FIRST_PAUSE = timedelta(seconds=30)
"""Doubled with each attempt: the eighth comes after about an hour."""

TO_DO = (Delivery.PENDING, Delivery.FAILED)


def deliver(release_id: int, *, places: Places | None = None) -> None:
    """Deliver ``release_id``, if it is still the live one and not delivered yet. Failures stand on the release."""
    places = places or Places.from_settings()
    with holding(places.delivery_lock):
        release = Release.objects.filter(pk=release_id, delivery_state__in=TO_DO).first()
        if release is None:
            return
        if release.state != State.LIVE:
            release.delivery_state, release.delivery_due_at = Delivery.SUPERSEDED, None
            release.save(update_fields=["delivery_state", "delivery_due_at"])
            return
        _attempt(release, places)


def is_due() -> bool:
    return Release.objects.filter(delivery_state__in=TO_DO, delivery_due_at__lte=timezone.now()).exists()


def deliver_what_is_due(places: Places | None = None) -> None:
    """Deliver what went live, and try again what did not arrive, when its time has come."""
    due = Release.objects.filter(delivery_state__in=TO_DO, delivery_due_at__lte=timezone.now())
    for release in due.order_by("pk"):
        deliver(release.pk, places=places)


def ask_again(release: Release) -> None:
    """An editor asks to try again, from the start of the patience."""
    release.delivery_state, release.delivery_attempts = Delivery.PENDING, 0
    release.delivery_due_at = timezone.now()
    release.save(update_fields=["delivery_state", "delivery_attempts", "delivery_due_at"])


def _attempt(release: Release, places: Places) -> None:
    release.delivery_attempts += 1
    try:
        _send(release, places)
    except DeliveryError as error:
        _failed(release, error.failure)
    except Exception as error:
        logger.exception("Release %s could not be delivered.", release.pk)
        _failed(release, explain(error, root=places.var))
    else:
        release.delivery_state, release.delivery_failure, release.delivery_due_at = Delivery.DELIVERED, {}, None
    release.save(update_fields=["delivery_state", "delivery_failure", "delivery_attempts", "delivery_due_at"])


def _failed(release: Release, failure: dict[str, object]) -> None:
    logger.warning("Release %s was not delivered: %s", release.pk, failure)
    release.delivery_state, release.delivery_failure = Delivery.FAILED, failure
    again = release.delivery_attempts < ATTEMPTS
    pause = FIRST_PAUSE * 2 ** (release.delivery_attempts - 1)
    release.delivery_due_at = timezone.now() + pause if again else None


def _send(release: Release, places: Places) -> None:
    parcel = _parcel(release, places)
    match settings.TOOLBOX_DELIVERY:
        case "none":
            return
        case "git":
            clone = places.delivery / "git"
            push(parcel, GitRemote(settings.TOOLBOX_GIT_REMOTE, settings.TOOLBOX_GIT_BRANCH, clone))
        case "hook":
            call(parcel, settings.TOOLBOX_BUILD_HOOK)
        case other:
            raise DeliveryError("delivery-setup", why=f"TOOLBOX_DELIVERY is “{other}”; use none, git or hook.")


def _parcel(release: Release, places: Places) -> Parcel:
    user = release.requested_by
    folder = ReleaseFolder(places.releases / release.directory)
    return Parcel(
        release=release.pk,
        content=folder.content,
        subject=_subject(release),
        author=(user.get_full_name() or user.get_username()) if user else "",
        email=getattr(user, "email", "") if user else "",
    )


def _subject(release: Release) -> str:
    """A line for people who read the history, in the language of the site's editors."""
    with override(settings.LANGUAGE_CODE):
        changes = list(release.changes.all())
        if not changes:
            return f"{release.get_kind_display()}: {release}"
        first = f"{changes[0].title}: {changes[0].get_action_display()}"
        more = len({(change.title, change.page_id) for change in changes}) - 1
        return first if more < 1 else gettext("%(first)s, and %(more)s more") % {"first": first, "more": more}
