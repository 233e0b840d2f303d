"""A stylesheet without the custom properties that nothing asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import tinycss2
from tinycss2.ast import Node


def without_unused(text: str, beside: str) -> str:
    """``text``, minified, without properties named ``--…`` that neither it nor the stylesheet ``beside`` asks for."""
    beside_asks = frozenset(_asked_for(tinycss2.parse_component_value_list(beside)))
    while True:
        asked = beside_asks.union(_asked_for(tinycss2.parse_component_value_list(text)))
        fewer = "".join(_rules(tinycss2.parse_stylesheet(text), asked))
        if fewer == text:
            return text
        text = fewer  # What only a dropped property asked for can go now.


def _asked_for(tokens: Iterable[Node]) -> Iterator[str]:
    for token in tokens:
        if token.type == "function":
            if token.lower_name == "var":
                yield next((part.value for part in token.arguments if part.type == "ident"), "")
            yield from _asked_for(token.arguments)
        elif token.type.endswith(" block"):
            yield from _asked_for(token.content)


def _rules(rules: Iterable[Node], asked: frozenset[str]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            declarations = tinycss2.parse_declaration_list(rule.content)
            kept = [
                one.serialize()
                for one in declarations
                if one.type == "declaration" and (not one.name.startswith("--") or one.name in asked)
            ]
            if kept:
                yield f"{tinycss2.serialize(rule.prelude)}{{{';'.join(kept)}}}"
        elif rule.type == "at-rule" and rule.content is not None:
            if inner := "".join(_rules(tinycss2.parse_rule_list(rule.content), asked)):
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}"
        elif rule.type == "at-rule":
            yield rule.serialize()
