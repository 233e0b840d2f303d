"""Prose as data: the few things a text in the toolbox may consist of.

Pure values, always in *normal form*: the constructors below fold white space, merge neighbouring runs
and move blanks out of emphasis, so that two texts that read alike are equal and are written alike.
What is not here (raw HTML, block quotes, code, images inside a sentence) cannot be said in a document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

BLANKS = " \t\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"
"""White space that may stand for one ordinary blank. No-break spaces are not here: they carry meaning."""

_BLANKS = re.compile(f"[{BLANKS}]+")
_SETTLED = re.compile(r"\S+(?: \S+)*")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\ufeff\ud800-\udfff]")
"""Control characters, halves of characters, and bidirectional overrides, which can make a text read as something
else; the isolates (U+2066–U+2069) that right-to-left text needs are kept."""

KINDS = ("note", "tip", "warning", "example", "phrase", "question", "facilitator", "together")
"""The boxes a text may hold. ``phrase``: the Norwegian stands as the title, its meaning as the text."""

VARIANTS = ("good", "weak")


def clean(text: str) -> str:
    """Text without control characters and overrides, with blanks folded; ``\\n`` (a hard line break) stays."""
    return _UNSEEN.sub("", _BLANKS.sub(" ", text))


def one_line(text: str) -> str:
    """Text for a title or a field: cleaned, on one line, without blanks at its ends."""
    return _BLANKS.sub(" ", clean(text.replace("\n", " "))).strip()


@dataclass(frozen=True)
class Run:
    """A stretch of text with one look. ``\\n`` in it is a line break. ``href`` is as written in the file."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str | None = None

    @property
    def look(self) -> tuple[bool, bool, str | None]:
        return (self.bold, self.italic, self.href)


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Paragraph:
    runs: Runs


@dataclass(frozen=True)
class Subheading:
    """A heading of level 3 inside a step or a part; plain text."""

    id: str
    text: str


@dataclass(frozen=True)
class ListItem:
    runs: Runs
    children: tuple[BulletList, ...] = ()


@dataclass(frozen=True)
class BulletList:
    """A list, ordered or not, whose items may hold further lists."""

    items: tuple[ListItem, ...]
    ordered: bool = False


@dataclass(frozen=True)
class Checklist:
    """A task list: things to tick off."""

    items: tuple[Runs, ...]


@dataclass(frozen=True)
class Table:
    """A table with one row of headings; every row has as many cells as the first."""

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]


@dataclass(frozen=True)
class Image:
    """A picture on a line of its own. ``src`` is relative to the document's file."""

    src: str
    alt: str


@dataclass(frozen=True)
class Admonition:
    """A box. ``title`` is plain text; empty means the kind's own name in the reader's language."""

    kind: str
    title: str
    blocks: Prose
    variant: Literal["", "good", "weak"] = ""
    folded: bool = False


Block = Paragraph | Subheading | BulletList | Checklist | Table | Image | Admonition
Prose = tuple[Block, ...]


def plain(runs: Runs) -> str:
    """The words of runs without their look."""
    return "".join(run.text for run in runs)


def make_runs(runs: Iterable[Run]) -> Runs:
    """Runs in normal form; empty when nothing visible is left."""
    before = [_with_text(run, clean(run.text)) for run in runs]
    if len(before) == 1 and not any(before[0].look) and _SETTLED.fullmatch(before[0].text):
        return tuple(before)  # By far the most usual case.
    while True:
        pieces = [piece for run in before for piece in _split_edges(run)]
        after = _trim(_fold(_merge(pieces)))
        if after == before:
            return tuple(after)
        before = after


def _with_text(run: Run, text: str) -> Run:
    return run if run.text == text else replace(run, text=text)


def _split_edges(run: Run) -> list[Run]:
    """A run whose blanks at both ends stand outside its look."""
    if not any(run.look):
        return [run] if run.text else []
    core = run.text.strip()
    if not core:
        return [Run(run.text)] if run.text else []
    start = run.text.index(core[0])
    before, after = run.text[:start], run.text[start + len(core) :]
    return [r for r in (Run(before), _with_text(run, core), Run(after)) if r.text]


def _merge(runs: Iterable[Run]) -> list[Run]:
    merged: list[Run] = []
    for run in runs:
        if merged and merged[-1].look == run.look:
            merged[-1] = replace(run, text=merged[-1].text + run.text)
        else:
            merged.append(run)
    return _rejoin(merged)


