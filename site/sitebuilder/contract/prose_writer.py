"""Prose to Markdown: one canonical text for each value in normal form."""

from __future__ import annotations

from itertools import groupby

from sitebuilder.contract.escape import escape, escape_heading, escape_line_start
from sitebuilder.contract.prose import (
    Admonition,
    Block,
    BulletList,
    Checklist,
    Image,
    Paragraph,
    Prose,
    Run,
    Runs,
    Subheading,
    Table,
)

INDENT = "    "


def write_prose(prose: Prose) -> str:
    """Markdown without a line break at its end; empty for empty prose."""
    return "\n\n".join(map(write_block, prose))


def write_block(block: Block) -> str:
    """Markdown of one block."""
    match block:
        case Paragraph(runs):
            return write_lines(runs)
        case Subheading(id, text):
            return f"### {escape_heading(text)}" + (f" {{#{id}}}" if id else "")
        case BulletList():
            return "\n".join(_list_lines(block))
        case Checklist(items):
            return "\n".join(f"- [ ] {_continued(write_lines(runs))}" for runs in items)
        case Table(header, rows):
            lines = [_row(header), "| " + " | ".join("---" for _ in header) + " |", *map(_row, rows)]
            return "\n".join(lines)
        case Image(src, alt):
            return f"![{escape(alt)}]({src})"
        case Admonition():
            return _admonition(block)


def write_runs(runs: Runs) -> str:
    """Runs inside a line; a line break is two blanks and a new line.

    Stars toggle: one for italic, two for bold, three for both, so that any sequence of looks has one writing.
    """
    written = ""
    for href, group in groupby(runs, key=lambda run: run.href):
        text = _toggled(list(group))
        if href is None:
            written += text
            continue
        if written.endswith("!"):  # "!" before a link would make it a picture.
            written = written[:-1] + "\\!"
        written += f"[{text}]({href})"
    return written.replace("\n", "  \n")


def write_lines(runs: Runs) -> str:
    """Runs as a paragraph, none of whose lines begins anything else."""
    return "\n".join(map(escape_line_start, write_runs(runs).split("\n")))


def _toggled(runs: list[Run]) -> str:
    written, bold, italic = "", False, False
    for run in [*runs, Run("")]:
        written += "**" * (run.bold != bold) + "*" * (run.italic != italic) + escape(run.text)
        bold, italic = run.bold, run.italic
    return written


def _continued(text: str) -> str:
    return text.replace("\n", "\n" + INDENT)


def _list_lines(block: BulletList) -> list[str]:
    lines = []
    for number, item in enumerate(block.items, 1):
        marker = f"{number}." if block.ordered else "-"
        lines.append(f"{marker} {_continued(write_lines(item.runs))}")
        for child in item.children:
            lines.extend(INDENT + line for line in _list_lines(child))
    return lines


def _row(cells: tuple[Runs, ...]) -> str:
    return "| " + " | ".join(write_runs(cell).replace("|", "\\|") for cell in cells) + " |"


def _admonition(block: Admonition) -> str:
    words = " ".join(filter(None, (block.kind, block.variant)))
    head = f"{'???' if block.folded else '!!!'} {words}"
    if block.title:
        head += f' "{escape(block.title)}"'
    if not block.blocks:
        return head
    body = "\n".join(INDENT + line if line else "" for line in write_prose(block.blocks).split("\n"))
    return f"{head}\n\n{body}"
