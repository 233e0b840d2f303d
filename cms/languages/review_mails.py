"""Wagtail's mails about reviews, sent once what they tell of is kept.

Wagtail sends them in the middle of it: a mail server that is slow would hold up everyone who saves, and one that
cannot be found would undo the submission.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from wagtail.admin.mail import EmailNotificationMixin


def connect() -> None:
    """Called once, when the apps are ready."""
    EmailNotificationMixin.send_notifications = _after_commit


def _after_commit(notifier: Any, templates: Any, context: Any, recipients: Any, **kwargs: Any) -> bool:
    """A mail that cannot be sent is logged, and nobody is stopped by it."""
    transaction.on_commit(lambda: notifier.send_emails(templates, context, recipients, **kwargs), robust=True)
    return True
