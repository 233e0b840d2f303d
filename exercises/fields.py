"""The keys of one mapping in a fence, taken by name. Whatever is missing, left over or of another kind is a finding."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import TypeVar

import yaml

from exercises.finding import Finding, find
from exercises.normal import has_unseen

_Part = TypeVar("_Part")

_PLACE = re.compile("[1-9][0-9]{0,2}")


class Fields:
    """Reads each field it is asked for, and at last `finish` tells of those nobody asked for.

    A field that cannot be read gives an empty value and a finding, so that one reading finds everything.
    """

    def __init__(self, node: yaml.MappingNode, first_line: int, where: str, found: list[Finding]) -> None:
        self._first_line = first_line
        self._where = where
        self._found = found
        self._line = self._line_of(node)
        self._keys: dict[str, yaml.Node] = {}
        self._key_nodes: dict[str, yaml.Node] = {}
        self._asked: list[str] = []
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._find("E23.key", key)
            elif key.value in self._keys:
                self._find("E24", key, key=key.value)
            else:
                self._keys[key.value] = value
                self._key_nodes[key.value] = key

    def text(self, key: str, *, required: bool = False) -> str:
        """A text on one line; a number or a truth value is taken as the word that is written."""
        node = self._take(key, required)
        return self._text(node, key) if node else ""

    def mark(self, key: str, value: str) -> bool:
        """Whether the key stands there with this value, the only one it may have."""
        node = self._take(key)
        if node is None:
            return False
        if not isinstance(node, yaml.ScalarNode) or node.value != value:
            self._find("E23.value", node, key=key, value=value)
        return True

    def truth(self, key: str) -> bool:
        node = self._take(key)
        if node is None:
            return False
        if not isinstance(node, yaml.ScalarNode) or node.style or node.value not in ("true", "false"):
            self._find("E23.truth", node, key=key)
            return False
        return str(node.value) == "true"

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        return tuple(self._text(node, key) for node in self._list(self._take(key, required), key))

    def places(self, key: str) -> tuple[int, ...]:
        """A list of whole numbers from 1."""
        return self._places(self._take(key), key)

    def orders(self, key: str) -> tuple[tuple[int, ...], ...]:
        """A list of lists of whole numbers from 1."""
        return tuple(self._places(node, key) for node in self._list(self._take(key), key))

    def part(self, key: str, read: Callable[[Fields], _Part]) -> _Part | None:
        node = self._take(key)
        return self._part(node, key, read) if node else None

    def parts(self, key: str, read: Callable[[Fields], _Part], *, required: bool = False) -> tuple[_Part, ...]:
        read_parts = (self._part(node, key, read) for node in self._list(self._take(key, required), key))
        return tuple(part for part in read_parts if part is not None)

    def named(self, key: str, read: Callable[[str, Fields], _Part], *, required: bool = False) -> tuple[_Part, ...]:
        """The parts of a mapping, each read with its name, in the order they stand."""
        node = self._take(key, required)
        if node is None:
            return ()
        if not isinstance(node, yaml.MappingNode):
            self._find("E23.mapping", node, key=key)
            return ()
        inner = Fields(node, self._first_line, self._where, self._found)
        if not inner._keys:
            self._find("E27", node, key=key)
        found = (inner.part(name, partial(read, name)) for name in inner._keys)
        return tuple(part for part in found if part is not None)

    def finish(self) -> None:
        """Tells of every key that was not asked for."""
        for key, node in self._key_nodes.items():
            if key not in self._asked:
                self._find("E21", node, key=key, known=", ".join(self._asked))

    def _take(self, key: str, required: bool = False) -> yaml.Node | None:
        self._asked.append(key)
        node = self._keys.get(key)
        if node is None and required:
            self._found.append(find("E22", line=self._line, where=self._where, key=key))
        return node

    def _text(self, node: yaml.Node, key: str) -> str:
        if not isinstance(node, yaml.ScalarNode):
            self._find("E23.text", node, key=key)
            return ""
        text = str(node.value)
        if not text.strip():
            self._find("E27", node, key=key)
        elif has_unseen(text):
            self._find("E28.lines" if "\n" in text else "E28.unseen", node, key=key)
        return text

    def _list(self, node: yaml.Node | None, key: str) -> list[yaml.Node]:
        if node is None:
            return []
        if not isinstance(node, yaml.SequenceNode):
            self._find("E23.list", node, key=key)
            return []
        if not node.value:
            self._find("E27", node, key=key)
        return list(node.value)

    def _places(self, node: yaml.Node | None, key: str) -> tuple[int, ...]:
        places = []
        for place in self._list(node, key):
            if isinstance(place, yaml.ScalarNode) and _PLACE.fullmatch(place.value):
                places.append(int(place.value))
            else:
                self._find("E23.places", place, key=key)
        return tuple(places)

    def _part(self, node: yaml.Node, key: str, read: Callable[[Fields], _Part]) -> _Part | None:
        if not isinstance(node, yaml.MappingNode):
            self._find("E23.mapping", node, key=key)
            return None
        fields = Fields(node, self._first_line, self._where, self._found)
        part = read(fields)
        fields.finish()
        return part

    def _line_of(self, node: yaml.Node) -> int:
        return self._first_line + (node.start_mark.line if node.start_mark else 0)

    def _find(self, wording: str, node: yaml.Node, **values: object) -> None:
        self._found.append(find(wording, line=self._line_of(node), where=self._where, **values))
