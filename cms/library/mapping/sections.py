"""The sections of guides and cases, both ways."""

from __future__ import annotations

from typing import Any

from sitebuilder.contract.document import Role, Section
from sitebuilder.contract.prose import one_line

from cms.library.mapping.links import Outward
from cms.library.mapping.problems import CannotHold
from cms.library.mapping.prose_read import ProseReader
from cms.library.mapping.prose_write import write_prose_of
from cms.library.mapping.stream import Ids, Stream, block


def write_sections(stream: Stream, out: Outward) -> tuple[Section, ...]:
    """The sections of a stream; the type of a block is its role."""
    return tuple(_write(stored["type"], stored["value"], out) for stored in stream)


def _write(role: str, value: dict[str, Any], out: Outward) -> Section:
    key = value.get("key") or ""
    body = write_prose_of(value.get("body"), out.at(key))
    return Section(key, one_line(value.get("title") or ""), body, Role(role), value.get("whose") or "")


def read_sections_into(sections: tuple[Section, ...], reader: ProseReader, ids: Ids) -> Stream:
    """The stream that `write_sections` writes as these sections."""
    return [_read(section, reader, ids.under(section.id)) for section in sections]


def _read(section: Section, reader: ProseReader, ids: Ids) -> dict[str, Any]:
    try:
        body = reader.stream(section.blocks, ids.under("body"))
    except CannotHold as what:
        raise CannotHold(what.code, what.where or section.id) from None
    value = {"title": section.title, "body": body, "key": section.id}
    whose = {"whose": section.whose} if section.role is Role.PERSPECTIVE else {}
    return block(section.role.value, {**whose, **value}, ids)
