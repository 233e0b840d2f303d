"""What an approval comes to: the version that was read is marked, and no other one.

CMS, file and page agree because the mark is written into the version before that version is published, in one
transaction: who approved a translation and when, or on which day an original was reviewed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page, Revision, TaskState
from wagtail_localize.models import SegmentOverride, StringTranslation, Translation

from cms.languages.machine.marks import approve_words
from cms.languages.written import is_of_an_earlier_original, say_the_same, translation_in_use, without_words
from cms.library.models import ToolboxPage
from cms.library.not_ready import NotReady

LONGEST_NAME = ToolboxPage._meta.get_field("translation_reviewed_by").max_length


@transaction.atomic
def approve(task_state: TaskState, user: Any) -> Revision:
    """Marks the version that waits as approved by ``user`` today. `NotReady` tells why it cannot be."""
    page = Page.objects.select_for_update().get(pk=task_state.revision.object_id).specific
    waiting = TaskState.objects.get(pk=task_state.pk)
    latest = page.get_latest_revision()
    told = tuple(_reasons(page, waiting, latest, user))
    if told:
        raise NotReady(page, told)
    latest.content.update(approval(latest.content, get_user_display_name(user)))
    latest.save(update_fields=["content"])
    translation = translation_in_use(page)
    if translation and not is_of_an_earlier_original(translation, latest):
        approve_words(translation)
    return latest


def saw_latest(task_state: TaskState) -> None:
    """The latest version of the page stands on the reviewer's screen, so that is the one to be answered to."""
    latest = Page.objects.get(pk=task_state.revision.object_id).latest_revision_id
    TaskState.objects.filter(pk=task_state.pk, status=TaskState.STATUS_IN_PROGRESS).update(revision_id=latest)


def approval(content: dict[str, Any], name: str) -> dict[str, Any]:
    """What changes in the content of a version. By whom a translation was made, person or machine, stays said."""
    today = timezone.localdate().isoformat()
    if not content.get("translated_from"):
        return {"reviewed_on": today}
    return {
        "translation_state": "reviewed",
        "translation_reviewed_by": name[:LONGEST_NAME],
        "translation_reviewed_on": today,
    }


def _reasons(page: Any, waiting: TaskState, latest: Revision, user: Any) -> Iterator[str]:
    if waiting.status != TaskState.STATUS_IN_PROGRESS:
        yield _("It does not wait for you any longer: it was withdrawn or answered in the meantime.")
        return
    if latest.pk != waiting.revision_id and latest.user_id != user.pk:
        yield _("It was saved again after it was submitted. Look it through on its own page, and approve it there.")
        return
    translation = translation_in_use(page)
    if translation and is_of_an_earlier_original(translation, latest):
        return  # What was submitted is read and approved as it is. The gate knows what it lacked when it was made.
    missing = without_words(translation) if translation else 0  # The gate counts them in what is written by hand.
    if missing:
        words = ngettext(
            "One text has no words in this language yet.",
            "%(number)d texts have no words in this language yet.",
            missing,
        )
        yield words % {"number": missing}
    elif translation and not say_the_same(translation, latest):
        yield _("Its texts were changed after it was submitted. Look it through on its own page, and approve it there.")


def changed_by_others(translation: Translation, since: Any, user: Any) -> bool:
    """Whether anyone but ``user`` has changed a text of the page, or where it comes from, after that moment."""
    there = {"context__object_id": translation.source.object_id, "locale_id": translation.target_locale_id}
    return bool(
        translation.source.last_updated_at > since
        or any(
            kind.objects.filter(**there, updated_at__gt=since).exclude(last_translated_by=user).exists()
            for kind in (StringTranslation, SegmentOverride)
        )
    )
