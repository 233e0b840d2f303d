"""The canonical YAML of an item: keys in the order of the format, empty fields left out, one line for each text."""

from __future__ import annotations

import yaml

from exercises.model import (
    Choice,
    Dialogue,
    Dictation,
    Flashcard,
    Gap,
    GapField,
    GapSelect,
    Item,
    MarkWords,
    Match,
    MatchPairs,
    Order,
    OrderLines,
    Write,
)
from exercises.normal import normal

_NO_FOLDING = 2**31 - 1

Fields = dict[str, object]


def dump(item: Item) -> str:
    """The YAML of the item in normal form, ending in a line break.

    The emitter in C is seven times as fast, but writes a character beyond the basic plane as a number; an item that
    has one is written by the emitter in Python.
    """
    fields = _item(normal(item))
    text = _dump(fields, _FastDumper)
    return _dump(fields, _Dumper) if "\\U" in text else text


def _dump(fields: Fields, dumper: type[yaml.SafeDumper] | type[yaml.CSafeDumper]) -> str:
    return yaml.dump(
        fields, Dumper=dumper, sort_keys=False, allow_unicode=True, default_flow_style=False, width=_NO_FOLDING
    )


class _Places(list[int]):
    """Positions, written on one line: ``[1, 3, 2]``."""


class _Dumper(yaml.SafeDumper):
    """Writes every value out, never as a reference to an equal one."""

    def ignore_aliases(self, data: object) -> bool:
        return True


class _FastDumper(yaml.CSafeDumper):
    """As `_Dumper`, in C."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _represent_places(dumper: _Dumper | _FastDumper, places: _Places) -> yaml.Node:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", places, flow_style=True)


_Dumper.add_representer(_Places, _represent_places)
_FastDumper.add_representer(_Places, _represent_places)


def _item(item: Item) -> Fields:
    return _told(
        id=item.id,
        type=item.type,
        instruction=item.instruction,
        **_own(item),
        gloss=item.gloss,
        hint=item.hint,
        explanation=item.explanation,
        audio=_told(**vars(item.audio)) if item.audio else None,
        image=_told(**vars(item.image)) if item.image else None,
        match=_match(item.match),
    )


def _own(item: Item) -> Fields:
    match item:
        case Choice():
            return {"stem": item.stem, "options": _list(item.options)}
        case Gap():
            bank = list(item.bank) if isinstance(item, GapSelect) else []
            return {"text": item.text, "gaps": {gap.name: _gap(gap) for gap in item.gaps}, "bank": bank}
        case Order():
            pieces = {"lines" if isinstance(item, OrderLines) else "tokens": list(item.pieces)}
            orders = [_Places(order) for order in item.orders]
            return {**pieces, "orders": orders, "fixed": _Places(item.fixed), "lead": item.lead}
        case MatchPairs():
            return {"pairs": _list(item.pairs), "decoys": _list(item.decoys)}
        case MarkWords():
            return {"text": item.text, "errors": _list(item.errors)}
        case Dictation():
            return {"sentence": item.sentence, "accept": _list(item.accept), "errors": _list(item.errors)}
        case Flashcard():
            return {"front": item.front, "back": item.back, "example": item.example}
        case Write():
            return {"prompt": item.prompt, "checklist": list(item.checklist), "models": list(item.models)}
        case Dialogue():
            return {"parts": _list(item.parts), "lines": _list(item.lines)}
    raise TypeError(f"no way to write an item of {type(item).__name__}")


def _gap(gap: GapField) -> Fields:
    return _told(accept=_list(gap.accept), errors=_list(gap.errors), confusable=list(gap.confusable), hint=gap.hint)


def _match(match: Match) -> Fields:
    return _told(case="strict" if match.strict_case else "", punctuation="strict" if match.strict_punctuation else "")


def _list(parts: tuple[object, ...]) -> list[Fields]:
    """Parts whose fields are called as their keys are, in the same order."""
    return [_told(**vars(part)) for part in parts]


def _told(**fields: object) -> Fields:
    """The fields that say something."""
    return {key: value for key, value in fields.items() if value}
