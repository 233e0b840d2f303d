"""Content of any size, made from the starter content: the same texts again under other ids and slugs."""

from __future__ import annotations

import uuid
from dataclasses import replace
from pathlib import Path

from sitebuilder.contract.document import Document, Library, Translation
from sitebuilder.contract.hashing import source_hash
from sitebuilder.contract.tree import read_tree, write_library
from sitebuilder.languages import ORDER

STARTER = Path(__file__).resolve().parents[2] / "content"
_SPACE = uuid.UUID("4f4b0c62-8b36-4a53-8f0a-0b1f5a6f2a11")


def make_content(folder: Path, pages: int) -> None:
    """Writes ``pages`` documents in each of the seven languages to ``folder``."""
    library = read_tree(STARTER).library
    write_library(replace(library, documents=tuple(_documents(library, pages))), folder)


def _documents(library: Library, pages: int) -> list[Document]:
    originals = [document for document in library.documents if document.language == "nb"]
    made: list[Document] = []
    for number in range(pages):
        original = originals[number % len(originals)]
        # The texts link to one another, so each stands once under its own name.
        source = original if number < len(originals) else _copy(original, number)
        made.append(source)
        made.extend(_translated(source, language) for language in ORDER if language != "nb")
    return made


def _copy(document: Document, number: int) -> Document:
    front = replace(
        document.front,
        id=str(uuid.uuid5(_SPACE, str(number))),
        title=f"{document.front.title[:60]} {number}",
        series=None,
        scenario="",
        related=(),
    )
    return replace(document, slug=f"{document.slug[:50]}-{number}", front=front)


def _translated(source: Document, language: str) -> Document:
    """The Norwegian text over again: what is measured does not read it."""
    translation = Translation("nb", source_hash(source), "draft", "machine")
    return replace(source, language=language, front=replace(source.front, translation=translation))
