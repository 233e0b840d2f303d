"""What wagtail-localize's own records need for our pages: four things it does not do by itself.

It knows a text by its place, so a choice that is moved to another scene would lose its words; it publishes a page
whose texts are half in another language; it does not say which version of the original a page was made from; and it
stops at a block that was saved before it had a place for a picture.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models.signals import post_save
from sitebuilder.contract.hashing import source_hash
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationLog
from wagtail_localize.segments.extract import StreamFieldSegmentExtractor

from cms.languages.gate import by_way_of_a_draft, lacking
from cms.languages.machine.marks import method_now
from cms.library.models import HelpBox, ToolboxPage
from cms.library.not_ready import guard


def connect() -> None:
    """Called once, when the apps are ready."""
    post_save.connect(keep_moved_words, sender=StringSegment, dispatch_uid="languages-moved-words")
    post_save.connect(say_what_it_was_made_from, sender=TranslationLog, dispatch_uid="languages-made-from")
    Translation.save_target = _publish_only_whole(by_way_of_a_draft(Translation.save_target))
    guard(lacking)
    extract = StreamFieldSegmentExtractor
    extract.handle_image_block = _without_a_picture_too(extract.handle_image_block)


def keep_moved_words(instance: StringSegment, created: bool, **kwargs: Any) -> None:
    """A text that turns up in a new place of a page is translated as it is elsewhere in the page, or was."""
    if not created:
        return
    known = StringTranslation.objects.filter(
        translation_of_id=instance.string_id, context__object_id=instance.source.object_id, has_error=False
    )
    there = set(known.filter(context_id=instance.context_id).values_list("locale_id", flat=True))
    leaf = instance.context.path.rpartition(".")[2]
    for other in sorted(known.select_related("context"), key=lambda each: not each.context.path.endswith(leaf)):
        if other.locale_id not in there:
            there.add(other.locale_id)
            StringTranslation.objects.create(
                translation_of_id=instance.string_id,
                locale_id=other.locale_id,
                context_id=instance.context_id,
                data=other.data,
                translation_type=other.translation_type,
                tool_name=other.tool_name,
                last_translated_by_id=other.last_translated_by_id,
            )


def say_what_it_was_made_from(instance: TranslationLog, created: bool, **kwargs: Any) -> None:
    """A page that localize has put together anew is a translation of what its source says, and not reviewed."""
    revision, original = instance.revision, instance.source.as_instance()
    if not created or revision is None or not isinstance(original, ToolboxPage):
        return
    revision.content |= {
        "translation_of": source_hash(original.to_document()),
        "translation_state": "draft",
        "translation_method": method_now(instance),
        "translation_reviewed_by": "",
        "translation_reviewed_on": None,
        "translation_lacks": _lacks(instance),
    }
    revision.save(update_fields=["content"])


def _lacks(log: TranslationLog) -> int:
    """How many texts had no words when this version was made."""
    translation = Translation.objects.get(source_id=log.source_id, target_locale_id=log.locale_id)
    total, translated = translation.get_progress()
    return int(total - translated)


def lacks_words(translation: Translation) -> bool:
    """Whether some text of the page has no translation, or a broken one."""
    total, translated = translation.get_progress()
    return bool(translated < total)


def _publish_only_whole(save_target: Callable[..., None]) -> Callable[..., None]:
    @wraps(save_target)
    def guarded(self: Translation, user: Any = None, publish: bool = True) -> None:
        is_ours = issubclass(self.source.specific_content_type.model_class() or object, ToolboxPage | HelpBox)
        if publish and is_ours and lacks_words(self):
            raise ValidationError("A translation that lacks words is not published.")  # Localize goes on to the next.
        save_target(self, user=user, publish=publish)

    return guarded


def _without_a_picture_too(handle_image_block: Callable[..., list[Any]]) -> Callable[..., list[Any]]:
    @wraps(handle_image_block)
    def guarded(self: Any, block: Any, value: Any, raw_value: Any = None) -> list[Any]:
        return handle_image_block(self, block, value, raw_value=raw_value or {})

    return guarded
