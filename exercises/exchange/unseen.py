"""What of an item another program does not show, by name."""

from __future__ import annotations

from collections.abc import Collection

from exchange.remark import Remark
from exercises.exchange.remark import remark
from exercises.model import Choice, Dictation, Gap, GapSelect, Item, MarkWords, Write

_NAMES = {
    "explanation": ("forklaring", "explanation"),
    "gloss": ("betydning", "what it means"),
    "hint": ("hint", "hint"),
    "tips": ("hint til et åpent sted", "hint for a gap"),
    "audio": ("lyd", "sound"),
    "image": ("bilde", "picture"),
    "match": ("strenge regler for svaret", "strict rules for the answer"),
    "feedback": ("grunnen til at et svar er galt", "why an answer is wrong"),
    "errors": ("kjente feil", "known wrong answers"),
    "notes": ("merknad til riktig svar", "notes on right answers"),
    "others": ("andre riktige svar", "other right answers"),
    "confusable": ("ord som ikke skal forveksles", "words not to be confused"),
    "bank": ("ordbank", "word bank"),
    "checklist": ("sjekkliste", "checklist"),
    "models": ("forslag til svar", "model answers"),
}


def unseen(item: Item, shown: Collection[str], form: str, *, returns: bool = True) -> list[Remark]:
    """The remark that names what ``form``, which shows the ``shown``, does not show of an item; none where it shows
    all. ``returns`` tells whether the file can be read here again."""
    there = [name for name in _NAMES if name not in shown and _has(item, name)]
    if not there:
        return []
    nb, en = (", ".join(_NAMES[name][n] for name in there) for n in (0, 1))
    return [remark("X76" if returns else "X76.away", where=item.id, what_nb=nb, what=en, form=form)]


def _has(item: Item, name: str) -> bool:
    if name in ("explanation", "gloss", "hint", "audio", "image"):
        return bool(getattr(item, name))
    if name == "match":
        return item.match.strict_case or item.match.strict_punctuation
    match item:
        case Choice():
            return name == "feedback" and any(option.feedback for option in item.options)
        case Gap():
            return _gap_has(item, name)
        case MarkWords():
            return name == "errors" and bool(item.errors)
        case Dictation():
            return name in ("errors", "notes") and bool(getattr(item, "errors" if name == "errors" else "accept"))
        case Write():
            return name in ("checklist", "models") and bool(getattr(item, name))
    return False


def _gap_has(item: Gap, name: str) -> bool:
    gaps = item.gaps
    return {
        "errors": any(gap.errors for gap in gaps),
        "feedback": any(error.feedback for gap in gaps for error in gap.errors),
        "notes": any(accepted.note for gap in gaps for accepted in gap.accept),
        "confusable": any(gap.confusable for gap in gaps),
        "tips": any(gap.hint for gap in gaps),
        "others": any(len(gap.accept) > 1 for gap in gaps),
        "bank": isinstance(item, GapSelect) and bool(item.bank),
    }.get(name, False)
