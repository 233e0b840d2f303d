"""The words of an exercise set on their way to translators and back."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping

from exchange.csv_strings import write_csv
from exchange.po_strings import write_po
from exchange.remark import ExchangeError
from exchange.strings import Text
from exercises.exchange.remark import remark
from exercises.exchange.strings import FORM, about, said_of, texts_of
from exercises.model import Item
from exercises.rewording import with_texts
from exercises.translation import check_same_norwegian
from sitebuilder.contract.document import Document, ExerciseSet, Kind
from sitebuilder.contract.problems import errors
from sitebuilder.contract.prose import Block
from sitebuilder.contract.prose_reader import read_lines
from sitebuilder.contract.prose_writer import write_block
from sitebuilder.contract.reader import read_document
from sitebuilder.contract.writer import write_document
from sitebuilder.exchange_files import Room, translated_front
from sitebuilder.exercise_files import loses_words

_ONE_LINE = ("title", "summary", "mentor", "can_do", "together")


def write_strings(document: Document, kind: str, into: str, known: Mapping[str, str]) -> bytes:
    """The strings of a set for translation to a language, with the words known already."""
    texts = list(strings_of(document))
    if kind == "po":
        return write_po(FORM, document.front.id, into, texts, known).encode()
    # Without the mark at its beginning Excel takes æ, ø and å for two letters each.
    return BOM_UTF8 + write_csv(FORM, document.front.id, texts, known).encode()


def strings_of(document: Document) -> Iterator[Text]:
    """Every string a translator meets: first what stands above the set, then the set."""
    yield from _above(document)
    assert isinstance(document.body, ExerciseSet)
    yield from texts_of(document.body.items)


def _above(document: Document) -> Iterator[Text]:
    for key in _ONE_LINE:
        yield Text(f"front.{key}", getattr(document.front, key))
    for number, block in enumerate(_prose(document), 1):
        yield Text(f"text.{number}", write_block(block).strip("\n"), many=True)


def _prose(document: Document) -> list[Block]:
    assert isinstance(document.body, ExerciseSet)
    return [part for part in document.body.parts if not isinstance(part, Item)]


def _said(document: Document) -> dict[str, str]:
    """What a document says in its own language, by key."""
    assert isinstance(document.body, ExerciseSet)
    texts = [*_above(document), *(text for item in document.body.items for text in said_of(item))]
    return {text.key: text.words for text in texts if text.words}


def _kept(original: Document, before: Document) -> dict[str, str]:
    """What an earlier translation says, where it still says it of the same Norwegian."""
    said = _said(before)
    assert isinstance(original.body, ExerciseSet)
    assert isinstance(before.body, ExerciseSet)
    now, then = ({item.id: item for item in body.items} for body in (original.body, before.body))
    for item_id, old in then.items():
        for text in said_of(old):
            path = text.key.removeprefix(f"{item_id}.")
            if item_id not in now or about(now[item_id], path) != text.about:
                said.pop(text.key, None)
    return said


def translated(original: Document, language: str, words: Mapping[str, str], before: Document | None) -> Document:
    """The original with these words for what explains the Norwegian, a draft until somebody has reviewed it.

    What ``before``, the translation there was, says more than the original is kept. Raises `ExchangeError` where
    words would change how the set is built.
    """
    assert isinstance(original.body, ExerciseSet)
    words = {**(_kept(original, before) if before else {}), **words}
    changed: dict[str, object] = {key: words.get(f"front.{key}", getattr(original.front, key)) for key in _ONE_LINE}
    front = translated_front(original, before, changed, lambda: before is not None and _said(before) == _all(words))
    blocks = iter(range(1, len(original.body.parts) + 1))
    parts = [
        with_texts(part, _of(part, words)) if isinstance(part, Item) else _block(part, f"text.{next(blocks)}", words)
        for part in original.body.parts
    ]
    made = Document(language, original.slug, front, ExerciseSet(tuple(parts)))
    text = write_document(made)
    read, problems = read_document(text, made.path)
    if read is None or loses_words(problems) or not isinstance(read.body, ExerciseSet) or write_document(read) != text:
        where = next((p.where for p in errors(problems) if p.where), original.slug)
        raise ExchangeError([remark("X08.structure", where=where)])
    moved = [f for f in check_same_norwegian(original.body.items, read.body.items) if f.severity == "error"]
    if moved:
        raise ExchangeError([remark("X08.structure", where=moved[0].where), *moved])
    return read


def _all(words: Mapping[str, str]) -> dict[str, str]:
    return {key: text for key, text in words.items() if text}


def _of(item: Item, words: Mapping[str, str]) -> dict[str, str]:
    """The words of one item by the paths of its fields."""
    start = f"{item.id}."
    return {key.removeprefix(start): text for key, text in words.items() if key.startswith(start)}


def _block(block: Block, key: str, words: Mapping[str, str]) -> Block:
    if key not in words:
        return block
    read, problems = read_lines(list(enumerate(words[key].split("\n"), 1)))
    if len(read) != 1 or errors(problems) or type(read[0]) is not type(block):
        raise ExchangeError([remark("X08.structure", where=key)])
    return read[0]


ROOM = Room(Kind.EXERCISE, strings_of, _kept, translated)
