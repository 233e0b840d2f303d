"""The library as lists need it: every text findable by its path and its id, and the one to show to a reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from posixpath import normpath

from sitebuilder.contract.document import PHASES, Document, HelpBox, Library, Topic
from sitebuilder.contract.hashing import source_hash

FALLBACKS = ("en", "nb")
"""Where a text is missing in the reader's language: English before Norwegian, then whatever there is."""


@dataclass(frozen=True)
class Work:
    """One text in all its languages, in the order they were read."""

    section: str
    slug: str
    texts: dict[str, Document] = field(hash=False)

    def text_for(self, language: str) -> Document:
        """The text to show to a reader of ``language``."""
        for code in (language, *FALLBACKS):
            if code in self.texts:
                return self.texts[code]
        return next(iter(self.texts.values()))

    def is_older(self, text: Document) -> bool:
        """Whether the text it was translated from has changed since."""
        made_from = text.front.translation
        if made_from is None or made_from.language not in self.texts:
            return False
        return self.hashes[made_from.language] != made_from.of

    @cached_property
    def hashes(self) -> dict[str, str]:
        """The `source_hash` of each text a translation says it was made from."""
        wanted = {text.front.translation.language for text in self.texts.values() if text.front.translation}
        return {code: source_hash(self.texts[code]) for code in wanted if code in self.texts}


class Shelf:
    """The library with its indexes. Works stand in the order of the library."""

    def __init__(self, library: Library) -> None:
        self.works: dict[tuple[str, str], Work] = {}
        self.topics: dict[str, Topic] = {topic.id: topic for topic in library.topics}
        self._help: dict[tuple[str, str], HelpBox] = {(box.language, box.id): box for box in library.help_boxes}
        self._series: dict[str, list[Work]] = {}
        for document in library.documents:
            key = (document.front.type.section, document.slug)
            work = self.works.setdefault(key, Work(*key, {}))
            work.texts[document.language] = document
        for work in self.works.values():
            series = {text.front.series.id for text in work.texts.values() if text.front.series}
            for series_id in series:
                self._series.setdefault(series_id, []).append(work)

    def texts_for(self, language: str) -> Iterator[Document]:
        """Every work once, in the reader's language where it can be."""
        return (work.text_for(language) for work in self.works.values())

    def text_at(self, section: str, path: str, language: str) -> Document | None:
        """The text a path such as ``../guides/kort-cv.md``, written in a file of ``section``, leads to."""
        folder, _, name = normpath(f"{section}/{path}").rpartition("/")
        work = self.works.get((folder, name.removesuffix(".md")))
        return work.text_for(language) if work else None

    def texts_at(self, section: str, paths: Iterable[str], language: str) -> tuple[Document, ...]:
        found = (self.text_at(section, path, language) for path in paths)
        return tuple(text for text in found if text)

    @cached_property
    def surroundings(self) -> str:
        """Everything a page in any language may show of others besides their cards; equal texts, equal surroundings."""
        versions = [(key, tuple(work.texts)) for key, work in self.works.items()]
        return repr((versions, self.topics, self._help))

    @cached_property
    def used_topics(self) -> tuple[str, ...]:
        """Every topic that a text has in some language, in the order of the library: these have a page in all."""
        used = {topic for text in self._texts() for topic in text.front.topics}
        return tuple(topic for topic in self.topics if topic in used) + tuple(sorted(used - self.topics.keys()))

    @cached_property
    def used_phases(self) -> tuple[str, ...]:
        """Every phase that a text has in some language, in their order; ``""`` comes last, for texts without one."""
        used = {text.front.phase for text in self._texts()}
        return tuple(phase for phase in (*PHASES, "") if phase in used)

    def _texts(self) -> Iterator[Document]:
        return (text for work in self.works.values() for text in work.texts.values())

    @property
    def series_ids(self) -> tuple[str, ...]:
        return tuple(sorted(self._series))

    def series(self, series_id: str, language: str) -> tuple[Document, ...]:
        """The parts of a series in their order."""
        texts = [work.text_for(language) for work in self._series.get(series_id, ())]
        return tuple(sorted(texts, key=lambda text: (text.front.series.order if text.front.series else 0, text.slug)))

    def help_boxes(self, ids: Iterable[str], language: str) -> tuple[HelpBox, ...]:
        """The help boxes with these ids, each in the reader's language where it can be."""
        found = (
            next((self._help[code, box_id] for code in (language, *FALLBACKS) if (code, box_id) in self._help), None)
            for box_id in ids
        )
        return tuple(box for box in found if box)

    def topic_name(self, topic_id: str, language: str) -> str:
        """A topic's name in the reader's language; its id where it has no name at all."""
        names = self.topics[topic_id].names if topic_id in self.topics else {}
        return next((names[code] for code in (language, *FALLBACKS) if names.get(code)), topic_id)
