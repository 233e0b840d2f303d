"""Strings for translators as XLIFF 1.2, which translation programs open: the key of each is its name.

Markup inside a string is given as codes that such a program protects. What is taken in is bounded and never
resolved: a file with a document type, and so with entities of its own, is refused.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from exchange.remark import ExchangeError, remark
from exchange.strings import Form, Row, Sent, Text

_TAG = re.compile(r"(</?[a-zA-Z][^>]*>)")
_ALONE = re.compile(r"<br\b|/>$", re.IGNORECASE)
_CODES = ("bpt", "ept", "ph", "it")
"""Elements whose content is markup as it stands; all other content is text."""


def write_xliff(
    form: Form,
    of: str,
    languages: tuple[str, str],
    texts: Iterable[Text],
    words: Mapping[str, str] | None = None,
    title: str = "",
) -> str:
    """The strings of what has the id ``of``, for translation between two languages. The strings are HTML."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">',
        f"<file original={quoteattr(of)} source-language={quoteattr(languages[0])} "
        f'target-language={quoteattr(languages[1])} datatype="html" product-name={quoteattr(form.kind)}>',
        *([f"<header><note>{escape(title)}</note></header>"] if title else []),
        "<body>",
        *(_unit(n, text, (words or {}).get(text.key, "")) for n, text in enumerate(texts, 1) if text.words),
        "</body>",
        "</file>",
        "</xliff>",
    ]
    return "\n".join(lines) + "\n"


def read_xliff(text: str) -> Sent:
    """The translations of an XLIFF file. Raises `ExchangeError`."""
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype(parser)
    parser.StartElementHandler = lambda name, said: reader.start(_local(name), said, parser.CurrentLineNumber)
    parser.EndElementHandler = lambda name: reader.end(_local(name))
    parser.CharacterDataHandler = reader.text
    try:
        parser.Parse(text, True)
    except expat.ExpatError as error:
        raise ExchangeError([remark("X08.broken", line=error.lineno, why="it is not XML here")]) from None
    if not reader.is_xliff:
        raise ExchangeError([remark("X08.broken", line=1, why="it is XML, and not XLIFF 1.2")])
    return Sent(reader.of, tuple(reader.rows))


def _unit(number: int, text: Text, said: str) -> str:
    parts = [f'<trans-unit id="{number}" resname={quoteattr(text.key)} xml:space="preserve">', "<source>"]
    parts += [*_coded(text.words), "</source>"]
    if said:
        parts += ['<target state="translated">', *_coded(said), "</target>"]
    elif text.suggested:
        parts += ["<alt-trans><source>", *_coded(text.was), "</source><target>", *_coded(text.suggested)]
        parts += ["</target></alt-trans>"]
    return "".join([*parts, "</trans-unit>"])


def _coded(string: str) -> Iterator[str]:
    """A string of HTML, its tags as codes. A tag and the one that closes it have one number."""
    opened: list[int] = []
    for number, part in enumerate(_TAG.split(string)):
        if not number % 2:
            yield escape(html.unescape(part))
        elif part.startswith("</"):
            yield f'<ept id="{opened.pop() if opened else number}">{escape(part)}</ept>'
        elif _ALONE.search(part):
            yield f'<ph id="{number}">{escape(part)}</ph>'
        else:
            opened.append(number)
            yield f'<bpt id="{number}">{escape(part)}</bpt>'


@dataclass
class _Reader:
    """Gathers rows while the elements go by."""

    of: str = ""
    is_xliff: bool = False
    rows: list[Row] = field(default_factory=list)
    _depth: int = 0
    _unit: _Unit | None = None
    _part: str = ""
    """Whether the words that go by are the ``source`` or the ``target`` of the unit; empty elsewhere."""
    _codes: int = 0

    def start(self, name: str, said: dict[str, str], line: int) -> None:
        self._depth += 1
        if name == "xliff" and self._depth == 1:
            self.is_xliff = said.get("version") == "1.2"
        elif name == "file":
            self._of(said.get("original", ""), line)
        elif name == "trans-unit":
            self._unit = _Unit(said.get("resname", ""), line, self._depth)
        elif self._unit and name in ("source", "target") and self._depth == self._unit.depth + 1:
            self._part = name
            if name == "target":
                state = said.get("state", "")
                self._unit.is_unsure = state == "new" or state.startswith("needs-")
        self._codes += name in _CODES

    def end(self, name: str) -> None:
        if self._unit and self._depth == self._unit.depth:
            self.rows.append(self._unit.row())
            self._unit = None
        elif self._unit and self._depth == self._unit.depth + 1:
            self._part = ""
        self._codes -= name in _CODES
        self._depth -= 1

    def text(self, text: str) -> None:
        if self._unit and self._part:
            self._unit.said[self._part].append(text if self._codes else html.escape(text, quote=False))

    def _of(self, original: str, line: int) -> None:
        if self.of and original != self.of:
            raise ExchangeError([remark("X08.other", line=line, found=original)])
        self.of = original


@dataclass
class _Unit:
    """A string that is being read. ``depth`` tells how many elements it stands in, itself included."""

    key: str
    line: int
    depth: int
    is_unsure: bool = False
    said: dict[str, list[str]] = field(default_factory=lambda: {"source": [], "target": []})

    def row(self) -> Row:
        source, words = ("".join(part) for part in self.said.values())
        return Row(self.key, source, words, self.line, self.is_unsure)


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _refuse_doctype(parser: expat.XMLParserType) -> Callable[[str, str | None, str | None, bool], None]:
    def refuse(*_: object) -> None:
        why = "it has a document type, which no file of ours has"
        raise ExchangeError([remark("X08.broken", line=parser.CurrentLineNumber, why=why)])

    return refuse
