"""The texts of an item, each with the path of its field: those that are Norwegian to be learned, and the rest.

The rest is said in the reader's language, so a translation has its own. Both together are every text there is.
"""

from __future__ import annotations

from collections.abc import Iterator

from exercises.model import (
    Choice,
    Dialogue,
    Dictation,
    Flashcard,
    Gap,
    GapField,
    GapSelect,
    Item,
    KnownError,
    MarkWords,
    MatchPairs,
    Order,
    OrderLines,
    Write,
)

Texts = dict[str, str]


def norwegian(item: Item) -> Texts:
    """What is letter for letter the same in every language, without the empty ones."""
    texts = dict(_norwegian(item))
    if item.audio:
        texts["audio.transcript"] = item.audio.transcript
    return {path: text for path, text in texts.items() if text}


def translated(item: Item) -> Texts:
    """What is said in the language of the file, without the empty ones."""
    texts = {"instruction": item.instruction, **dict(_translated(item))}
    texts |= {"gloss": item.gloss, "hint": item.hint, "explanation": item.explanation}
    if item.audio:
        texts |= {"audio.speaker": item.audio.speaker, "audio.dialect": item.audio.dialect}
    if item.image:
        texts["image.alt"] = item.image.alt
    return {path: text for path, text in texts.items() if text}


def wrong_paths(item: Item) -> Iterator[str]:
    """The paths, of those of `norwegian`, that are wrong answers or words to confuse with."""
    for path in norwegian(item):
        part = path.split(".")
        if "errors" in part or "confusable" in part:
            yield path
    if isinstance(item, Choice):
        yield from (f"options.{option.id}" for option in item.options if not option.correct)


def _norwegian(item: Item) -> Iterator[tuple[str, str]]:
    match item:
        case Choice():
            yield "stem", item.stem
            yield from ((f"options.{option.id}", option.text) for option in item.options)
        case Gap():
            yield "text", item.text
            for gap in item.gaps:
                yield from _numbered(f"gaps.{gap.name}.accept", [accepted.text for accepted in gap.accept])
                yield from _numbered(f"gaps.{gap.name}.errors", [error.text for error in gap.errors])
                yield from _numbered(f"gaps.{gap.name}.confusable", gap.confusable)
            if isinstance(item, GapSelect):
                yield from _numbered("bank", item.bank)
        case Order():
            yield from _numbered("lines" if isinstance(item, OrderLines) else "tokens", item.pieces)
            yield "lead", item.lead
        case MatchPairs():
            yield from _numbered("pairs.left", [pair.left for pair in item.pairs])
            yield from _numbered("pairs.answer", [pair.answer for pair in item.pairs])
            yield from _numbered("decoys.answer", [decoy.answer for decoy in item.decoys])
        case MarkWords():
            yield "text", item.text
            yield from _numbered("errors", [error.text for error in item.errors])
        case Dictation():
            yield "sentence", item.sentence
            yield from _numbered("accept", [accepted.text for accepted in item.accept])
            yield from _numbered("errors", [error.text for error in item.errors])
        case Flashcard():
            yield from (("front", item.front), ("example", item.example))
        case Write():
            yield from _numbered("models", item.models)
        case Dialogue():
            yield from _numbered("lines", [line.text for line in item.lines])


def _translated(item: Item) -> Iterator[tuple[str, str]]:
    match item:
        case Choice():
            yield from ((f"options.{option.id}.feedback", option.feedback) for option in item.options)
        case Gap():
            for gap in item.gaps:
                yield from _said_of(gap)
        case MatchPairs():
            yield from _numbered("pairs.right", [pair.right for pair in item.pairs])
            yield from _numbered("decoys.right", [decoy.right for decoy in item.decoys])
        case MarkWords():
            yield from _feedback("errors", item.errors)
        case Dictation():
            yield from ((f"accept.{n}.note", accepted.note) for n, accepted in enumerate(item.accept, 1))
            yield from _feedback("errors", item.errors)
        case Flashcard():
            yield "back", item.back
        case Write():
            yield "prompt", item.prompt
            yield from _numbered("checklist", item.checklist)
        case Dialogue():
            for part in item.parts:
                yield from ((f"parts.{part.id}.name", part.name), (f"parts.{part.id}.task", part.task))


def _said_of(gap: GapField) -> Iterator[tuple[str, str]]:
    yield f"gaps.{gap.name}.hint", gap.hint
    notes = [(f"gaps.{gap.name}.accept.{n}.note", accepted.note) for n, accepted in enumerate(gap.accept, 1)]
    yield from notes
    yield from _feedback(f"gaps.{gap.name}.errors", gap.errors)


def _feedback(path: str, errors: tuple[KnownError, ...]) -> Iterator[tuple[str, str]]:
    return ((f"{path}.{n}.feedback", error.feedback) for n, error in enumerate(errors, 1))


def _numbered(path: str, texts: tuple[str, ...] | list[str]) -> Iterator[tuple[str, str]]:
    return ((f"{path}.{n}", text) for n, text in enumerate(texts, 1))
