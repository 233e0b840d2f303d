"""What is wrong with a page as a document: what is said about it, its sections, its pictures and its links.

The rules are those of `toolbox check`, asked of the page as it stands in the form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sitebuilder.contract.case_checks import check_case
from sitebuilder.contract.document import Case, Document, Guide
from sitebuilder.contract.front_matter import front_matter_values, keys_of, read_front_matter
from sitebuilder.contract.front_matter_yaml import Parsed
from sitebuilder.contract.problems import Problem, problem
from sitebuilder.contract.prose import Paragraph, plain
from sitebuilder.contract.prose_reader import read_prose
from sitebuilder.contract.prose_writer import write_prose
from sitebuilder.contract.sections_reader import read_sections
from sitebuilder.contract.writer import write_body

from cms.library.mapping.documents import Surroundings, to_document
from cms.library.mapping.links import Outward
from cms.library.mapping.prose_write import write_prose_of
from cms.library.mapping.rich_text import read_rich_text
from cms.library.mapping.stream import Stream, raw
from cms.library.written_text import Written, text_blocks, texts_of_page
from scenarios.model import Story

GIVEN = frozenset({"id", "type", "start", "retired", "published_on", "updated_on"})
"""What no author fills in, or what the rules of a story tell better."""
FIELDS = {"translation": "translated_from"}
"""What a key of the front matter is called in the form, where it is another name."""
LONGEST_HEADING = 80
HEADING = re.compile(r"^##+ .*?(?:\{#([a-z0-9-]*))?[^{]*$")
UNTITLED = re.compile(r"^##\s+\{#")
LINKED = re.compile(r'<a [^>]*linktype="page"[^>]*>')
NUMBER = re.compile(r' id="(\d+)"')


@dataclass(frozen=True)
class Found:
    """A broken rule, and where in the form it is mended."""

    problem: Problem
    block: str = ""
    field: str = ""
    key: str = ""
    """The key of the front matter that it is about."""


@dataclass(frozen=True)
class WrittenDocument:
    """A page whose parts have their keys, as a document. What is asked of it is worked out once."""

    page: Any
    around: Surroundings

    @cached_property
    def document(self) -> Document:
        return to_document(self.page, self.around)

    @cached_property
    def texts(self) -> tuple[Written, ...]:
        return tuple(texts_of_page(self.page))

    @cached_property
    def linked(self) -> tuple[tuple[int, str, str], ...]:
        """The pages that links and references lead to, each with its place in the form."""
        in_text = (
            (int(number[1]), written.block, written.field)
            for written in self.texts
            for link in LINKED.findall(written.text)
            if (number := NUMBER.search(link))
        )
        below = [(stored["value"], "", "related") for stored in raw(self.page.related) if stored["value"]]
        trains = getattr(self.page, "scenario_id", None)
        return (*in_text, *below, *([(trains, "", "scenario")] if trains else []))

    @cached_property
    def like_headings(self) -> tuple[tuple[str, str], ...]:
        """Paragraphs in bold that are meant as headings, as pasted ones are, each with its block.

        In a story headings are its choices, and bold is what there is.
        """
        if isinstance(self.document.body, Story):
            return ()
        return tuple(
            (stored["id"], text)
            for name in self.page.keyed_streams
            for stored in text_blocks(raw(getattr(self.page, name)))
            if stored["type"] == "text"
            for text in _bold_lines(stored["value"])
        )

    @cached_property
    def found(self) -> tuple[Found, ...]:
        """What is broken: in the text first, then in what is said about the page."""
        return (*self._sections(), *self._prose(), *self._links(), *self._case(), *self._front())

    def _front(self) -> Iterator[Found]:
        keys = keys_of(self.page.kind)
        values = front_matter_values(self.document.front)
        _, found = read_front_matter(Parsed(values, {key: place for place, key in enumerate(keys)}))
        for told in found:
            key = keys[told.line]
            if key not in GIVEN:
                yield Found(told, field=FIELDS.get(key, key), key=key)

    def _sections(self) -> Iterator[Found]:
        if not isinstance(self.document.body, Guide | Case):
            return
        lines = [
            (0, ""),
            *enumerate(write_body(self.document).split("\n"), 1),
        ]  # 0 is for what no line is to blame for.
        _, _, found = read_sections(lines, self.page.kind)
        text = dict(lines)
        for section in self.document.body.sections:
            if not section.title:
                yield Found(problem("C04", 0, key="title"), self._blocks.get(section.id, ""), "title", "title")
        for told in found:
            if UNTITLED.match(text.get(told.line, "")):
                continue  # Neither its words nor its id can be read.
            heading = HEADING.match(text.get(told.line, ""))
            if heading:
                block = self._blocks.get(heading[1] or "", "")
                yield Found(told, block, "text" if text[told.line].startswith("###") else "title")
            elif not told.line:
                yield Found(told, field=self.page.keyed_streams[-1])

    def _prose(self) -> Iterator[Found]:
        for name in self.page.keyed_streams:
            for stored in text_blocks(raw(getattr(self.page, name))):
                out = Outward(self.around.links)
                _, found = read_prose(write_prose(write_prose_of([stored], out)))
                pictured = [told for told in out.problems if told.code == "L02"]
                yield from (Found(told, _picture_in(stored), "alt_text") for told in found)
                yield from (Found(told, _picture_in(stored)) for told in pictured)

    def _links(self) -> Iterator[Found]:
        for number, block, field in self.linked:
            out = Outward(self.around.links)
            out.href(number)
            yield from (Found(told, block, field) for told in out.problems)

    def _case(self) -> Iterator[Found]:
        body = self.document.body
        if not isinstance(body, Case):
            return
        parts = [block["id"] for block in raw(self.page.sections) if block["type"] == "part"]
        for told in check_case(self.document, body):
            if told.code == "C46":
                yield Found(told, *self._place_of(told.needle))
            elif told.code == "C44" and parts:
                yield Found(told, parts[0], "body")
            else:
                yield Found(told, field="sections")

    def _place_of(self, words: str) -> tuple[str, str]:
        for written in self.texts:
            if words in written.text:
                return written.block, written.field
        own = ("title", "summary", "together")
        return "", next((name for name in own if words in getattr(self.page, name)), self.page.keyed_streams[-1])

    @cached_property
    def _blocks(self) -> Mapping[str, str]:
        """The last block with each key: of two with the same, the copy."""
        return {written.text: written.block for written in self.texts if written.field == "key"}


def same_place(document: Document, other: str) -> Found:
    """That ``other`` has the place in the series which the document says it has."""
    series = document.front.series
    assert series
    told = problem("C25", 0, path=document.path, order=series.order, series=series.id, other=f"«{other}»")
    return Found(told, field="series_order", key="series")


def _bold_lines(rich_text: str) -> Iterator[str]:
    """Short paragraphs that are bold throughout and end in no full stop, where more follows."""
    prose = read_rich_text(rich_text or "", lambda _number: None)
    for block, after in zip(prose, (*prose[1:], None), strict=True):
        if isinstance(block, Paragraph) and all(run.bold for run in block.runs):
            text = plain(block.runs)
            if after and "\n" not in text and len(text) <= LONGEST_HEADING and not text.endswith((".", "!", "?", ":")):
                yield text


def _picture_in(stored: dict[str, Any]) -> str:
    """The block of the picture itself where a box holds it."""
    value = stored["value"]
    inner: Stream = value.get("body") or [] if isinstance(value, dict) else []
    return next((_picture_in(part) for part in inner if part["type"] == "image"), str(stored["id"]))
