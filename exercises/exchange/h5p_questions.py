"""An item as the fields of the H5P question that asks the same, by the names of its semantics."""

from __future__ import annotations

import html
import re
from typing import Any, NamedTuple

from exchange.h5p_package import Library
from exercises.exchange.plain import html_of
from exercises.marking import tokens
from exercises.model import Choice, Gap, GapField, GapSelect, Item, MarkWords
from exercises.template import gap_names, pieces

MULTIPLE_CHOICE, BLANKS = ("H5P.MultiChoice", 1, 16), ("H5P.Blanks", 1, 14)
DRAG_TEXT, MARK_WORDS = ("H5P.DragText", 1, 10), ("H5P.MarkTheWords", 1, 11)
_MARKED = re.compile(r"\*[^*\s]+\*[^*\s]?")
"""A word that Mark the Words knows as one to be marked: at most one sign stands behind it, and none before."""


class Question(NamedTuple):
    library: Library
    params: dict[str, Any]


def question_of(item: Item) -> Question | None:
    """The question that asks what the item asks; None where H5P has no form for it."""
    match item:
        case Choice():
            return Question(MULTIPLE_CHOICE, _choice(item))
        case GapSelect():
            return _drag_text(item)
        case Gap():
            return _blanks(item)
        case MarkWords():
            return _mark_words(item)
    return None


def _choice(item: Choice) -> dict[str, Any]:
    return {
        "question": html_of(item.instruction) + html_of(item.stem),
        "answers": [
            {
                "correct": option.correct,
                "text": f"<div>{html.escape(option.text, quote=False)}</div>",
                "tipsAndFeedback": {"tip": "", "chosenFeedback": _div(option.feedback), "notChosenFeedback": ""},
            }
            for option in item.options
        ],
        "behaviour": {
            "enableRetry": True,
            "enableSolutionsButton": True,
            "type": "auto",
            "singlePoint": True,
            "randomAnswers": True,
            "singleAnswer": sum(option.correct for option in item.options) == 1,
        },
    }


def _div(text: str) -> str:
    return f"<div>{html.escape(text, quote=False)}</div>" if text else ""


def _complete(item: Gap) -> dict[str, GapField] | None:
    """The gaps by name, where each stands once in the text and has an answer."""
    gaps = {gap.name: gap for gap in item.gaps if gap.accept}
    names = gap_names(item.text)
    return gaps if names and sorted(names) == sorted(gaps) and len(gaps) == len(item.gaps) else None


def _filled(item: Gap, blanks: dict[str, str]) -> str | None:
    """The text with these blanks between stars; None where a star of the text would be taken for one."""
    parts = pieces(item.text)
    if any("*" in piece.words for piece in parts) or any("*" in blank for blank in blanks.values()):
        return None
    return "".join(piece.words or f"*{blanks[piece.gap]}*" for piece in parts)


def _blanks(item: Gap) -> Question | None:
    gaps = _complete(item)
    if gaps is None or any(sign in a.text for gap in gaps.values() for a in gap.accept for sign in "/:"):
        return None
    blanks = {
        name: "/".join(accepted.text for accepted in gap.accept) + (f":{gap.hint}" if gap.hint else "")
        for name, gap in gaps.items()
    }
    text = _filled(item, blanks)
    if text is None:
        return None
    params = {
        "text": html_of(item.instruction),
        "questions": [html_of(text)],
        "behaviour": {
            "enableRetry": True,
            "enableSolutionsButton": True,
            "caseSensitive": item.match.strict_case,
            "acceptSpellingErrors": False,
        },
    }
    return Question(BLANKS, params)


def _drag_text(item: GapSelect) -> Question | None:
    gaps = _complete(item)
    if gaps is None:
        return None
    right = [gap.accept[0].text for gap in gaps.values()]
    wrong = [error.text for gap in gaps.values() for error in gap.errors]
    accepted = {a.text for gap in gaps.values() for a in gap.accept}
    others = [word for word in dict.fromkeys([*item.bank, *wrong]) if word not in accepted]
    if any(sign in word for word in [*right, *others] for sign in "*:\\") or any("\\" in g.hint for g in gaps.values()):
        return None
    blanks = {name: gap.accept[0].text + (f":{gap.hint}" if gap.hint else "") for name, gap in gaps.items()}
    text = _filled(item, blanks)
    if text is None or "\\" in text:
        return None
    params = {
        "taskDescription": html_of(item.instruction),
        "textField": html.escape(text, quote=False),
        "distractors": " ".join(f"*{html.escape(word, quote=False)}*" for word in others),
        "behaviour": {"enableRetry": True, "enableSolutionsButton": True, "instantFeedback": False},
    }
    return Question(DRAG_TEXT, params)


def _mark_words(item: MarkWords) -> Question | None:
    parts = tokens(item.text)
    if any("*" in token.text for token in parts):
        return None
    text = "".join(f"*{token.text}*" if token.is_marked else token.text for token in parts)
    if not any(token.is_marked for token in parts):
        return None
    if any("*" in word and not _MARKED.fullmatch(word) for word in text.split()):
        return None
    params = {
        "taskDescription": html_of(item.instruction),
        "textField": html_of(text),
        "behaviour": {"enableRetry": True, "enableSolutionsButton": True, "showScorePoints": True},
    }
    return Question(MARK_WORDS, params)
