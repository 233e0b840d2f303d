"""Documents on their way to other programs and back, whatever kind they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import click

from exchange.remark import ExchangeError, remark
from exchange.strings import Sent, Text, words_of
from sitebuilder.contract.document import Document, FrontMatter, Kind, Translation
from sitebuilder.contract.front_matter_yaml import dump
from sitebuilder.contract.hashing import source_hash
from sitebuilder.contract.problems import Problem
from sitebuilder.contract.reader import read_data, read_document
from sitebuilder.contract.writer import write_document


class UnreadableError(Exception):
    """A document's own file has errors that would lose words. ``problems`` say which."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(map(str, problems)))


@dataclass(frozen=True)
class Taken:
    """A file that was read: the text of the document it becomes, and everything that is to be said about it."""

    text: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Room:
    """How one kind of document goes to translators.

    ``strings`` are what a translator meets, ``kept`` what an earlier translation has of it by key, and ``translated``
    makes the translation of an original in a language from words and the translation there was.
    """

    kind: Kind
    strings: Callable[[Document], Iterable[Text]]
    kept: Callable[[Document, Document], dict[str, str]]
    translated: Callable[[Document, str, Mapping[str, str], Document | None], Document]


def format_of(name: str, wanted: str | None, endings: Mapping[str, str], known: Iterable[str]) -> str:
    """The format of a file by its ending, or the one asked for. Raises `ExchangeError`."""
    if wanted:
        return wanted
    found = next((kind for ending, kind in endings.items() if name.casefold().endswith(ending)), "")
    if not found:
        raise ExchangeError([remark("X01.format", known=", ".join(known))])
    return found


def document_at(content: Path, place: str) -> Document | None:
    """The document at a place; None where there is none or it cannot be read."""
    path = content / place
    return read_data(path.read_bytes(), place)[0] if path.is_file() else None


def known_words(room: Room, original: Document, content: Path, language: str) -> dict[str, str]:
    """What the translation of a document to a language has already."""
    before = document_at(content, f"{language}/{room.kind.section}/{original.slug}.md")
    return room.kept(original, before) if before else {}


def translation_of(room: Room, sent: Sent, target: str, content: Path) -> Taken:
    """The translation at ``target`` that words sent back make."""
    section = room.kind.section
    original = next((d for d in _originals(content, section) if d.front.id == sent.of), None)
    if original is None:
        raise ExchangeError([remark("X08.other", line=1, found=sent.of)])
    if not target:
        raise click.UsageError(f"Say what language it is: --to uk/{section}/{original.slug}.md")
    path = f"{target.split('/')[0]}/{section}/{original.slug}.md"
    if path != target or path == original.path:
        raise click.UsageError(f"A translation has the name of its original, {original.slug}.md, in another language.")
    before = document_at(content, path)
    kept = room.kept(original, before) if before else {}
    words = words_of(sent, original.front.id, room.strings(original), kept)
    text = write_document(room.translated(original, path.split("/")[0], words, before))
    return Taken(text, read_document(text, path)[1])


def _originals(content: Path, section: str) -> Iterator[Document]:
    for path in sorted(content.glob(f"*/{section}/*.md")):
        document = document_at(content, path.relative_to(content).as_posix())
        if document and not document.front.translation:
            yield document


def translated_front(
    original: Document, before: Document | None, changed: Mapping[str, object], same: Callable[[], bool]
) -> FrontMatter:
    """What stands above a translation: a draft until somebody has reviewed it.

    ``before`` is the translation there was; its authors, sources and first day are kept, and its review where the
    words are the ``same``.
    """
    front = original.front
    if before:
        theirs = before.front
        front = replace(front, authors=theirs.authors, sources=theirs.sources, published_on=theirs.published_on)
    language = original.front.translation.language if original.front.translation else original.language
    translation = Translation(language=language, of=source_hash(original))
    if before and before.front.translation and before.front.translation.of == translation.of and same():
        translation = before.front.translation
    return replace(front, translation=translation, **changed)  # type: ignore[arg-type]


def front_yaml(known: Mapping[str, object]) -> str:
    """Front matter of what is known; what only a person can say is left empty, so that the check asks for it."""
    return "".join(f"{key}:\n" if value is None else dump({key: value}) for key, value in known.items())
