"""Scenario documents and the formats of other programs: from file to document and back."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import replace

from exchange.cover import Cover
from exchange.intake import text_of
from exchange.remark import ExchangeError, Finding
from exchange.strings import Text
from scenarios.checks import check_story
from scenarios.craft import word_count
from scenarios.exchange.draft import Draft
from scenarios.exchange.h5p_reader import read_h5p
from scenarios.exchange.ink_reader import read_ink
from scenarios.exchange.remark import remark
from scenarios.exchange.strings import texts_of, with_words
from scenarios.exchange.twee_reader import read_twee
from scenarios.model import Story
from scenarios.translation import check_same_structure
from sitebuilder.contract.document import Document, Kind
from sitebuilder.contract.front_matter import front_matter_values
from sitebuilder.contract.front_matter_yaml import dump
from sitebuilder.contract.problems import Problem, errors
from sitebuilder.contract.reader import read_data, read_document
from sitebuilder.contract.rooms import from_findings
from sitebuilder.contract.writer import write_document
from sitebuilder.exchange_files import Room, Taken, UnreadableError, front_yaml, translated_front

STORIES = ("twee", "h5p", "ink")
STRINGS = ("csv", "po")
FORMATS = (*STORIES, *STRINGS)
ENDINGS = {".twee": "twee", ".tw": "twee", ".h5p": "h5p", ".json": "h5p", ".ink": "ink", ".csv": "csv", ".po": "po"}
_ONE_LINE = ("title", "summary", "role", "together")
_LISTS = ("goals", "reflection")
_WORDS_A_MINUTE = 120


def read_story_file(data: bytes, kind: str, onward: str) -> Draft:
    """The story of a file in one of the formats `STORIES`. Raises `ExchangeError`.

    ``onward`` are the words of a way on that the file has none for.
    """
    if kind == "h5p":
        return read_h5p(data, onward=onward)
    text = text_of(data)
    return read_twee(text, onward=onward) if kind == "twee" else read_ink(text, onward=onward)


def document_of(data: bytes, path: str) -> tuple[Document, tuple[Problem, ...]]:
    """The scenario of a file that can be written out, and its problems. Raises `ExchangeError`.

    A draft that breaks rules of the story may be taken out; one whose Markdown cannot be read may not, because
    something in it would be lost.
    """
    document, problems = read_data(data, path)
    lost = [p for p in errors(problems) if not p.code.startswith(("S0", "S1"))]
    if document is None or lost or not isinstance(document.body, Story):
        raise UnreadableError(problems)
    return document, problems


def cover_of(document: Document) -> Cover:
    front = document.front
    return Cover(front.title, front.id, document.language, dump(front_matter_values(front)))


def take_in(draft: Draft, path: str, today: dt.date) -> Taken:
    """The file a draft becomes at ``path``, in the canonical form where it can be had."""
    front = draft.cover.front or _placeholders(draft, today)
    text = f"---\n{front}---\n\n{draft.body}"
    document, problems = read_document(text, path)
    if document and isinstance(document.body, Story) and not errors(problems):
        kept = replace(document.front, start=draft.start, title=draft.cover.title or document.front.title)
        text = write_document(replace(document, front=kept))
        document, problems = read_document(text, path)
    return Taken(text, (*(p.at(path) for p in from_findings(draft.remarks)), *problems))


def draft_problems(draft: Draft) -> tuple[Problem, ...]:
    """What is wrong with a story in another program's file, each with its line there."""
    reading = draft.reading()
    found = [*draft.remarks, *reading.findings, *check_story(reading.story, reading.lines)]
    return from_findings(sorted(found, key=lambda f: (f.line, f.code)))


def _placeholders(draft: Draft, today: dt.date) -> str:
    """Front matter of what is known; what only a person can say is left empty, so that the check asks for it."""
    minutes = min(max(1, round(word_count(draft.body) / _WORDS_A_MINUTE / 2)), 90)
    known = {
        "id": draft.cover.id or str(uuid.uuid4()),
        "type": "scenario",
        "title": draft.cover.title[:80] or None,
        "summary": None,
        "audience": "mentor",
        "topics": None,
        "minutes": minutes,
        "role": None,
        "goals": None,
        "start": draft.start or None,
        "together": None,
        "published_on": today,
        "updated_on": today,
        "translation": "source",
    }
    return front_yaml(known)


def strings_of(document: Document) -> Iterator[Text]:
    """Every string a translator meets: first what stands above the story, then the story."""
    for key in _ONE_LINE:
        yield Text(f"front.{key}", getattr(document.front, key))
    for key in _LISTS:
        for n, words in enumerate(getattr(document.front, key), 1):
            yield Text(f"front.{key}.{n}", words)
    assert isinstance(document.body, Story)
    yield from texts_of(document.body)


def translated(original: Document, language: str, words: Mapping[str, str], before: Document | None) -> Document:
    """The original in other words, a draft until somebody has reviewed it.

    ``before`` is the translation there was; its authors, sources and first day are kept. Raises `ExchangeError`
    where words would change how the story is built.
    """
    assert isinstance(original.body, Story)
    changed: dict[str, object] = {key: words.get(f"front.{key}", getattr(original.front, key)) for key in _ONE_LINE}
    for key in _LISTS:
        old = getattr(original.front, key)
        changed[key] = tuple(words.get(f"front.{key}.{n}", word) for n, word in enumerate(old, 1))
    new = translated_front(original, before, changed, lambda: before is not None and _says(before, words))
    made = Document(language, original.slug, new, with_words(original.body, words))
    text = write_document(made)
    read, problems = read_document(text, made.path)
    wrong = [p for p in errors(problems) if not p.code.startswith(("S0", "S1"))]
    if read is None or wrong or not isinstance(read.body, Story) or write_document(read) != text:
        where = next((p.where for p in wrong if p.where), "")
        raise ExchangeError([remark("X08.structure", where=where or original.slug), *_as_remarks(wrong)])
    moved = check_same_structure(original.body, read.body)
    if moved:
        raise ExchangeError([remark("X08.structure", where=moved[0].where), *moved])
    return read


def _as_remarks(problems: list[Problem]) -> list[Finding]:
    return [remark("X08.broken", line=0, why=f"{p.code}: {p.message}") for p in problems]


def _says(document: Document, words: Mapping[str, str]) -> bool:
    return all(text.words == words.get(text.key, text.words) for text in strings_of(document))


def _kept(original: Document, before: Document) -> dict[str, str]:
    return {text.key: text.words for text in strings_of(before) if text.words}


ROOM = Room(Kind.SCENARIO, strings_of, _kept, translated)
