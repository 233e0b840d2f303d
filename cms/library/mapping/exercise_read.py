"""The items of the contract to the blocks of the editor's form."""

from __future__ import annotations

from typing import Any

from cms.library.blocks.answers import FIRST, SECOND
from cms.library.mapping.problems import CannotHold
from cms.library.mapping.prose_read import ProseReader
from cms.library.mapping.stream import Ids, Stream, block, items
from exercises import model


def read_item_into(item: model.Item, reader: ProseReader, ids: Ids) -> dict[str, Any]:
    """The block that `write_item_of` writes as this item."""
    type, own = _own(item, ids)
    value = {
        "instruction": item.instruction,
        **own,
        "gloss": item.gloss,
        "hint": item.hint,
        "explanation": item.explanation,
        "audio": _audio(item.audio or model.Audio(""), reader, item.id),
        "image": _picture(item.image, reader, item.id),
        "strict_case": item.match.strict_case,
        "strict_punctuation": item.match.strict_punctuation,
        "key": item.id,
    }
    return block(type, value, ids)


def _audio(audio: model.Audio, reader: ProseReader, where: str) -> dict[str, Any]:
    normal, slow = reader.recording(audio.normal), reader.recording(audio.slow)
    if (audio.normal and not normal) or (audio.slow and not slow):
        raise CannotHold("other", where)
    return {
        "normal": normal,
        "slow": slow,
        "transcript": audio.transcript,
        "speaker": audio.speaker,
        "dialect": audio.dialect,
    }


def _picture(picture: model.Picture | None, reader: ProseReader, where: str) -> dict[str, Any]:
    if picture is None:
        return {"image": None, "alt_text": "", "decorative": False}
    try:
        return reader.picture(picture.src, picture.alt)
    except CannotHold as what:
        raise CannotHold(what.code, where) from None


def _own(item: model.Item, ids: Ids) -> tuple[str, dict[str, Any]]:
    """The block's name and the fields only this type of item has."""
    match item:
        case model.Choice():
            options = [
                {"text": o.text, "correct": o.correct, "feedback": o.feedback, "key": o.id} for o in item.options
            ]
            return "choice", {"stem": item.stem, "options": items(options, ids.under("options"))}
        case model.GapSelect():
            return "gap_select", {**_gaps(item, ids), "bank": items(item.bank, ids.under("bank"))}
        case model.Gap():
            return "gap", _gaps(item, ids)
        case model.OrderWords():
            return "order_words", {"tokens": items(item.tokens, ids.under("tokens")), **_order(item, ids)}
        case model.OrderLines():
            return "order_lines", {"lines": items(item.lines, ids.under("lines")), **_order(item, ids)}
        case model.MatchPairs():
            pairs = [{"left": p.left, "right": p.right, "answer": p.answer} for p in item.pairs]
            decoys = [{"right": d.right, "answer": d.answer} for d in item.decoys]
            return "match", {
                "pairs": items(pairs, ids.under("pairs")),
                "decoys": items(decoys, ids.under("decoys")),
            }
        case model.MarkWords():
            return "mark_words", {"text": item.text, "errors": _errors(item.errors, ids)}
        case model.Dictation():
            return "dictation", {
                "sentence": item.sentence,
                "accept": _accept(item.accept, ids),
                "errors": _errors(item.errors, ids),
            }
        case model.Flashcard():
            return "flashcard", {"front": item.front, "back": item.back, "example": item.example}
        case model.Write():
            return "write", {
                "prompt": item.prompt,
                "checklist": items(item.checklist, ids.under("checklist")),
                "models": items(item.models, ids.under("models")),
            }
        case model.Dialogue():
            return "dialogue", _dialogue(item, ids)
        case _:
            raise CannotHold("other", item.id)


def _gaps(item: model.Gap, ids: Ids) -> dict[str, Any]:
    gaps = [_gap(gap, ids.under("gaps", gap.name)) for gap in item.gaps]
    return {"text": item.text, "gaps": items(gaps, ids.under("gaps"))}


def _order(item: model.Order, ids: Ids) -> dict[str, Any]:
    return {
        "lead": item.lead,
        "orders": items((_numbers(order) for order in item.orders), ids.under("orders")),
        "fixed": _numbers(item.fixed),
    }


def _dialogue(item: model.Dialogue, ids: Ids) -> dict[str, Any]:
    """The form has room for two different parts, who say all there is to say."""
    sides = {part.id: side for part, side in zip(item.parts, (FIRST, SECOND), strict=False)}
    if (
        not len(item.parts) == len(sides) == len((FIRST, SECOND))
        or not {line.part for line in item.lines} <= sides.keys()
    ):
        raise CannotHold("dialogue", item.id)
    parts = {
        side: {"name": part.name, "task": part.task, "key": part.id}
        for part, side in zip(item.parts, sides.values(), strict=True)
    }
    lines = [{"part": sides[line.part], "text": line.text} for line in item.lines]
    return {**parts, "lines": items(lines, ids.under("lines"))}


def _accept(accept: tuple[model.Accepted, ...], ids: Ids) -> Stream:
    return items(({"text": a.text, "note": a.note} for a in accept), ids.under("accept"))


def _errors(errors: tuple[model.KnownError, ...], ids: Ids) -> Stream:
    return items(({"text": e.text, "feedback": e.feedback} for e in errors), ids.under("errors"))


def _gap(gap: model.GapField, ids: Ids) -> dict[str, Any]:
    return {
        "name": gap.name,
        "accept": _accept(gap.accept, ids),
        "errors": _errors(gap.errors, ids),
        "hint": gap.hint,
        "confusable": items(gap.confusable, ids.under("confusable")),
    }


def _numbers(numbers: tuple[int, ...]) -> str:
    return " ".join(map(str, numbers))
