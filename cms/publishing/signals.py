"""Everything an editor does that readers should see leads to a request for a release; a language gets its places."""

from __future__ import annotations

from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.log_actions import get_active_log_context
from wagtail.models import Locale, Page, ReferenceIndex
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move, published, unpublished

from cms.library.models import HelpBox, Topic
from cms.publishing.change_note import ChangeNote
from cms.publishing.load_places import make_places
from cms.publishing.models import Change
from cms.publishing.pages import document_page
from cms.publishing.request import request
from cms.publishing.states import Action


def connect() -> None:
    """Called once, when the apps are ready."""
    post_save.connect(on_new_language, sender=Locale, dispatch_uid="places-of-a-language")
    page_published.connect(on_page_published, dispatch_uid="release-published")
    page_unpublished.connect(on_page_unpublished, dispatch_uid="release-unpublished")
    page_slug_changed.connect(on_slug_changed, dispatch_uid="release-slug")
    post_page_move.connect(on_page_moved, dispatch_uid="release-moved")
    post_delete.connect(on_page_deleted, sender=Page, dispatch_uid="release-deleted")
    for signal in (published, unpublished):
        signal.connect(on_help_box, sender=HelpBox, dispatch_uid="release-help-box")
    pre_delete.connect(on_help_box_deleted, sender=HelpBox, dispatch_uid="release-help-box-deleted")
    for signal in (post_save, post_delete):
        signal.connect(on_topic, sender=Topic, dispatch_uid="release-topic")
    for model in (get_image_model(), get_document_model()):
        post_save.connect(on_file, sender=model, dispatch_uid="release-file")
        pre_delete.connect(on_file, sender=model, dispatch_uid="release-file-deleted")


def on_new_language(instance: Locale, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """A language that was added is ready to be written in. Before there is a tree, loading makes its places."""
    if created and not raw and instance.language_code_is_valid() and Page.get_first_root_node():
        make_places(instance)


def on_page_published(instance: Page, revision: Any = None, **kwargs: Any) -> None:
    if instance.live:  # Not where it is only scheduled.
        _note_page(instance, Action.PUBLISHED, getattr(revision, "user", None))


def on_page_unpublished(instance: Page, **kwargs: Any) -> None:
    _note_page(instance, Action.UNPUBLISHED)


def on_slug_changed(instance: Page, **kwargs: Any) -> None:
    if instance.live:
        _note_page(instance, Action.SLUG)


def on_page_moved(instance: Page, url_path_before: str, url_path_after: str, **kwargs: Any) -> None:
    if instance.live and url_path_before != url_path_after:
        _note_page(instance, Action.MOVED)


def on_page_deleted(instance: Page, **kwargs: Any) -> None:
    """Wagtail unpublishes a page before it deletes it: what is noted as unpublished was deleted."""
    Change.objects.filter(release=None, page_id=instance.pk, action=Action.UNPUBLISHED).update(action=Action.DELETED)


def on_help_box(instance: HelpBox, **kwargs: Any) -> None:
    _note(instance, Action.PUBLISHED if instance.live else Action.UNPUBLISHED)


def on_help_box_deleted(instance: HelpBox, **kwargs: Any) -> None:
    if instance.live:
        _note(instance, Action.DELETED)


def on_topic(instance: Topic, signal: Any = None, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        _note(instance, Action.DELETED if signal is post_delete else Action.CHANGED)


def on_file(instance: Model, signal: Any = None, raw: bool = False, **kwargs: Any) -> None:
    """A picture or a sound: of interest only while something uses it."""
    if not raw and ReferenceIndex.get_references_to(instance).exists():
        _note(instance, Action.DELETED if signal is pre_delete else Action.CHANGED)


def _note_page(page: Page, action: Action, user: Any = None) -> None:
    document = document_page(page)
    if document is not None:
        note = ChangeNote(document.title, document.public_path(), action, document.pk)
        request(change=note, user=get_active_log_context().user or user)


def _note(instance: Model, action: Action) -> None:
    request(change=ChangeNote(str(instance), action=action), user=get_active_log_context().user)
