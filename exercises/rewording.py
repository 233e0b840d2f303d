"""An item said in other words: the counterpart of `exercises.strings.translated`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from exercises.model import (
    Accepted,
    Choice,
    Dialogue,
    Dictation,
    Flashcard,
    Gap,
    GapField,
    Item,
    KnownError,
    MarkWords,
    MatchPairs,
    Write,
)

_Said = Callable[[str, str], str]


def with_texts(item: Item, words: Mapping[str, str]) -> Item:
    """The item with these texts for the paths `translated` gives. Nothing Norwegian changes; a text without new
    words keeps its own, and a path that leads nowhere is passed over."""

    def said(path: str, old: str) -> str:
        return words.get(path, old)

    item = replace(
        item,
        instruction=said("instruction", item.instruction),
        gloss=said("gloss", item.gloss),
        hint=said("hint", item.hint),
        explanation=said("explanation", item.explanation),
    )
    if item.audio:
        speaker, dialect = said("audio.speaker", item.audio.speaker), said("audio.dialect", item.audio.dialect)
        item = replace(item, audio=replace(item.audio, speaker=speaker, dialect=dialect))
    if item.image:
        item = replace(item, image=replace(item.image, alt=said("image.alt", item.image.alt)))
    return _own(item, said)


def _own(item: Item, said: _Said) -> Item:
    match item:
        case Choice():
            told = (replace(o, feedback=said(f"options.{o.id}.feedback", o.feedback)) for o in item.options)
            return replace(item, options=tuple(told))
        case Gap():
            return replace(item, gaps=tuple(_gap(gap, said) for gap in item.gaps))
        case MatchPairs():
            pairs = (replace(p, right=said(f"pairs.right.{n}", p.right)) for n, p in enumerate(item.pairs, 1))
            decoys = (replace(d, right=said(f"decoys.right.{n}", d.right)) for n, d in enumerate(item.decoys, 1))
            return replace(item, pairs=tuple(pairs), decoys=tuple(decoys))
        case MarkWords():
            return replace(item, errors=_errors("errors", item.errors, said))
        case Dictation():
            accept, errors = _accept("accept", item.accept, said), _errors("errors", item.errors, said)
            return replace(item, accept=accept, errors=errors)
        case Flashcard():
            return replace(item, back=said("back", item.back))
        case Write():
            checklist = (said(f"checklist.{n}", point) for n, point in enumerate(item.checklist, 1))
            return replace(item, prompt=said("prompt", item.prompt), checklist=tuple(checklist))
        case Dialogue():
            parts = (
                replace(p, name=said(f"parts.{p.id}.name", p.name), task=said(f"parts.{p.id}.task", p.task))
                for p in item.parts
            )
            return replace(item, parts=tuple(parts))
    return item


def _gap(gap: GapField, said: _Said) -> GapField:
    path = f"gaps.{gap.name}"
    return replace(
        gap,
        hint=said(f"{path}.hint", gap.hint),
        accept=_accept(f"{path}.accept", gap.accept, said),
        errors=_errors(f"{path}.errors", gap.errors, said),
    )


def _accept(path: str, accept: tuple[Accepted, ...], said: _Said) -> tuple[Accepted, ...]:
    return tuple(replace(one, note=said(f"{path}.{n}.note", one.note)) for n, one in enumerate(accept, 1))


def _errors(path: str, errors: tuple[KnownError, ...], said: _Said) -> tuple[KnownError, ...]:
    return tuple(replace(one, feedback=said(f"{path}.{n}.feedback", one.feedback)) for n, one in enumerate(errors, 1))
