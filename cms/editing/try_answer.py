"""An answer tried on an exercise that is being written: what a reader who gives it is told."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from cms.library.exercise_form import WrittenSet
from cms.library.form_problems import UnreadableForm
from cms.library.lexicon import lexicon_beside
from cms.library.models import ExercisePage
from exercises.answer_keys import SENTENCE, answer_keys
from exercises.judge import Judgement, Verdict, judge


def answer_told(page: ExercisePage, written: WrittenSet, sent: QueryDict) -> dict[str, Any]:
    """The verdict on ``try-answer`` for the gap ``try-gap`` of the block ``try-item``, in the active language.

    Raises `UnreadableForm` with words for the person at work where there is no such gap.
    """
    pairs = zip(written.items, written.blocks, strict=True)
    item = next((item for item, stored in pairs if stored["id"] == sent.get("try-item")), None)
    keys = answer_keys(item, lexicon_beside(page, written.items)) if item else {}
    key = keys.get(sent.get("try-gap") or SENTENCE) or next(iter(keys.values()), None)
    if key is None:
        raise UnreadableForm(_("This exercise is not there any more. Choose another one."))
    answer = sent.get("try-answer", "")
    if not answer.strip():
        raise UnreadableForm(_("Write an answer first."))
    judged = judge(answer, key)
    headline, said, advice = _words(judged)
    return {"verdict": judged.verdict, "headline": headline, "said": said, "advice": advice}


def _words(judged: Judgement) -> tuple[str, str, str]:
    """The verdict in plain words, what the author has written to be said, and what the author could do."""
    word = {"word": judged.word}
    match judged.verdict:
        case Verdict.CORRECT:
            return _("Right."), "", ""
        case Verdict.CORRECT_WITH_NOTE:
            return _("Right, with your note:"), judged.text, ""
        case Verdict.KNOWN_ERROR if judged.text:
            return _("Wrong, with your reason:"), judged.text, ""
        case Verdict.KNOWN_ERROR:
            return _("Wrong, and on your list, but without a reason."), "", _("Say why it is wrong: that helps most.")
        case Verdict.ORDER if judged.verb_second:
            return _("Nearly: right words, wrong order. The verb must come second."), "", ""
        case Verdict.ORDER:
            return _("Nearly: right words, wrong order."), "", ""
        case Verdict.LETTERS:
            return _("Nearly: the letters æ, ø or å in “%(word)s”.") % word, "", ""
        case Verdict.SPELLING:
            return _("Nearly: there is a slip in “%(word)s”.") % word, "", ""
    advice = _("Do learners give this answer? Then add it to the wrong answers, with a reason.")
    return _("Wrong. The reader is asked to try again."), "", advice
