"""The words of items for translators: what explains the Norwegian, and never the Norwegian itself.

Each string says what Norwegian it is about, so that nobody has to look it up. What a sentence means in the reader's
language is asked for by the sentence: the original, which is in Norwegian, has no gloss.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exchange.strings import Form, Text
from exercises.marking import without_marks
from exercises.model import Choice, Dialogue, Dictation, Flashcard, Gap, Item, MarkWords, Order
from exercises.strings import norwegian, translated
from exercises.template import pieces

FORM = Form("set", about="norwegian", between=";")
"""A semicolon, at which Norwegian Excel begins a new cell."""


def texts_of(items: Iterable[Item]) -> Iterator[Text]:
    """Every string of the items of an original, in the order they are read."""
    for item in items:
        yield from said_of(item)
        sentence = sentence_of(item)
        if sentence and not item.gloss and not isinstance(item, Flashcard):
            yield Text(f"{item.id}.gloss", sentence, optional=True)


def said_of(item: Item) -> Iterator[Text]:
    """What an item says in the language of its file."""
    for path, words in translated(item).items():
        yield Text(f"{item.id}.{path}", words, about=about(item, path))


def about(item: Item, path: str) -> str:
    """The Norwegian that the text at a path of `translated` is said of; empty where there is none."""
    texts = norwegian(item)
    owner, _, number = path.rpartition(".")
    if owner == "pairs.right":
        return texts.get(f"pairs.left.{number}", "")
    return "" if owner == "decoys.right" else texts.get(owner) or sentence_of(item)


def sentence_of(item: Item) -> str:
    """The Norwegian of an item as it reads when it is done; empty where it is no one sentence."""
    match item:
        case Choice():
            return item.stem
        case Gap():
            right = {gap.name: gap.accept[0].text for gap in item.gaps if gap.accept}
            return "".join(piece.words or right.get(piece.gap, "…") for piece in pieces(item.text))
        case Order():
            return " ".join(filter(None, [item.lead, *item.pieces]))
        case MarkWords():
            return without_marks(item.text)
        case Dictation():
            return item.sentence
        case Flashcard():
            return item.front
        case Dialogue():
            return " ".join(line.text for line in item.lines)
    return ""
