"""A whole page as a document, and a document into a page, for each kind."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sitebuilder.contract.document import Body, Case, Document, ExerciseSet, Guide, HelpBox, Kind
from sitebuilder.contract.exercise_reader import normal_set
from sitebuilder.contract.prose import Block, one_line

from cms.library.mapping.exercise_read import read_item_into
from cms.library.mapping.exercise_write import Transcripts, write_item_of
from cms.library.mapping.front_matter import (
    read_front_matter_into,
    read_lines_into,
    write_front_matter,
    write_lines_of,
)
from cms.library.mapping.links import Links, Outward
from cms.library.mapping.prose_read import ProseReader
from cms.library.mapping.prose_write import write_block_of, write_prose_of
from cms.library.mapping.sections import read_sections_into, write_sections
from cms.library.mapping.story import read_story_into, write_story_of
from cms.library.mapping.stream import Ids, Stream, field_value, raw
from exercises.model import Item
from scenarios.model import Story

if TYPE_CHECKING:
    from cms.library.models import HelpBox as HelpBoxRow
    from cms.library.models import ToolboxPage


@dataclass(frozen=True)
class Surroundings:
    """What a page cannot say by itself: what its links are called, and what is said in recordings."""

    links: Links = field(default_factory=Links)
    transcripts: Transcripts = field(default_factory=dict)


def to_document(page: ToolboxPage, around: Surroundings, out: Outward | None = None) -> Document:
    """The page as it stands in memory. Problems and used files are gathered in ``out``."""
    language = page.locale.language_code
    out = out or Outward(around.links)
    out.path = f"{language}/{page.kind.section}/{page.slug}.md"
    body, own = _WRITERS[page.kind](page, language, out, around.transcripts)
    return Document(language, page.slug, write_front_matter(page, out, **own), body)


def apply_document(page: ToolboxPage, document: Document, links: Links) -> None:
    """Makes the page say what the document says; it is not saved. `CannotHold` where the form has no place for it.

    Links to pages that ``links`` does not know yet are kept as paths, and references to them are left out.
    """
    front, ids = document.front, Ids(uuid.UUID(document.front.id))
    page.slug = document.slug
    read_front_matter_into(page, front, links, document.language, ids)
    _READERS[front.type](page, document, ProseReader(links, document.language), ids)


def to_help_box(box: HelpBoxRow, links: Links, out: Outward | None = None) -> HelpBox:
    """The help box as it stands in memory."""
    language = box.locale.language_code
    out = out or Outward(links)
    out.path = f"{language}/help/{box.key}.md"
    return HelpBox(language, box.key, one_line(box.title), write_prose_of(raw(box.text), out), box.verified_on)


def apply_help_box(box: HelpBoxRow, said: HelpBox, links: Links) -> None:
    """Makes the help box say what the file says; it is not saved."""
    box.key, box.title, box.verified_on = said.id, said.title, said.verified_on
    stream = ProseReader(links, said.language).stream(said.blocks, Ids(box.translation_key, "text"))
    box.text = field_value(stream)


def document_of(page: ToolboxPage) -> Document:
    """The page as a document, with links looked up in the database."""
    from cms.library.catalogue import read_surroundings  # The catalogue asks the database; the mapping never does.

    return to_document(page, read_surroundings())


Own = dict[str, Any]


def _write_scenario(page: Any, language: str, out: Outward, _: Transcripts) -> tuple[Body, Own]:
    story = write_story_of(raw(page.scenes), page.start, page.retired, language, out)
    return story, {
        "role": one_line(page.role),
        "goals": write_lines_of(raw(page.goals)),
        "start": story.start,
        "reflection": write_lines_of(raw(page.reflection)),
        "retired": story.retired,
    }


def _read_scenario(page: Any, document: Document, reader: ProseReader, ids: Ids) -> None:
    front, story = document.front, document.body
    assert isinstance(story, Story)
    page.role = front.role
    page.goals = read_lines_into("goal", front.goals, ids.under("goals"))
    page.reflection = read_lines_into("question", front.reflection, ids.under("reflection"))
    page.retired = list(front.retired)
    page.start = "" if story.scenes and story.scenes[0].id == front.start else front.start
    page.scenes = field_value(read_story_into(story, reader, document.language, ids.under("scenes")))


def _write_case(page: Any, _: str, out: Outward, __: Transcripts) -> tuple[Body, Own]:
    body = Case(write_sections(raw(page.sections), out), write_prose_of(raw(page.intro), out))
    scenario = out.href(page.scenario_id) if page.scenario_id else None
    return body, {"fictional": page.fictional, "scenario": scenario or ""}


def _read_case(page: Any, document: Document, reader: ProseReader, ids: Ids) -> None:
    body = document.body
    assert isinstance(body, Case)
    page.fictional = document.front.fictional
    page.scenario_id = reader.page_id(document.front.scenario)
    page.intro = field_value(reader.stream(body.intro, ids.under("intro")))
    page.sections = field_value(read_sections_into(body.sections, reader, ids.under("sections")))


def _write_guide(page: Any, _: str, out: Outward, __: Transcripts) -> tuple[Body, Own]:
    body = Guide(write_sections(raw(page.steps), out), write_prose_of(raw(page.intro), out))
    return body, {"mentor": one_line(page.mentor)}


def _read_guide(page: Any, document: Document, reader: ProseReader, ids: Ids) -> None:
    body = document.body
    assert isinstance(body, Guide)
    page.mentor = document.front.mentor
    page.intro = field_value(reader.stream(body.intro, ids.under("intro")))
    page.steps = field_value(read_sections_into(body.sections, reader, ids.under("steps")))


def _write_exercise(page: Any, _: str, out: Outward, transcripts: Transcripts) -> tuple[Body, Own]:
    parts: list[Block | Item] = []
    for stored in raw(page.parts):
        item = write_item_of(stored, out, transcripts)
        parts.extend([item] if item else write_block_of(stored, out))
    return normal_set(ExerciseSet(tuple(parts))), {"mentor": one_line(page.mentor), "can_do": one_line(page.can_do)}


def _read_exercise(page: Any, document: Document, reader: ProseReader, ids: Ids) -> None:
    body = document.body
    assert isinstance(body, ExerciseSet)
    page.mentor, page.can_do = document.front.mentor, document.front.can_do
    stream: Stream = []
    prose: list[Block] = []
    for part in (*body.parts, None):
        if part is not None and not isinstance(part, Item):
            prose.append(part)
            continue
        stream.extend(reader.stream(prose, ids.under("parts", "before", part.id if part else "end")))
        prose = []
        if part is not None:
            stream.append(read_item_into(part, reader, ids.under("parts", part.id)))
    page.parts = field_value(stream)


_WRITERS: dict[Kind, Callable[[Any, str, Outward, Transcripts], tuple[Body, Own]]] = {
    Kind.SCENARIO: _write_scenario,
    Kind.CASE: _write_case,
    Kind.GUIDE: _write_guide,
    Kind.EXERCISE: _write_exercise,
}
_READERS: dict[Kind, Callable[[Any, Document, ProseReader, Ids], None]] = {
    Kind.SCENARIO: _read_scenario,
    Kind.CASE: _read_case,
    Kind.GUIDE: _read_guide,
    Kind.EXERCISE: _read_exercise,
}
