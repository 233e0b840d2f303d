"""YAML as the contract uses it: plain mappings, lists and scalars, each value with its line.

Anchors, aliases, tags, deep nesting and repeated keys are refused: the first can grow without bound, the last loses
text.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import yaml

from sitebuilder.contract.problems import Problem, problem

Scalar = str | int | float | bool | dt.date | None
Value = Scalar | list["Value"] | dict[str, "Value"]


MOST_LEVELS = 8
_ODD_BREAKS = str.maketrans("\r\x85\u2028\u2029", "    ")
"""Line breaks to YAML and to nobody else; as blanks they keep line numbers those of the file."""


@dataclass(frozen=True)
class Parsed:
    """A mapping and, for each of its keys (and ``key.0`` for list items), the line it stands on."""

    values: dict[str, Any]
    lines: dict[str, int]


class _Refused(Exception):
    def __init__(self, en: str, nb: str, line: int) -> None:
        super().__init__(en)
        self.en, self.nb, self.line = en, nb, line


def parse(text: str, first_line: int) -> tuple[Parsed, tuple[Problem, ...]]:
    """The mapping ``text`` says. ``first_line`` is the line of the file on which ``text`` begins."""
    found, lines, problems = _values(text, first_line)
    if isinstance(found, dict):
        return Parsed(found, lines), problems
    if found is not None:
        why = "it is not a list of keys with values", "det er ikke felt med verdier"
        problems = (*problems, problem("C02", first_line, why=why[0], why_nb=why[1]))
    return Parsed({}, {}), problems


def parse_list(text: str, first_line: int) -> tuple[list[Any], dict[str, int], tuple[Problem, ...]]:
    """The list ``text`` says, and the line of its items by their number as text."""
    found, lines, problems = _values(text, first_line)
    if isinstance(found, list):
        return found, lines, problems
    if found is not None:
        problems = (*problems, problem("C02", first_line, why="it is not a list", why_nb="det er ikke en liste"))
    return [], {}, problems


def _values(text: str, first_line: int) -> tuple[Any, dict[str, int], tuple[Problem, ...]]:
    text = text.translate(_ODD_BREAKS)
    try:
        _refuse(text)
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
        making = _Making(first_line)
        return (making.value(node, "") if node else None), making.lines, tuple(making.problems)
    except _Refused as refused:
        line = first_line + refused.line
        return None, {}, (problem("C02", line, why=refused.en, why_nb=refused.nb),)
    except yaml.reader.ReaderError as error:
        line = first_line + text.encode()[: error.position].count(b"\n")
        why = "it has a character nobody can see", "den har et tegn ingen kan se"
        return None, {}, (problem("C02", line, why=why[0], why_nb=why[1]),)
    except UnicodeEncodeError as error:
        line = first_line + text.count("\n", 0, error.start)
        return None, {}, (problem("C02", line, why="it has half a character", why_nb="den har et halvt tegn"),)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = first_line + min(mark.line if mark else 0, text.rstrip("\n").count("\n"))
        why_en = str(getattr(error, "problem", None) or getattr(error, "context", None) or error).strip()
        return None, {}, (problem("C02", line, why=why_en, why_nb=f"YAML-en er ikke riktig skrevet her ({why_en})"),)


class _Making:
    """Makes plain values of nodes, and notes the line of each."""

    def __init__(self, first_line: int) -> None:
        self._first_line = first_line
        self._scalars = yaml.SafeLoader("")
        self.lines: dict[str, int] = {}
        self.problems: list[Problem] = []

    def value(self, node: Any, at: str) -> Any:
        line = self._first_line + node.start_mark.line
        self.lines.setdefault(at, line)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, at)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(inner, f"{at}.{number}".lstrip(".")) for number, inner in enumerate(node.value)]
        try:
            return self._scalars.construct_object(node)
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            why = str(getattr(error, "problem", None) or error)
            self.problems.append(problem("C02", line, why=why, why_nb=f"en verdi kan ikke brukes ({why})"))
            return None

    def _mapping(self, node: yaml.MappingNode, at: str) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for key, inner in node.value:
            line = self._first_line + key.start_mark.line
            if not isinstance(key, yaml.ScalarNode):
                why = "a key must be one word", "et felt må hete ett ord"
                self.problems.append(problem("C02", line, why=why[0], why_nb=why[1]))
                continue
            place = f"{at}.{key.value}" if at else key.value
            self.lines[place] = line
            if key.value in made:
                self.problems.append(problem("C06", line, key=place))
            made[key.value] = self.value(inner, place)
        return made


def _refuse(text: str) -> None:
    """Raises `_Refused` for what could grow without bound, before anything is built of it."""
    event: Any
    level = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        line = event.start_mark.line
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Refused("anchors (&) and aliases (*) are not used", "ankere (&) og alias (*) brukes ikke", line)
        tag = getattr(event, "tag", None)
        if tag:
            raise _Refused(f"tags such as {tag} are not used here", f"merker som {tag} brukes ikke her", line)
        level += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if level > MOST_LEVELS:
            raise _Refused("it is nested too deeply", "den har for mange nivåer", line)


def dump(values: Any) -> str:
    """Canonical YAML of a mapping or a list, in the order given.

    The emitter in C is much the faster one, but writes a character beyond the basic plane as a number; text that
    has one is written by the emitter in Python.
    """
    text = _dump(values, _FastDumper)
    return _dump(values, _Dumper) if "\\U" in text else text


def _dump(values: Any, dumper: type[yaml.SafeDumper] | type[yaml.CSafeDumper]) -> str:
    return yaml.dump(values, Dumper=dumper, sort_keys=False, allow_unicode=True, width=10**6, default_flow_style=False)


class _Dumper(yaml.SafeDumper):
    """Writes every value out, never as a reference to an equal one."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


class _FastDumper(yaml.CSafeDumper):
    """As `_Dumper`, in C."""

    def ignore_aliases(self, data: Any) -> bool:
        return True
