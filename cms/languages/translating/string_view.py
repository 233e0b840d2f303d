"""Where wagtail-localize's editor saves a text, in the place of its own view.

It adds what two people at one page need: whoever saves over words that another person wrote meanwhile is told, and
words for a text that the original has lost meanwhile are kept as a suggestion.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from rest_framework.authentication import SessionAuthentication
from rest_framework.decorators import api_view, authentication_classes, permission_classes
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from wagtail.admin.utils import get_user_display_name
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationContext
from wagtail_localize.views.edit_translation import StringTranslationSerializer, user_can_edit_instance

from cms.languages.progress import progress
from cms.languages.translating import saving

MOST_TOLD = 200
"""So many letters of the other person's words are told at once; all of them stand in the history."""


@api_view(["PUT", "DELETE"])
@permission_classes([IsAuthenticated])
@authentication_classes([SessionAuthentication])
@transaction.atomic
def edit_string(request: Any, translation_id: int, string_segment_id: int) -> Response:
    """Sets or takes away the words for one text. For those who may edit the page.

    Beside what wagtail-localize sends: ``opened`` in the address, when the page was opened that it is sent from; and
    with the words the ``path`` and the ``source`` of the text, which find it again if it has got another number.
    """
    translation = get_object_or_404(Translation.objects.select_related("source", "target_locale"), pk=translation_id)
    if not user_can_edit_instance(request.user, translation.get_target_instance()):
        raise PermissionDenied
    segment = _segment(translation, string_segment_id, request.POST)
    words = request.POST.get("value", "") if request.method == "PUT" else ""
    if segment is None:
        answer = _keep_for_later(translation, request.POST, words, request.user)
    else:
        answer = _save(translation, segment, words, request)
    return Response({**answer, "segment_id": string_segment_id, "progress": progress(translation)})


def _segment(translation: Translation, number: int, sent: Any) -> StringSegment | None:
    """The text by its number, or else by its place and its wording: each change of an original counts anew."""
    here = StringSegment.objects.filter(source=translation.source_id).select_related("string", "context")
    found = here.filter(pk=number).first()
    if found is None and "path" in sent:
        there = here.filter(context__path=sent["path"])
        found = next((each for each in there if each.string.data == sent["source"]), None)
    return found


def _save(translation: Translation, segment: StringSegment, words: str, request: Any) -> dict[str, Any]:
    place = {"context": segment.context_id, "string": segment.string_id}
    before = saving.words_at(translation, **place)
    if words:
        saved, lost = saving.save_words(translation, **place, words=words, user=request.user)
        answer = dict(StringTranslationSerializer(saved, context={"translation_source": translation.source}).data)
    else:
        lost = saving.replaced(before, "") if before else None
        if before:
            before.delete()
        answer = {}
    if before and lost and _is_another_persons(before, request.user):
        saving.note_replaced(translation, [lost], request.user)
        if _is_newer(before, request.GET.get("opened", "")):
            answer["comment"] = _told(before)
    return answer


def _keep_for_later(translation: Translation, sent: Any, words: str, user: Any) -> dict[str, Any]:
    """The original was published anew while the page was open, and has the text no more."""
    places = TranslationContext.objects.filter(object_id=translation.source.object_id)
    context = places.filter(path=sent.get("path", "")).first()
    if context is None or not words:
        raise Http404  # To the editor as good as deleted.
    saving.keep_for_other_text(translation, context=context.pk, text=sent["source"], words=words, user=user)
    said = _(
        "The original was changed while you were writing, and this text is no longer there. Your words are kept: load "
        "the page again, and they stand beside the new text."
    )
    return {"string_id": None, "data": words, "error": said, "comment": said, "last_translated_by": None}


def _is_another_persons(words: StringTranslation, user: Any) -> bool:
    by_hand = words.translation_type == StringTranslation.TRANSLATION_TYPE_MANUAL
    return by_hand and words.last_translated_by_id != user.pk


def _is_newer(words: StringTranslation, opened: str) -> bool:
    try:
        since = dt.datetime.fromisoformat(opened)
    except ValueError:
        return True
    return since.tzinfo is None or words.updated_at > since


def _told(before: StringTranslation) -> str:
    words = before.data if len(before.data) <= MOST_TOLD else f"{before.data[:MOST_TOLD]}…"
    return _(
        "Yours is saved. %(name)s had written something else here at %(time)s, while you had the page open: "
        "“%(words)s” It is kept in the page's history."
    ) % {
        "name": get_user_display_name(before.last_translated_by) if before.last_translated_by else _("Someone"),
        "time": time_format(timezone.localtime(before.updated_at), "H:i"),
        "words": words,
    }
