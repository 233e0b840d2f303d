"""A set as GIFT, as Moodle and others read it.

A known wrong answer gives nothing and says why. The id of an item is the title of its question. Our notes stand in
comments, by which the set comes back whole; Moodle does not keep them.
"""

from __future__ import annotations

from collections.abc import Iterable

from exchange.cover import Cover
from exchange.remark import ExchangeError, Remark
from exercises.exchange.draft import Part, Prose
from exercises.exchange.gift_questions import WHOLE, Answer, Kind, Question, write_question
from exercises.exchange.gift_text import CATEGORY, COMMENT
from exercises.exchange.ours import note_of_item, note_of_set
from exercises.exchange.remark import remark
from exercises.exchange.unseen import unseen
from exercises.model import Choice, Gap, GapField, GapSelect, Item, MatchPairs, Write
from exercises.template import gap_names, pieces

BLANK, _OTHER = "_____", "[…]"
_SHOWN = ("explanation", "feedback", "errors", "notes", "others", "bank")


def write_gift(cover: Cover, parts: Iterable[Part]) -> tuple[str, tuple[Remark, ...]]:
    """The file, and what it cannot carry. Raises `ExchangeError` where that is every item."""
    blocks: list[str] = []
    rest: list[tuple[int, Part]] = []
    lost: list[Remark] = []
    for place, part in enumerate(parts):
        questions = [] if isinstance(part, Prose) else questions_of(part)
        if isinstance(part, Prose):
            lost.append(remark("X75.prose", form="GIFT", words=part.markdown))
        elif not questions:
            lost.append(remark("X75", where=part.id, type=part.type, form="GIFT"))
        else:
            note = f"{COMMENT} {note_of_item(place, part)}\n"
            blocks.append(note + "\n".join(map(write_question, questions)))
            lost += unseen(part, _SHOWN, "GIFT")
            lost += [remark("X77", where=part.id, count=len(questions))] if len(questions) > 1 else []
        if not questions:
            rest.append((place, part))
    if not blocks:
        raise ExchangeError([*lost, remark("X14", form="GIFT")])
    title = " ".join(cover.title.replace("/", "//").split())
    head = f"{COMMENT} {note_of_set(cover, rest)}\n\n{CATEGORY} $course$/top/{title or 'Mentor Toolbox'}\n"
    return "\n".join([head, *blocks]), tuple(lost)


def questions_of(item: Item) -> list[Question]:
    """The questions that ask what the item asks; none where GIFT has no form for it."""
    match item:
        case Choice():
            return _choice(item)
        case Gap():
            return _gaps(item)
        case MatchPairs():
            return _pairs(item)
        case Write():
            return [Question(item.id, Kind.ESSAY, f"{item.instruction}\n{item.prompt}", general=item.explanation)]
    return []


def _choice(item: Choice) -> list[Question]:
    right = sum(option.correct for option in item.options)
    if len(item.options) < 2:
        return []
    several = right != 1
    share = round(WHOLE / right, 5) if several and right else WHOLE
    wrong = -WHOLE if several and right else 0.0
    answers = tuple(Answer(o.text, share if o.correct else wrong, o.feedback) for o in item.options)
    text = f"{item.instruction}\n{item.stem}"
    return [Question(item.id, Kind.CHOICE, text, answers, general=item.explanation, several=several)]


def _gaps(item: Gap) -> list[Question]:
    names = gap_names(item.text)
    gaps = {gap.name: gap for gap in item.gaps}
    if not names or len(set(names)) != len(names) or set(names) != set(gaps):
        return []
    made = []
    for number, name in enumerate(names, 1):
        answers = _offered(item, gaps[name]) if isinstance(item, GapSelect) else _written(gaps[name])
        if not gaps[name].accept or not _is_told_apart(item, answers):
            return []
        before, after = _around(item, name)
        if not before.strip(" ") or not after.strip(" "):
            # Else the place of the word would not be seen, or not be told from the task.
            before, after = f"{before}{BLANK}{after}".strip(" "), ""
        title = item.id if len(names) == 1 else f"{item.id}/{number}"
        kind = Kind.CHOICE if isinstance(item, GapSelect) else Kind.SHORT
        made.append(Question(title, kind, f"{item.instruction}\n{before}", answers, after, item.explanation))
    return made


def _is_told_apart(item: Gap, answers: tuple[Answer, ...]) -> bool:
    """Whether GIFT knows what is asked: by a wrong answer for words to choose from, and where one is to be written by
    no arrow, which makes pairs."""
    if isinstance(item, GapSelect):
        return any(answer.weight < WHOLE for answer in answers)
    return not any("->" in answer.text + answer.feedback for answer in answers)


def _around(item: Gap, name: str) -> tuple[str, str]:
    """The text before and after a gap, with dots for each other gap."""
    before, after, is_behind = "", "", False
    for piece in pieces(item.text):
        if piece.gap == name:
            is_behind = True
        elif is_behind:
            after += piece.words or _OTHER
        else:
            before += piece.words or _OTHER
    return before, after


def _written(gap: GapField) -> tuple[Answer, ...]:
    right = (Answer(accepted.text, WHOLE, accepted.note) for accepted in gap.accept)
    return (*right, *(Answer(error.text, 0.0, error.feedback) for error in gap.errors))


def _offered(item: GapSelect, gap: GapField) -> tuple[Answer, ...]:
    """The words of a gap to choose from: its own, and those of the bank."""
    made = {answer.text: answer for answer in _written(gap)}
    for word in item.bank:
        made.setdefault(word, Answer(word, 0.0))
    if item.bank:
        made = {text: answer for text, answer in made.items() if text in item.bank or answer.weight == WHOLE}
    return tuple(made.values())


def _pairs(item: MatchPairs) -> list[Question]:
    sides = [(pair.left, pair.right or pair.answer) for pair in item.pairs]
    sides += [("", decoy.right or decoy.answer) for decoy in item.decoys]
    if len(item.pairs) < 2 or not all(right and "->" not in left + right for left, right in sides):
        return []
    answers = tuple(Answer(left, other=right) for left, right in sides)
    return [Question(item.id, Kind.MATCH, item.instruction, answers, general=item.explanation)]
