"""Where the contract's reader takes the place of Python-Markdown's parser."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element, ElementTree, tostring

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

from sitebuilder.contract.document import Body, Case, Guide, Kind
from sitebuilder.contract.exercise_reader import FENCE, read_exercises
from sitebuilder.contract.kept import KEPT
from sitebuilder.contract.prose_reader import Line
from sitebuilder.contract.scenario_reader import read_scenario
from sitebuilder.contract.sections_reader import read_sections
from sitebuilder.markdown.body_html import body_elements
from sitebuilder.markdown.context import Context, plain_context

_STORY = re.compile(r"^##.*\{#[a-z0-9-]+ \.(?:ending|helpful|workable|risky|harmful)\b", re.MULTILINE)
_CASE = re.compile(r"^## .*\{#[a-z0-9-]+ \.(?:perspective|strengths|facilitator)\b", re.MULTILINE)


class ToolboxExtension(Extension):
    """Options: ``language``, the code of the page's language, or ``context``, a ready `Context`.

    ``kind`` tells what kind of document the page is; without it the form of the text must tell. ``start`` is the id of
    a story's first scene.
    """

    def __init__(
        self, context: Context | None = None, kind: Kind | None = None, start: str = "", **config: Any
    ) -> None:
        self._context, self._kind, self._start = context, kind, start
        self.config = {"language": ["nb", "Code of the language the page is written in"]}
        super().__init__(**config)

    def extendMarkdown(self, md: Markdown) -> None:
        context = self._context or plain_context(self.getConfig("language"))
        # Nothing but our reader may give a character a meaning: neither other extensions nor the defaults.
        md.preprocessors.deregister("html_block")
        md.preprocessors.deregister("fenced_code_block", strict=False)
        md.treeprocessors.deregister("inline")
        md.treeprocessors.deregister("prettify")
        md.treeprocessors.deregister("unescape", strict=False)
        md.treeprocessors.deregister("toc", strict=False)
        for name in ("raw_html", "amp_substitute"):
            md.postprocessors.deregister(name)
        md.parser = parser = _Parser(md, context, self._kind, self._start)
        md.postprocessors.register(_Serializer(parser), "toolbox", 0)


class _Parser(BlockParser):
    def __init__(self, md: Markdown, context: Context, kind: Kind | None, start: str) -> None:
        super().__init__(md)
        self._context, self._kind, self._start = context, kind, start

    def parseDocument(self, lines: Any) -> ElementTree:
        self.root = Element(self.md.doc_tag)
        self.root.extend(body_elements(read_body("\n".join(lines), self._kind, self._start), self._context))
        return ElementTree(self.root)


class _Serializer(Postprocessor):
    """HTML with every ``&`` and ``<`` of the text escaped; Python-Markdown lets what reads as an entity through."""

    def __init__(self, parser: _Parser) -> None:
        super().__init__()
        self._parser = parser

    def run(self, text: str) -> str:
        return "\n".join(tostring(made, encoding="unicode", method="html") for made in self._parser.root)


@lru_cache(maxsize=KEPT)
def read_body(text: str, kind: Kind | None = None, start: str = "") -> Body:
    """The body a page's Markdown says. Where nobody says which kind of document it is, its form tells."""
    lines: list[Line] = list(enumerate(text.split("\n"), 1))
    match kind or _kind_of(text):
        case Kind.SCENARIO:
            return read_scenario(lines, start=start)[0]
        case Kind.EXERCISE:
            return read_exercises(lines)[0]
        case Kind.CASE:
            intro, sections, _ = read_sections(lines, Kind.CASE)
            return Case(sections, intro)
        case Kind.GUIDE:
            intro, sections, _ = read_sections(lines, Kind.GUIDE)
            return Guide(sections, intro)


def _kind_of(text: str) -> Kind:
    if _STORY.search(text):
        return Kind.SCENARIO
    if FENCE in text:
        return Kind.EXERCISE
    return Kind.CASE if _CASE.search(text) else Kind.GUIDE
