"""Prose as HTML elements."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from xml.etree.ElementTree import Element

from sitebuilder.contract.href import is_document
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
from sitebuilder.markdown.context import Context
from sitebuilder.markdown.elements import add, add_text, element


def prose_elements(prose: Prose, context: Context) -> list[Element]:
    """One element for each block."""
    return [_block(block, context) for block in prose]


def fill(parent: Element, runs: Runs, context: Context) -> Element:
    """``parent`` with the runs put into it."""
    for href, group in groupby(runs, key=lambda run: run.href):
        if href:
            _link(parent, href, list(group), context)
        else:
            _look(parent, list(group), context)
    return parent


def _link(parent: Element, href: str, runs: list[Run], context: Context) -> None:
    if href.startswith("#"):
        _look(add(parent, "a", href=href), runs, context)
        return
    if not is_document(href):
        rel = "external" if href.lower().startswith("http") else ""
        _look(add(parent, "a", href=href, rel=rel), runs, context)
        return
    target = context.find(href)
    if not target:  # A page that is not there is no link; the check has told the author.
        _look(add(parent, "span", class_="missing"), runs, context)
        return
    foreign = target.language if target.language != context.language.code else ""
    _look(add(parent, "a", href=target.url, hreflang=foreign), runs, context)
    if foreign:
        other = context.languages[foreign]
        add_text(parent, " ")
        add(parent, "span", f"({other.name})", class_="in-language", lang=other.code, dir=other.direction)


def _look(parent: Element, runs: list[Run], context: Context) -> None:
    for bold, group in groupby(runs, key=lambda run: run.bold):
        inner = add(parent, "strong") if bold else parent
        for run in group:
            _text(add(inner, "em") if run.italic else inner, run.text, context)


def _text(parent: Element, text: str, context: Context) -> None:
    first, *rest = text.split("\n")
    _line(parent, first, context)
    for line in rest:
        add(parent, "br")
        _line(parent, line, context)


def _line(parent: Element, text: str, context: Context) -> None:
    if context.language.direction == "ltr":
        add_text(parent, text)
        return
    done = 0
    for number in _NUMBER.finditer(text):
        add_text(parent, text[done : number.start()])
        add(parent, "bdi", number[0], dir="ltr")
        done = number.end()
    add_text(parent, text[done:])


_NUMBER = re.compile(r"\+[0-9][0-9 \u00a0\u202f]*[0-9]|[0-9]+(?:[ \u00a0\u202f][0-9]+)+")
"""A telephone number, or another in groups of digits. Among Arabic letters its groups would change places."""


def _block(block: Block, context: Context) -> Element:
    match block:
        case Paragraph(runs):
            return fill(element("p"), runs, context)
        case Subheading(id, text):
            return element("h3", text, id=id)
        case BulletList():
            return _list(block, context)
        case Checklist(items):
            return _checklist(items, context)
        case Table(header, rows):
            return _table(header, rows, context)
        case Image(src, alt):
            return _image(src, alt, context)
        case Admonition():
            return _admonition(block, context)


def _list(block: BulletList, context: Context) -> Element:
    made = element("ol" if block.ordered else "ul")
    for item in block.items:
        entry = fill(add(made, "li"), item.runs, context)
        entry.extend(_list(child, context) for child in item.children)
    return made


def _checklist(items: Iterable[Runs], context: Context) -> Element:
    made = element("ul", class_="checklist")
    for runs in items:
        label = add(add(made, "li"), "label")
        add(label, "input", type="checkbox", autocomplete="off")
        add_text(label, " ")
        fill(add(label, "span"), runs, context)
    return made


def _table(header: tuple[Runs, ...], rows: tuple[tuple[Runs, ...], ...], context: Context) -> Element:
    # A wide table scrolls by itself, so it must be reachable by keyboard and have a name.
    frame = element("div", class_="table-scroll", tabindex="0", role="region", aria_label=context.language.t("table"))
    table = add(frame, "table")
    heads = add(add(table, "thead"), "tr")
    for cell in header:
        fill(add(heads, "th", scope="col") if cell else add(heads, "td"), cell, context)
    body = add(table, "tbody")
    for row in rows:
        line = add(body, "tr")
        for cell in row:
            fill(add(line, "td"), cell, context)
    return frame


def _image(src: str, alt: str, context: Context) -> Element:
    picture = context.pictures.get(src.removeprefix("../../"))
    size = {"width": str(picture.width), "height": str(picture.height)} if picture else {}
    figure = element("figure")
    add(figure, "img", src=context.media(src), alt=alt, loading="lazy", decoding="async", **size)
    return figure


def _admonition(block: Admonition, context: Context) -> Element:
    classes = " ".join(filter(None, ("admonition", block.kind, block.variant)))
    name = f"box.{block.kind}_{block.variant}" if block.variant else f"box.{block.kind}"
    # What is for the one who leads a group is never read by accident.
    folded = block.folded or block.kind == "facilitator"
    made = element("details" if folded else "div", class_=classes)
    title = add(made, "summary") if folded else add(made, "p", class_="admonition-title")
    if block.kind == "phrase" and block.title:
        title.attrib.update(lang="nb", dir="ltr")
    title.text = block.title or context.language.t(name)
    made.extend(prose_elements(block.blocks, context))
    return made
