"""The running text of a page as it is stored, piece by piece, each with the place of the form it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from cms.library.mapping.stream import Stream, raw

BLOCKS = frozenset({"text", "checklist", "image", "table", "callout", "example", "phrases", "question", "subheading"})
"""The kinds of blocks that running text consists of."""


class Written(NamedTuple):
    """A text that is no block's own structure: ``block`` is the block it stands in, ``field`` its field there."""

    block: str
    field: str
    text: str


def text_blocks(stream: Stream) -> Iterator[dict[str, Any]]:
    """The outermost blocks of running text in a stream, however deep they stand."""
    for stored in stream:
        if stored.get("type") in BLOCKS:
            yield stored
        else:
            yield from text_blocks(list(_parts(stored["value"])))


def texts_of(stream: Stream) -> Iterator[Written]:
    """Every text of a stream, in the order of the form."""
    for stored in stream:
        value = stored["value"]
        if isinstance(value, dict):
            for field, text in value.items():
                if isinstance(text, str):
                    yield Written(stored["id"], field, text)
                elif isinstance(text, list):
                    yield from texts_of([part for part in text if _is_stored(part)])
        elif isinstance(value, list):
            yield from texts_of([part for part in value if _is_stored(part)])
        elif isinstance(value, str):
            yield Written(stored["id"], "", value)


def texts_of_page(page: Any) -> Iterator[Written]:
    """Every text of the streams that hold a page's content."""
    for name in page.keyed_streams:
        yield from texts_of(raw(getattr(page, name)))


def _parts(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        yield from filter(_is_stored, value)
    for child in value.values() if isinstance(value, dict) else ():
        yield from filter(_is_stored, child if isinstance(child, list) else ())


def _is_stored(part: Any) -> bool:
    return isinstance(part, dict) and "value" in part and "id" in part
