"""A translation as a file for someone who works in a program of their own, with all that is translated already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sitebuilder.contract.hashing import source_hash
from wagtail_localize.models import Translation

from cms.languages.translating.earlier import earlier
from cms.languages.translating.texts import Text, kept_words, texts_of
from exchange.csv_strings import write_csv
from exchange.po_strings import write_po
from exchange.strings import Form
from exchange.strings import Text as Row
from exchange.xliff_strings import write_xliff

FORM = Form("page", between=";")
"""The header of PO, and the column of CSV, that say what a file belongs to."""


@dataclass(frozen=True)
class Belongs:
    """What a file is a translation of, and to which language. ``source`` is the hash of the original."""

    document: str
    language: str
    source: str

    def __str__(self) -> str:
        return "/".join((self.document, self.language, self.source))

    @classmethod
    def read(cls, said: str) -> Belongs | None:
        parts = said.split("/")
        return cls(*parts) if len(parts) == 3 and all(parts) else None


@dataclass(frozen=True)
class Job:
    """All that a file tells a translator."""

    belongs: Belongs
    languages: tuple[str, str]
    title: str
    rows: tuple[Row, ...]
    words: Mapping[str, str]


def job_of(translation: Translation) -> Job:
    source = translation.source
    texts = once(texts_of(translation))
    keys = keys_of(texts)
    asked = [n for n, text in enumerate(texts) if not text.words]
    known = earlier([texts[n] for n in asked], texts, kept_words(translation, texts))
    before = {asked[index]: kept for index, kept in known.items()}
    rows = [
        Row(key, text.text, was=before[n].text, suggested=before[n].words) if n in before else Row(key, text.text)
        for n, (key, text) in enumerate(zip(keys, texts))
    ]
    return Job(
        belongs=belongs(translation),
        languages=(source.locale.language_code, translation.target_locale.language_code),
        title=source.object_repr,
        rows=tuple(rows),
        words={key: text.words for key, text in zip(keys, texts)},
    )


def belongs(translation: Translation) -> Belongs:
    document = translation.source.as_instance().to_document()
    return Belongs(str(translation.source.object_id), translation.target_locale.language_code, source_hash(document))


def once(texts: Sequence[Text]) -> list[Text]:
    """Without those that stand in one place twice, word for word: they have the same words."""
    return list({text.place: text for text in reversed(texts)}.values())[::-1]


def keys_of(texts: Sequence[Text]) -> list[str]:
    """A name for each text: its place, and a number from the second text in that place on."""
    count: Counter[str] = Counter()
    keys = []
    for text in texts:
        count[text.path] += 1
        keys.append(text.path if count[text.path] == 1 else f"{text.path}#{count[text.path]}")
    return keys


def path_of(key: str) -> str:
    """The place that a name tells of, whichever of its texts it is."""
    return key.partition("#")[0]


def as_po(job: Job) -> str:
    return write_po(FORM, str(job.belongs), job.languages[1], job.rows, job.words, job.title)


def as_xliff(job: Job) -> str:
    return write_xliff(FORM, str(job.belongs), job.languages, job.rows, job.words, job.title)


def as_csv(job: Job) -> str:
    return write_csv(FORM, str(job.belongs), job.rows, job.words)


@dataclass(frozen=True)
class Format:
    """One kind of file. ``mark`` stands before the text."""

    ending: str
    type: str
    write: Callable[[Job], str]
    mark: str = ""


FORMATS = {
    "po": Format("po", "text/x-gettext-translation; charset=utf-8", as_po),
    "xliff": Format("xlf", "application/xliff+xml; charset=utf-8", as_xliff),
    "csv": Format("csv", "text/csv; charset=utf-8", as_csv, "\ufeff"),  # By it Excel knows UTF-8.
}
