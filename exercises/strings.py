"""The texts of an item, each with the path of its field: those that are Norwegian to be learned, and the rest.

The rest is said in the reader's language, so a translation has its own. Both together are every text there is.
"""

from __future__ import annotations

from collections.abc import Iterator

from exercises.model import Choice, Flashcard, Gap, GapField, Item, MatchPairs, OrderWords, Write

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
        case OrderWords():
            yield from _numbered("tokens", item.tokens)
            yield "lead", item.lead
        case MatchPairs():
            yield from _numbered("pairs.left", [pair.left for pair in item.pairs])
            yield from _numbered("pairs.answer", [pair.answer for pair in item.pairs])
            yield from _numbered("decoys.answer", [decoy.answer for decoy in item.decoys])
        case Flashcard():
            yield from (("front", item.front), ("example", item.example))
        case Write():
            yield from _numbered("models", item.models)


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
        case Flashcard():
            yield "back", item.back
        case Write():
            yield "prompt", item.prompt
            yield from _numbered("checklist", item.checklist)


def _said_of(gap: GapField) -> Iterator[tuple[str, str]]:
    yield f"gaps.{gap.name}.hint", gap.hint
    notes = [(f"gaps.{gap.name}.accept.{n}.note", accepted.note) for n, accepted in enumerate(gap.accept, 1)]
    yield from notes
    for n, error in enumerate(gap.errors, 1):
        yield f"gaps.{gap.name}.errors.{n}.feedback", error.feedback


def _numbered(path: str, texts: tuple[str, ...] | list[str]) -> Iterator[tuple[str, str]]:
    return ((f"{path}.{n}", text) for n, text in enumerate(texts, 1))
