"""Blocks of exercise items to the items of the contract."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from sitebuilder.contract.prose import one_line

from cms.library.blocks.answers import FIRST, SECOND
from cms.library.mapping.links import Outward
from cms.library.mapping.stream import values
from exercises import model
from exercises.normal import normal

Transcripts = dict[int, str]
"""What is said in recordings, by their number, as told in the library of recordings."""


def write_item_of(stored: dict[str, Any], out: Outward, transcripts: Transcripts) -> model.Item | None:
    """The item of a stored block; None for a block of text."""
    write = _WRITERS.get(stored["type"])
    if write is None:
        return None
    value = stored["value"]
    out = out.at(value.get("key") or "")
    common = {
        "id": value.get("key") or "",
        "instruction": _line(value, "instruction"),
        "gloss": _line(value, "gloss"),
        "hint": _line(value, "hint"),
        "explanation": _line(value, "explanation"),
        "audio": _audio(value.get("audio") or {}, out, transcripts),
        "image": _picture(value.get("image") or {}, out),
        "match": model.Match(bool(value.get("strict_case")), bool(value.get("strict_punctuation"))),
    }
    return normal(write(value, common))


def _line(value: dict[str, Any], name: str) -> str:
    return one_line(value.get(name) or "")


def _lines(value: dict[str, Any], name: str) -> tuple[str, ...]:
    return tuple(line for line in (one_line(v or "") for v in values(value.get(name))) if line)


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", text)))


def _audio(value: dict[str, Any], out: Outward, transcripts: Transcripts) -> model.Audio | None:
    normal, slow = value.get("normal"), value.get("slow")
    transcript = _line(value, "transcript") or one_line(transcripts.get(normal or 0, ""))
    audio = model.Audio(
        out.src(normal, "audio") if normal else "",
        out.src(slow, "audio") if slow else "",
        transcript,
        _line(value, "speaker"),
        _line(value, "dialect"),
    )
    return audio if audio != model.Audio("") else None


def _picture(value: dict[str, Any], out: Outward) -> model.Picture | None:
    if not value.get("image"):
        return None
    src = out.src(value["image"], "images")
    return model.Picture(src, _line(value, "alt_text")) if src else None


def _choice(value: dict[str, Any], common: dict[str, Any]) -> model.Item:
    options = tuple(
        model.Option(o.get("key") or "", _line(o, "text"), bool(o.get("correct")), _line(o, "feedback"))
        for o in values(value.get("options"))
    )
    return model.Choice(**common, stem=_line(value, "stem"), options=options)


def _gap(value: dict[str, Any], common: dict[str, Any]) -> model.Item:
    return model.Gap(**common, text=_line(value, "text"), gaps=_gaps(value))


def _gap_select(value: dict[str, Any], common: dict[str, Any]) -> model.Item:
    return model.GapSelect(**common, text=_line(value, "text"), gaps=_gaps(value), bank=_lines(value, "bank"))


def _gaps(value: dict[str, Any]) -> tuple[model.GapField, ...]:
    gaps = (
        model.GapField(_line(gap, "name"), _accept(gap), _errors(gap), _lines(gap, "confusable"), _line(gap, "hint"))
        for gap in values(value.get("gaps"))
    )
    return tuple(gap for gap in gaps if gap != model.GapField(""))  # An empty one is one just added to the form.


def _accept(value: dict[str, Any]) -> tuple[model.Accepted, ...]:
    accept = (model.Accepted(_line(a, "text"), _line(a, "note")) for a in values(value.get("accept")))
    return tuple(accepted for accepted in accept if accepted != model.Accepted(""))


def _errors(value: dict[str, Any]) -> tuple[model.KnownError, ...]:
    errors = (model.KnownError(_line(e, "text"), _line(e, "feedback")) for e in values(value.get("errors")))
    return tuple(error for error in errors if error != model.KnownError(""))


def _order_words(value: dict[str, Any], common: dict[str, Any]) -> model.Item:
    return model.OrderWords(**common, **_order(value), tokens=_lines(value, "tokens"))


def _order_lines(value: dict[str, Any], common: dict[str, Any]) -> model.Item:
    return model.OrderLines(**common, **_order(value), lines=_lines(value, "lines"))


def _order(value: dict[str, Any]) -> dict[str, Any]:
    return {
        "orders": tuple(_numbers(order) for order in _lines(value, "orders")),
        "fixed": _numbers(_line(value, "fixed")),
        "lead": _line(value, "lead"),
    }


def _match(value: dict[str, Any], common: dict[str, Any]) -> model.Item:
    return model.MatchPairs(
        **common,
        pairs=tuple(
            model.Pair(_line(p, "left"), _line(p, "right"), _line(p, "answer")) for p in values(value.get("pairs"))
        ),
        decoys=tuple(model.Decoy(_line(d, "right"), _line(d, "answer")) for d in values(value.get("decoys"))),
    )


def _mark_words(value: dict[str, Any], common: dict[str, Any]) -> model.Item:
    return model.MarkWords(**common, text=_line(value, "text"), errors=_errors(value))


def _dictation(value: dict[str, Any], common: dict[str, Any]) -> model.Item:
    return model.Dictation(**common, sentence=_line(value, "sentence"), accept=_accept(value), errors=_errors(value))


def _flashcard(value: dict[str, Any], common: dict[str, Any]) -> model.Item:
    front, back, example = _line(value, "front"), _line(value, "back"), _line(value, "example")
    return model.Flashcard(**common, front=front, back=back, example=example)


def _write(value: dict[str, Any], common: dict[str, Any]) -> model.Item:
    checklist, models = _lines(value, "checklist"), _lines(value, "models")
    return model.Write(**common, prompt=_line(value, "prompt"), checklist=checklist, models=models)


def _dialogue(value: dict[str, Any], common: dict[str, Any]) -> model.Item:
    """A line that names nobody is said by the one who did not speak last."""
    parts = {side: value.get(side) or {} for side in (FIRST, SECOND)}
    ids = {side: part.get("key") or "" for side, part in parts.items()}
    lines, last = [], SECOND
    for line in values(value.get("lines")):
        last = line.get("part") or (SECOND if last == FIRST else FIRST)
        lines.append(model.Line(ids.get(last, ""), _line(line, "text")))
    return model.Dialogue(
        **common,
        parts=tuple(model.Part(ids[side], _line(part, "name"), _line(part, "task")) for side, part in parts.items()),
        lines=tuple(lines),
    )


_WRITERS: dict[str, Callable[[dict[str, Any], dict[str, Any]], model.Item]] = {
    "choice": _choice,
    "gap": _gap,
    "gap_select": _gap_select,
    "order_words": _order_words,
    "order_lines": _order_lines,
    "match": _match,
    "mark_words": _mark_words,
    "dictation": _dictation,
    "flashcard": _flashcard,
    "write": _write,
    "dialogue": _dialogue,
}
