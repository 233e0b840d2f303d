"""Files to documents. Reading never raises for what a file says: it gives what it could, and the problems."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePosixPath

from sitebuilder.contract.document import Body, Case, Document, FrontMatter, Guide, HelpBox, Kind
from sitebuilder.contract.exercise_reader import read_exercises
from sitebuilder.contract.front_matter import SLUG, read_front_matter, read_help_box
from sitebuilder.contract.front_matter_yaml import Parsed, parse
from sitebuilder.contract.kept import KEPT
from sitebuilder.contract.problems import Problem, problem
from sitebuilder.contract.prose_reader import Line, read_lines
from sitebuilder.contract.scenario_reader import read_scenario
from sitebuilder.contract.sections_reader import read_sections

LARGEST = 1_000_000
"""A file's size in bytes; far above any text a person reads on a phone, far below what hurts a machine."""


@lru_cache(maxsize=KEPT)
def read_document(text: str, path: str) -> tuple[Document | None, tuple[Problem, ...]]:
    """The document ``text`` says, at ``path`` under ``content/``; None where its front matter or
    its place cannot be used."""
    parsed, lines, problems = _split(text)
    if parsed is None:
        return None, at_path(path, problems)
    front, found = read_front_matter(parsed)
    problems += found
    language, section, name = PurePosixPath(path).parts
    slug = name.removesuffix(".md")
    if not SLUG.match(slug):
        wanted = "a file name of a-z, 0-9 and hyphens", "et filnavn av a-z, 0-9 og bindestrek"
        problems += (_misplaced("slug", slug, 1, *wanted),)
    kind = next(kind for kind in Kind if kind.section == section)
    if parsed.values.get("type") in [other.value for other in Kind if other is not kind]:
        wanted = f"{kind}, since the file stands in {section}/", f"{kind}, siden filen ligger i {section}/"
        problems += (_misplaced("type", str(parsed.values["type"]), parsed.lines["type"], *wanted),)
    if front is None or front.type is not kind or not SLUG.match(slug):
        return None, at_path(path, problems)
    body, found = _body(front, lines)
    return Document(language, slug, front, body), at_path(path, problems + found)


def read_data(data: bytes, path: str) -> tuple[Document | None, tuple[Problem, ...]]:
    """As `read_document`, for the bytes of a file. What they are is told without the path."""
    text, problems = decode(data)
    document, found = read_document(text, path) if text is not None else (None, ())
    return document, problems + found


def read_help(text: str, path: str) -> tuple[HelpBox | None, tuple[Problem, ...]]:
    """The help box ``text`` says; None where its front matter or its place cannot be used."""
    parsed, lines, problems = _split(text)
    if parsed is None:
        return None, at_path(path, problems)
    language, _, name = PurePosixPath(path).parts
    box, found = read_help_box(parsed, language)
    problems += found
    blocks, found = read_lines(lines)
    problems += found
    if box and box.id != name.removesuffix(".md"):
        wanted = f"the name of the file, {name}", f"navnet på filen, {name}"
        problems += (_misplaced("id", box.id, parsed.lines["id"], *wanted),)
        box = None
    return replace(box, blocks=blocks) if box else None, at_path(path, problems)


def decode(data: bytes) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a file, its line ends made one kind."""
    if len(data) > LARGEST:
        return None, (problem("C01", 0, why=f"it has {len(data)} bytes", why_nb=f"den har {len(data)} byte"),)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, (problem("C01", line, why="it is not UTF-8", why_nb="den er ikke UTF-8"),)
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), ()


def _split(text: str) -> tuple[Parsed | None, list[Line], tuple[Problem, ...]]:
    found = re.match(r"---[ \t]*\n(.*?\n)??---[ \t]*(?:\n|$)", text, re.DOTALL)
    if not found:
        return None, [], (problem("C02", 1, why="it is missing", why_nb="de mangler"),)
    parsed, problems = parse(found[1] or "", 2)
    first = found[0].count("\n") + 1
    lines = list(enumerate(text[found.end() :].split("\n"), first))
    if parsed.values:
        return parsed, lines, problems
    return None, lines, problems or (problem("C02", 1, why="it is empty", why_nb="de er tomme"),)


def _misplaced(key: str, value: str, line: int, wanted: str, wanted_nb: str) -> Problem:
    return problem("C05", line, key=key, value=f"“{value}”", wanted=wanted, wanted_nb=wanted_nb)


def _body(front: FrontMatter, lines: list[Line]) -> tuple[Body, tuple[Problem, ...]]:
    while lines and not lines[0][1].strip():
        lines = lines[1:]
    match front.type:
        case Kind.SCENARIO:
            return read_scenario(lines, front.start, front.retired)
        case Kind.EXERCISE:
            return read_exercises(lines)
        case Kind.GUIDE:
            intro, sections, problems = read_sections(lines, front.type)
            return Guide(sections, intro), problems
        case Kind.CASE:
            intro, sections, problems = read_sections(lines, front.type)
            return Case(sections, intro), problems


def at_path(path: str, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    return tuple(sorted((p.at(path) for p in problems), key=lambda p: p.line))
