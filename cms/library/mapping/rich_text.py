"""Wagtail's rich text and the text blocks of the contract, both ways.

Reading keeps bold, italic, line breaks, links with an address a reader may follow, and lists; everything else
loses its look and keeps its words. What a script or a style says is no text and is dropped.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import groupby

from sitebuilder.contract.href import is_document
from sitebuilder.contract.prose import Block, BulletList, Paragraph, Prose, Run, Runs, make_prose, make_runs

from cms.library.mapping.rich_text_parser import PageHref, RichTextParser

PageId = Callable[[str], int | None]
"""The number of the page at a path."""


def read_rich_text(source: str, page_href: PageHref) -> Prose:
    """The paragraphs and lists of a rich text, in normal form."""
    reader = RichTextParser(page_href)
    reader.feed(source)
    reader.close()
    return make_prose(reader.finish())


def read_inline(source: str, page_href: PageHref) -> Runs:
    """The words of a rich text of one paragraph; several become one, with line breaks between."""
    runs: list[Run] = []
    for block in read_rich_text(source, page_href):
        for part in _runs_of(block):
            runs.extend([Run("\n")] * bool(runs) + list(part))
    return make_runs(runs)


def write_rich_text(blocks: Iterable[Paragraph | BulletList], page_id: PageId) -> str:
    """The rich text that `read_rich_text` reads as these blocks."""
    return "".join(_block(block, page_id) for block in blocks)


def write_inline(runs: Runs, page_id: PageId) -> str:
    """Rich text of one paragraph; empty for no runs."""
    return f"<p>{_inline(runs, page_id)}</p>" if runs else ""


def _runs_of(block: Block) -> list[Runs]:
    match block:
        case Paragraph(runs):
            return [runs]
        case BulletList(items):
            return [r for item in items for r in [item.runs, *(x for c in item.children for x in _runs_of(c))]]
        case _:
            return []


def _block(block: Paragraph | BulletList, page_id: PageId) -> str:
    if isinstance(block, Paragraph):
        return f"<p>{_inline(block.runs, page_id)}</p>"
    tag = "ol" if block.ordered else "ul"
    items = (f"<li>{_inline(item.runs, page_id)}{write_rich_text(item.children, page_id)}</li>" for item in block.items)
    return f"<{tag}>{''.join(items)}</{tag}>"


def _inline(runs: Runs, page_id: PageId) -> str:
    written = ""
    pieces = (piece for run in runs for piece in _pieces(run))
    for href, group in groupby(pieces, key=lambda run: run.href):
        words = "".join(_look(run) for run in group)
        written += words if href is None else f"<a {_target(href, page_id)}>{words}</a>"
    return written


def _pieces(run: Run) -> list[Run]:
    """Wagtail's editor loses a line break inside a link: a link that has one is written as two."""
    if run.href is None or "\n" not in run.text:
        return [run]
    return [piece for line in run.text.split("\n") for piece in (Run("\n"), replace(run, text=line)) if piece.text][1:]


def _look(run: Run) -> str:
    words = html.escape(run.text, quote=False).replace("\n", "<br/>")
    words = f"<i>{words}</i>" if run.italic else words
    return f"<b>{words}</b>" if run.bold else words


def _target(href: str, page_id: PageId) -> str:
    id = page_id(href) if is_document(href) else None
    return f'linktype="page" id="{id}"' if id else f'href="{html.escape(href)}"'
