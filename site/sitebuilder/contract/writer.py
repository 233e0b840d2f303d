"""Documents and help boxes to the text of their files: one canonical text for each value."""

from __future__ import annotations

from functools import lru_cache

from exercises.fence import write_item
from exercises.model import Item
from scenarios.model import Story
from scenarios.writer import write_story
from sitebuilder.contract.document import Case, Document, ExerciseSet, Guide, HelpBox, Role, Section
from sitebuilder.contract.escape import escape_heading
from sitebuilder.contract.front_matter import front_matter_values, help_box_values
from sitebuilder.contract.front_matter_yaml import dump
from sitebuilder.contract.kept import KEPT
from sitebuilder.contract.prose_writer import write_block, write_prose


@lru_cache(maxsize=KEPT)
def write_document(document: Document) -> str:
    """The text of the document's file."""
    return _file(dump(front_matter_values(document.front)), _body(document))


def write_help_box(box: HelpBox) -> str:
    """The text of the help box's file."""
    return _file(dump(help_box_values(box)), write_prose(box.blocks))


def write_body(document: Document) -> str:
    """The Markdown under the front matter, ending in a line break where there is any."""
    body = _body(document).strip("\n")
    return f"{body}\n" if body else ""


def _file(front: str, body: str) -> str:
    body = body.strip("\n")
    return f"---\n{front}---\n\n{body}\n" if body else f"---\n{front}---\n"


def _body(document: Document) -> str:
    match document.body:
        case Story() as story:
            return write_story(story)
        case Guide(sections, intro) | Case(sections, intro):
            return "\n\n".join(filter(None, [write_prose(intro), *map(_section, sections)]))
        case ExerciseSet(parts):
            return "\n\n".join(_fence(part) if isinstance(part, Item) else write_block(part) for part in parts)


def _section(section: Section) -> str:
    classes = [] if section.role in (Role.STEP, Role.PART) else [section.role.value]
    marks = " ".join([f"#{section.id}", *(f".{name}" for name in [*classes, section.whose] if name)])
    heading = f"## {escape_heading(section.title)} {{{marks}}}"
    return "\n\n".join(filter(None, [heading, write_prose(section.blocks)]))


def _fence(item: Item) -> str:
    return f"```exercise\n{write_item(item)}```"
