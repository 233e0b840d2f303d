"""An answer tried on an exercise that is being written: what its author is told of it."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from cms.library.exercise_form import WrittenSet
from cms.library.form_problems import UnreadableForm, language_of_admin
from cms.library.lexicon import lexicon_beside
from cms.library.models import ExercisePage
from exercises.judge import Judgement, Verdict
from exercises.trying import CannotTryError, try_answer
from exercises.verdict_words import in_words


def answer_told(page: ExercisePage, written: WrittenSet, sent: QueryDict) -> dict[str, Any]:
    """The verdict on ``try-answer`` for the gap ``try-gap`` of the block ``try-item``, in the active language.

    Raises `UnreadableForm` with words for the person at work where there is nothing to judge.
    """
    answer = sent.get("try-answer", "")
    if not answer.strip():
        raise UnreadableForm(_("Write an answer first."))
    pairs = zip(written.items, written.blocks, strict=True)
    item = next((item for item, stored in pairs if stored["id"] == sent.get("try-item")), None)
    if item is None:
        raise UnreadableForm(_("This exercise is not there any more. Choose another one."))
    language = language_of_admin()
    try:
        tried = try_answer(item, answer, lexicon_beside(page, written.items), sent.get("try-gap", ""))
    except CannotTryError as why:
        raise UnreadableForm(why.words[language]) from None
    judged = tried.judgement
    return {"verdict": judged.verdict, "told": in_words(tried, language), "advice": _advice(judged)}


def _advice(judged: Judgement) -> str:
    """What the author could do about it."""
    if judged.verdict is Verdict.KNOWN_ERROR and not judged.text:
        return _("Say why it is wrong: that helps most.")
    if judged.verdict is Verdict.WRONG:
        return _("Do learners give this answer? Then add it to the wrong answers, with a reason.")
    return ""
