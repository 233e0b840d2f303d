"""A stylesheet without the rules that can apply to none of our pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import tinycss2
from tinycss2.ast import AtRule, Node, ParseError, QualifiedRule

from sitebuilder.styles.minify import minified

NESTING = {"media", "supports", "layer", "container"}
"""Rules that hold other rules."""

FEATURES = {"keyframes", "font-face", "charset", "import", "-webkit-keyframes"}
"""Rules we have no use for: nothing moves, and no font is fetched."""

OF_THE_SCRIPT = ("data-md-toggle", "data-md-state", "data-md-component", "data-md-color-scheme", "data-md-level")
"""What Material's script or its palette sets; neither is here."""

ANYWHERE = {"html", "body", "root", "before", "after", "where", "is", "not", "has", "lang", "dir", "host"}


def shaken(text: str, words: frozenset[str]) -> str:
    """``text`` with only the selectors whose every name is among ``words``, without comments and blanks.

    A rule that cannot be read is left out, as a browser would.
    """
    rules = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    return minified("".join(_kept(rules, words)))


def _kept(rules: Iterable[Node], words: frozenset[str]) -> Iterator[str]:
    for rule in rules:
        if isinstance(rule, ParseError):
            continue
        if isinstance(rule, QualifiedRule):
            selectors = [selector for selector in _selectors(rule.prelude) if _can_match(selector, words)]
            if selectors:
                yield f"{','.join(map(tinycss2.serialize, selectors))}{{{tinycss2.serialize(rule.content)}}}"
        elif isinstance(rule, AtRule) and rule.lower_at_keyword in NESTING and rule.content is not None:
            prelude = tinycss2.serialize(rule.prelude)
            if "print" in prelude:
                continue  # Paper has a stylesheet of its own.
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            if kept := "".join(_kept(inner, words)):
                yield f"@{rule.at_keyword}{prelude}{{{kept}}}"
        elif isinstance(rule, AtRule) and rule.lower_at_keyword not in FEATURES:
            yield rule.serialize()


def _selectors(prelude: list[Node]) -> Iterator[list[Node]]:
    """The selectors of a list, divided at its outer commas."""
    selector: list[Node] = []
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            yield selector
            selector = []
        else:
            selector.append(token)
    yield selector


def _can_match(selector: list[Node], words: frozenset[str]) -> bool:
    """False only where the selector names something that stands in none of our pages."""
    previous = None
    for token in selector:
        if token.type == "ident":
            # After a colon it is a state of an element, such as :hover, and needs no name.
            state = previous is not None and previous.type == "literal" and previous.value == ":"
            if not state and token.value not in words and token.value not in ANYWHERE:
                return False
        elif token.type == "hash" and token.value not in words:
            return False
        elif token.type == "[] block":
            name = next((part.value for part in token.content if part.type == "ident"), "")
            if name.startswith(OF_THE_SCRIPT) or name not in words:
                return False
        elif token.type == "function" and token.lower_name in ("is", "where"):
            any_matches = any(_can_match(inner, words) for inner in _selectors(token.arguments))
            if not any_matches:
                return False
        previous = token
    return True
