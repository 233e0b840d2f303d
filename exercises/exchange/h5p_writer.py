"""A set as an H5P Question Set of Multiple Choice, Blanks, Drag Text and Mark the Words, by their semantics' fields.

What H5P has no field for stands in the comment each question may carry for its authors, which H5P keeps and does not
show to readers.
"""

from __future__ import annotations

import html
import json
import uuid
from collections.abc import Iterable
from typing import Any

from exchange import h5p_package
from exchange.cover import Cover
from exchange.h5p_package import Library
from exchange.remark import ExchangeError, Remark
from exercises.exchange.draft import Part, Prose
from exercises.exchange.h5p_questions import BLANKS, DRAG_TEXT, MARK_WORDS, MULTIPLE_CHOICE, Question, question_of
from exercises.exchange.ours import note_of_item, note_of_set
from exercises.exchange.remark import remark
from exercises.exchange.unseen import unseen
from exercises.model import Item

QUESTION_SET = ("H5P.QuestionSet", 1, 20)
_SHOWN = {
    MULTIPLE_CHOICE: ("feedback",),
    BLANKS: ("others", "tips"),
    DRAG_TEXT: ("tips", "bank", "errors"),
    MARK_WORDS: (),
}
_TITLES = {MULTIPLE_CHOICE: "Multiple Choice", BLANKS: "Fill in the Blanks", DRAG_TEXT: "Drag the Words"}
_SPACE = uuid.UUID("0a4f2b0c-3a0f-4d0e-9b5c-8a4d4f0e6b21")


def write_h5p(cover: Cover, parts: Iterable[Part]) -> tuple[str, tuple[Remark, ...]]:
    """``content.json`` and what it cannot carry. Raises `ExchangeError` where that is every item."""
    questions: list[dict[str, Any]] = []
    rest: list[tuple[int, Part]] = []
    lost: list[Remark] = []
    for place, part in enumerate(parts):
        question = None if isinstance(part, Prose) else question_of(part)
        if isinstance(part, Prose):
            lost.append(remark("X75.prose", form="H5P", words=part.markdown))
        elif question is None:
            lost.append(remark("X75", where=part.id, type=part.type, form="H5P"))
        else:
            questions.append(_with_note(question, place, part, cover))
            lost += unseen(part, _SHOWN[question.library], "H5P")
        if question is None:
            rest.append((place, part))
    if not questions:
        raise ExchangeError([*lost, remark("X14", form="H5P")])
    first = questions[0]["metadata"]
    first["authorComments"] = f"{note_of_set(cover, rest)}\n{first['authorComments']}"
    content = {
        "introPage": {"showIntroPage": False, "title": html.escape(cover.title, quote=False), "introduction": ""},
        "progressType": "dots",
        "passPercentage": 100,
        "questions": questions,
        "disableBackwardsNavigation": False,
        "randomQuestions": False,
        "endGame": {"showResultPage": True, "showSolutionButton": True, "showRetryButton": True},
        "override": {"checkButton": True},
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n", tuple(lost)


def write_package(content: str, cover: Cover) -> bytes:
    """An ``.h5p`` file for places that have the content types already; it brings no code of its own."""
    used = dict.fromkeys(question["library"] for question in json.loads(content)["questions"])
    libraries = [one for one in (MULTIPLE_CHOICE, BLANKS, DRAG_TEXT, MARK_WORDS) if named(one) in used]
    title = " ".join(cover.title.split()) or "Mentor Toolbox"
    return h5p_package.write_package(content, title, cover.language, [QUESTION_SET, *libraries])


def named(library: Library) -> str:
    """A library as H5P names it in a question."""
    name, major, minor = library
    return f"{name} {major}.{minor}"


def _with_note(question: Question, place: int, item: Item, cover: Cover) -> dict[str, Any]:
    return {
        "library": named(question.library),
        "params": question.params,
        "subContentId": str(uuid.uuid5(_SPACE, f"{cover.id}/{item.id}")),
        "metadata": {
            "contentType": _TITLES.get(question.library, "Mark the Words"),
            "license": "U",
            "title": item.id,
            "authorComments": note_of_item(place, item),
        },
    }
