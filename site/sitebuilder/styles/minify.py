"""A stylesheet without comments and needless blanks. Nothing else is changed, so it means exactly the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import tinycss2
from tinycss2.ast import Node


def minified(text: str) -> str:
    return "".join(_rules(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)))


def _rules(rules: Iterable[Node]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            if body := _body(rule.content):
                yield f"{_squeezed(rule.prelude, '>,')}{{{body}}}"
        elif rule.type == "at-rule":
            prelude = _squeezed(rule.prelude, ",")
            head = f"@{rule.at_keyword}{' ' if prelude and not prelude.startswith('(') else ''}{prelude}"
            if rule.content is None:
                yield f"{head};"
            elif inner := "".join(_rules(_nested(rule.content))) or _body(rule.content):
                yield f"{head}{{{inner}}}"


def _nested(content: list[Node]) -> list[Node]:
    """The rules in a block; none where it holds declarations, as @page does."""
    found = tinycss2.parse_rule_list(content, skip_comments=True, skip_whitespace=True)
    return [] if any(rule.type == "error" for rule in found) else found


def _body(content: list[Node]) -> str:
    declarations = tinycss2.parse_declaration_list(content, skip_comments=True, skip_whitespace=True)
    return ";".join(_declaration(one) for one in declarations if one.type == "declaration")


def _declaration(one: Node) -> str:
    value = tinycss2.serialize(one.value).strip() if one.name.startswith("--") else _squeezed(one.value, ",")
    return f"{one.name}:{value}{'!important' if one.important else ''}"


def _squeezed(tokens: list[Node], binding: str) -> str:
    """The tokens with single blanks between them, and none beside the signs in ``binding``."""
    kept = [token for token in tokens if token.type != "comment"]
    parts = []
    for at, token in enumerate(kept):
        if token.type != "whitespace":
            parts.append(token.serialize())
        elif 0 < at < len(kept) - 1 and not any(_is(kept[side], binding) for side in (at - 1, at + 1)):
            parts.append(" ")
    return "".join(parts)


def _is(token: Node, binding: str) -> bool:
    return token.type == "literal" and token.value in binding