def _rejoin(runs: list[Run]) -> list[Run]:
    """A blank between two runs belongs to what both are: ``**a** **b**`` is ``**a b**``, and a link stays one link."""
    joined: list[Run] = []
    for run in runs:
        blank = joined[-1] if joined and not any(joined[-1].look) and not joined[-1].text.strip() else None
        if blank and len(joined) >= 2 and any(run.look):
            before = joined[-2]
            if before.look == run.look:
                joined[-2:] = []
                run = replace(run, text=before.text + blank.text + run.text)
            elif before.href and before.href == run.href:
                joined[-1] = replace(blank, href=run.href)
        joined.append(run)
    return joined


def _fold(runs: list[Run]) -> list[Run]:
    """Blanks folded across the borders of runs, and none beside a line break."""
    folded: list[Run] = []
    last = ""
    for run in runs:
        text = re.sub(r" *\n[ \n]*", "\n", _BLANKS.sub(" ", run.text))
        if last and last in " \n":
            text = text.lstrip(" \n" if last == "\n" else " ")
        if last == " " and text.startswith("\n"):
            folded[-1] = replace(folded[-1], text=folded[-1].text.rstrip(" "))
        if text:
            folded.append(_with_text(run, text))
            last = text[-1]
    return [run for run in folded if run.text]


def _trim(runs: list[Run]) -> list[Run]:
    while runs and not runs[0].text.lstrip():
        runs = runs[1:]
    while runs and not runs[-1].text.rstrip():
        runs = runs[:-1]
    if runs:
        runs = [_with_text(runs[0], runs[0].text.lstrip()), *runs[1:]]
        runs[-1] = _with_text(runs[-1], runs[-1].text.rstrip())
    return runs


def make_prose(blocks: Iterable[Block]) -> Prose:
    """Blocks in normal form: nothing empty, and neighbouring lists of one kind are one list."""
    kept: list[Block] = []
    for block in map(_make_block, blocks):
        if block is None:
            continue
        last = kept[-1] if kept else None
        if isinstance(block, BulletList) and isinstance(last, BulletList) and block.ordered == last.ordered:
            kept[-1] = BulletList(last.items + block.items, block.ordered)
        elif isinstance(block, Checklist) and isinstance(last, Checklist):
            kept[-1] = Checklist(last.items + block.items)
        else:
            kept.append(block)
    return tuple(kept)


def _make_block(block: Block) -> Block | None:
    match block:
        case Paragraph(runs):
            runs = make_runs(runs)
            return Paragraph(runs) if runs else None
        case Subheading(id, text):
            text = one_line(text)
            return Subheading(id, text) if text else None
        case BulletList():
            return _make_list(block)
        case Checklist(items):
            rows = tuple(runs for runs in map(make_runs, items) if runs)
            return Checklist(rows) if rows else None
        case Table(header, rows):
            return _make_table(header, rows)
        case Image(src, alt):
            return Image(src, one_line(alt))
        case Admonition():
            blocks = make_prose(block.blocks)
            title = one_line(block.title)
            return replace(block, title=title, blocks=blocks) if blocks or title else None


def _on_one_line(runs: Runs) -> list[Run]:
    return [replace(run, text=run.text.replace("\n", " ")) for run in runs]


def _make_list(block: BulletList) -> BulletList | None:
    items: list[ListItem] = []
    for item in block.items:
        runs = make_runs(item.runs)
        children = tuple(c for c in make_prose(item.children) if isinstance(c, BulletList))
        if runs:
            items.append(ListItem(runs, children))
        elif children and items:
            merged = make_prose(items[-1].children + children)
            items[-1] = ListItem(items[-1].runs, tuple(c for c in merged if isinstance(c, BulletList)))
        else:
            items.extend(i for child in children for i in child.items)
    return BulletList(tuple(items), block.ordered) if items else None


def _make_table(header: tuple[Runs, ...], rows: tuple[tuple[Runs, ...], ...]) -> Table | None:
    width = max([len(header), *map(len, rows)], default=0)
    if not width:
        return None

    def row(cells: tuple[Runs, ...]) -> tuple[Runs, ...]:
        made = tuple(make_runs(_on_one_line(cell)) for cell in cells)
        return made + ((),) * (width - len(made))

    return Table(row(header), tuple(row(cells) for cells in rows if any(make_runs(c) for c in cells)))
